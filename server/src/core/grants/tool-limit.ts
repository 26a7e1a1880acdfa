/** Settings that confine what a tool may touch without taking it away. A dialect finds them for the agents that hold the tool; rules judge those that confine nothing. */
import type { Edit } from "../finding.ts";
import type { Read } from "../read.ts";
import type { Because } from "./grant.ts";

/** What a setting confines: files and patches to the workspace, pages to what is on them, messages to where they came from, addresses to public ones, runs that repeat themselves. */
export type LimitedAct =
  "file-reads" | "file-writes" | "patches" | "page-scripts" | "other-conversations" | "other-channels" | "private-fetches" | "loops";

export interface ToolLimit {
  readonly act: LimitedAct;
  /** Ids of the agents that hold such a tool and for which this place decides. */
  readonly agents: readonly string[];
  /** True where the act is not confined, for certain. */
  readonly isOpen: boolean;
  /** What decides: the value that is written, or the place where it would stand. */
  readonly read: Read<boolean>;
  readonly because: readonly Because[];
  /** The edits that confine it. */
  readonly close: readonly Edit[];
}
