/** Runs that nobody starts and nobody watches. Names no product. */
import type { Edit } from "../finding.ts";
import type { Read } from "../read.ts";

export interface UnattendedRun {
  readonly agents: readonly string[];
  /** The setting that makes them run. */
  readonly read: Read<unknown>;
  /** How often, as an adverbial: "every 30m". */
  readonly rhythm: string;
  /** Edits that end it. */
  readonly stop: readonly Edit[];
}
