/** What is said to an agent and kept without its doing, to come up again in later conversations. Names no product. */
import type { Edit } from "../finding.ts";
import type { Read } from "../read.ts";

export interface MemoryCapture {
  readonly read: Read<unknown>;
  /** `facts`: what sounds worth remembering comes up by itself; `transcripts`: whole conversations can be searched. */
  readonly keeps: "facts" | "transcripts";
  /** Edits that end it. */
  readonly stop: readonly Edit[];
}
