/** Where approvals are given up in advance: what passes without anybody having looked at it. Names no product. */
import type { Edit } from "../finding.ts";
import type { Read } from "../read.ts";
import type { Because } from "./grant.ts";

export interface Approvals {
  /** Agents whose prompts count as answered with yes when nobody answers them, where that lets a command pass. */
  readonly unanswered: readonly UnansweredPrompt[];
  /** Agents for whom programs that skills bring along pass the allowlist of a paired device without being on it. */
  readonly skillPrograms: readonly SkillPrograms[];
  /** Tools of servers that were allowed once and for all, whatever their arguments. */
  readonly toolGrants: readonly ToolGrant[];
}

export interface Leniency {
  readonly agent: string;
  /** What lets commands pass, the decisive read first. */
  readonly because: readonly [Because, ...Because[]];
  /** The edits that take it back; none where no edit of the given files can. */
  readonly revoke: readonly Edit[];
}

export interface SkillPrograms extends Leniency {
  /** True where the agent's commands run on paired devices; false where they run on the gateway's own host, which adds no such programs. */
  readonly onDevice: boolean;
}

export interface UnansweredPrompt extends Leniency {
  /** What silence leads to, as a clause: "the command runs". */
  readonly does: string;
  /** True when somebody wrote it, false when the release does it by itself. */
  readonly written: boolean;
}

export interface ToolGrant {
  readonly agent: string;
  readonly server: string;
  readonly tool: string;
  readonly read: Read<unknown>;
}
