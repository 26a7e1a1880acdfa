/**
 * Settings that do not do what they say: written for a good reason, and without the effect their author expects. A dialect finds them; a rule
 * for each kind tells. Names no product.
 */
import type { Edit } from "../finding.ts";
import type { Read } from "../read.ts";
import type { Because } from "./grant.ts";

/** Each kind is judged by the rule of the same name. */
export type IneffectiveKind =
  | "allow-list-has-no-effect"
  | "deny-leaves-other-writer"
  | "deny-leaves-shell"
  | "empty-allow-list"
  | "ignored-approvals-setting"
  | "unknown-approvals-agent"
  | "misspelt-agent-reference"
  | "overridden-tool-profile"
  | "prompt-never-asked"
  | "sandbox-options-without-sandbox"
  | "shared-scope-ignores-agent"
  | "unchecked-host-exec"
  | "unprofiled-safe-bin"
  | "unlimited-sandbox-tools"
  | "unresolved-deny-name"
  | "visibility-wider-than-written";

export interface IneffectiveSetting {
  readonly kind: IneffectiveKind;
  /** What does not do what it says, at its own place. */
  readonly read: Read<unknown>;
  /** Ids of the agents it would have restricted; undefined when that is all of them. */
  readonly agents: readonly string[] | undefined;
  /** What its author can be taken to have meant and what it does instead, as clauses: `"write" is denied`, `apply_patch still writes files`. */
  readonly meant: string;
  readonly does: string;
  /** What makes it so, besides the setting itself. */
  readonly because: readonly Because[];
  readonly certain: boolean;
  /** True where nobody is less restricted than its author means: a leftover, worth a look only. */
  readonly isLeftover?: boolean;
  /** The edits that make it do what it says, and what they do in the imperative; none where no edit of the given files can without widening anything. */
  readonly remedy?: { readonly title: string; readonly edits: readonly Edit[] };
}
