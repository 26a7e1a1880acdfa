/** Collects the faults of one reading as problems. Keeps a single mistake from being reported over and over. */
import type { Fault } from "./faults.ts";
import type { Problem } from "./tree.ts";

/** More problems than this of one sort help nobody. */
export const mostProblems = 1000;

/** More than these on one line only say in other words that the line is broken. */
const mostFollowUps = 2;

export class ProblemList {
  readonly problems: Problem[] = [];
  /** How many faults there were, listed or not. */
  faultCount = 0;
  /** A bracket, key or colon is out of place somewhere. */
  isStructureBroken = false;
  private followUps = 0;
  private lineOfFollowUps = -1;

  /** `line` is where the line begins on which the fault was found. */
  add(fault: Fault, start: number, end: number, line: number): void {
    this.faultCount++;
    if (fault.isStructural) this.isStructureBroken = true;
    if (fault.isFollowUp && this.isFollowedEnough(line)) return;
    if (this.problems.length >= mostProblems) return;
    this.problems.push({ code: fault.code, message: fault.message, severity: "error", offset: start, length: end - start });
  }

  private isFollowedEnough(line: number): boolean {
    this.followUps = line === this.lineOfFollowUps ? this.followUps + 1 : 1;
    this.lineOfFollowUps = line;
    return this.followUps > mostFollowUps;
  }
}
