/** Finds a program that a VS Code of ours runs, and ends it without a word, as a crash would. By what Linux tells of processes. */
import { readFileSync, readdirSync } from "node:fs";
import { poll } from "./poll.ts";

/** Of the processes whose home folder this is, and whose command line names the program: the one there is. */
export function processOf(home: string, program: string): number | undefined {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => wordsOf(pid, "cmdline").some((word) => word.endsWith(program)) && wordsOf(pid, "environ").includes(`HOME=${home}`));
}

/** Waits until it runs. */
export function awaitProcess(home: string, program: string): Promise<void> {
  return poll(`a process of ${program}`, () => processOf(home, program) !== undefined);
}

/** Once it runs. */
export async function crash(home: string, program: string): Promise<void> {
  await awaitProcess(home, program);
  const pid = processOf(home, program);
  if (pid === undefined) throw new Error(`${program} has ended by itself`);
  process.kill(pid, "SIGKILL");
  await poll("its end", () => processOf(home, program) !== pid);
}

function wordsOf(pid: number, what: "cmdline" | "environ"): string[] {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "utf8").split("\0");
  } catch {
    // It has ended meanwhile, or is somebody else's.
    return [];
  }
}
