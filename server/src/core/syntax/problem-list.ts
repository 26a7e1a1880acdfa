/** Collects the faults of one reading as problems. Keeps a single mistake from being reported over and over. */
import type { Fault } from "./faults.ts";
import type { Problem } from "./tree.ts";

/** More problems than this help nobody: the text is not JSON at all. */
const mostProblems = 1000;

export class ProblemList {
  readonly problems: Problem[] = [];
  /** How many faults there were, listed or not. */
  faultCount = 0;
  /** A bracket, key or colon is out of place somewhere. */
  isStructureBroken = false;

  add(fault: Fault, start: number, end: number): void {
    this.faultCount++;
    if (fault.isStructural) this.isStructureBroken = true;
    if (this.problems.length >= mostProblems) return;
    this.problems.push({ code: fault.code, message: fault.message, severity: "error", offset: start, length: end - start });
  }
}
