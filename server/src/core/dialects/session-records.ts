/** What a product's records of sessions hold, and what of it is taken: names of tools and times, never what was said. */
import type { Evidence } from "../grants/evidence.ts";
import type { ConfigSet, TargetRelease } from "./dialect.ts";

/** Where a product keeps records of what its agents did, and how to read one. Paths are relative to the set's folder, with slashes. */
export interface SessionRecords {
  /** The folder with one folder for each agent, named by its id. */
  readonly agentsFolder: string;
  /** Below an agent's folder: where its records lie. */
  readonly recordsFolder: string;
  /** Below an agent's folder: files whose presence means that there are records we cannot read, and why, as a clause. */
  readonly unreadable: readonly { readonly path: string; readonly why: string }[];
  isRecord(name: string): boolean;
  /** What one record shows of the time from `since` on, in milliseconds since 1970. */
  read(text: string, since: number): RecordedSession;
  /** All records in neutral words, with what the set's own files say beyond them. */
  evidence(set: ConfigSet, release: TargetRelease, since: number, days: number, agents: readonly RecordedAgent[]): Evidence;
}

export interface RecordedSession {
  /** Whether the agent did anything in that time. */
  readonly isRecent: boolean;
  /** The names of the tools it called then, as written. */
  readonly tools: readonly string[];
  readonly gap: string | undefined;
}

/** What was read of one agent's sessions. */
export interface RecordedAgent {
  readonly id: string;
  /** Those in which it did something in the time asked for. */
  readonly sessions: number;
  readonly tools: readonly string[];
  readonly gap: string | undefined;
}
