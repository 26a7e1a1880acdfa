/** A program run to its end in a process of its own. What it prints is searched for secrets. */
import { spawnSync, type SpawnSyncOptions } from "node:child_process";
import { startSecretSearch } from "./secret-search.ts";

export interface ProgramRun {
  readonly out: string;
  readonly errors: string;
  /** Null where a signal ended it. */
  readonly code: number | null;
}

export function runProgram(program: string, words: readonly string[], options: Pick<SpawnSyncOptions, "env" | "timeout"> = {}): ProgramRun {
  const { stdout, stderr, status } = spawnSync(program, words, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
  startSecretSearch().search(stdout + stderr, [program, ...words].join(" "));
  return { out: stdout, errors: stderr, code: status };
}
