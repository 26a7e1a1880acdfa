/** Settings that run programs, or change what may run, past the tools and policies of the agents. Names no product. */
import type { Edit } from "../finding.ts";
import type { Read } from "../read.ts";

/** Each kind is judged by a rule of its own. */
export type SideDoorKind = "chat-shell" | "chat-config" | "media-command" | "unasked-harness" | "code-runner" | "device-command";

export interface SideDoor {
  readonly kind: SideDoorKind;
  readonly read: Read<unknown>;
  /** What it is, in the config's own words. */
  readonly name: string;
  /** What it lets somebody do, as a clause. */
  readonly does: string;
  /** `open`: strangers reach it; `listed`: named people; `owner`: the owner alone; `agents`: whatever an agent was told to do. */
  readonly who: "open" | "listed" | "owner" | "agents";
  readonly agents: readonly string[] | undefined;
  /** The edits that shut it. */
  readonly remedy: readonly Edit[];
}
