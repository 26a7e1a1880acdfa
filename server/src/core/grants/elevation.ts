/** Who may take an agent's commands past its walls by a word in a chat. Names no product. */
import type { Edit } from "../finding.ts";
import type { Because, Gate } from "./grant.ts";

/** One list of senders, for the agents it serves alike. */
export interface Elevation {
  readonly channel: string;
  /** `open`: everyone on the channel; `listed`: named senders. */
  readonly who: "open" | "listed";
  readonly agents: readonly [string, ...string[]];
  /** What it is good for: past every policy; out of a sandbox; nothing, because commands run on the host anyway. */
  readonly gains: "past-policy" | "out-of-sandbox" | "nothing";
  /** True where a conversation begins so, before anybody asks for it. */
  readonly fromStart: boolean;
  /** What stands before the commands then. */
  readonly gate: Gate;
  readonly because: readonly Because[];
  readonly certain: boolean;
  /** Takes everyone off the list; and makes conversations begin without it, where they begin with it. */
  readonly narrow: readonly Edit[];
  readonly startWithout: readonly Edit[];
}
