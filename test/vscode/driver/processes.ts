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

/** Once it runs. */
export async function crash(home: string, program: string): Promise<void> {
  let pid: number | undefined;
  await poll(`a process of ${program}`, () => (pid = processOf(home, program)) !== undefined);
  if (pid === undefined) return;
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
