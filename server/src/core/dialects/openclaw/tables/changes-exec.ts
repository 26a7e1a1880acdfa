/** When OpenClaw's exec policy and approvals document changed. Facts with their source, no logic. */
import type { ChangePoint } from "./change-point.ts";

export interface ExecBehaviour {
  /** What an exec policy that nobody wrote amounts to on the gateway's host. */
  readonly unsetExecPolicy: { readonly security: "allowlist" | "full"; readonly ask: "on-miss" | "off" };
  /** The answer to an unanswered prompt when the approvals document names none. */
  readonly unsetAskFallback: "deny" | "full";
  /** `tools.exec.host` when nobody wrote it. */
  readonly unsetExecHost: "sandbox" | "auto";
  /** What `tools.exec.host: "sandbox"` does in a session without a sandbox. */
  readonly sandboxHostWithoutSandbox: "unchecked" | "refused";
  /** Whether `tools.exec.mode` exists. */
  readonly execMode: boolean;
  /** Whether `strictInlineEval` exists. */
  readonly strictInlineEval: boolean;
  /** Whether `safeBinProfiles` and `safeBinTrustedDirs` exist, and safe programs must lie in trusted folders. */
  readonly safeBinProfiles: boolean;
  /** What an allowlist entry's `argPattern` does. */
  readonly argPattern: "ignored" | "honoured";
  /** What an allowlist pattern without a path separator matches. */
  readonly barePattern: "nothing" | "name";
  /** Where the approvals document lives. */
  readonly approvalsStore: "home-file" | "state-file" | "database";
  /** What an approvals document that cannot be taken amounts to. */
  readonly brokenApprovals: "empty" | "deny";
  /**
   * How the approvals document is read. `exact`: a word it does not know is ignored, and hides the wildcard agent's; `trimmed`: spaces
   * around a word are taken off, an unknown one is ignored; `strict`: one wrong field and the whole document is not taken.
   */
  readonly approvalsReader: "exact" | "trimmed" | "strict";
  /** Whether the answer to an unanswered prompt can reach beyond the security in force. */
  readonly askFallbackCap: "none" | "security";
  /** What an exec policy of `deny` in the config does to commands inside a sandbox. */
  readonly denyInSandbox: "ignored" | "refused";
}

/** What held in 2026.2.17 and before the first change point. */
export const firstExecBehaviour: ExecBehaviour = {
  unsetExecPolicy: { security: "allowlist", ask: "on-miss" },
  unsetAskFallback: "deny",
  unsetExecHost: "sandbox",
  sandboxHostWithoutSandbox: "unchecked",
  execMode: false,
  strictInlineEval: false,
  safeBinProfiles: false,
  argPattern: "ignored",
  barePattern: "nothing",
  approvalsStore: "home-file",
  brokenApprovals: "empty",
  approvalsReader: "exact",
  askFallbackCap: "none",
  denyInSandbox: "ignored",
};

export const execChanges: readonly ChangePoint<ExecBehaviour>[] = [
  {
    id: "T2",
    since: "2026.3.13",
    after: "2026.2.17",
    what: 'exec with host "sandbox" is refused where there is no sandbox',
    source: "presence of the refusal in 2026.3.13, run in 2026.2.17 and 2026.6.1",
    values: { sandboxHostWithoutSandbox: "refused" },
  },
  {
    id: "T3",
    since: "2026.4.2",
    what: "an unset exec policy means full without asking, and an unanswered prompt means yes",
    source: "defaults read in 2026.4.1 and 2026.4.2, run in 2026.2.17 and 2026.6.1",
    values: { unsetExecPolicy: { security: "full", ask: "off" }, unsetAskFallback: "full" },
  },
  {
    id: "T4",
    since: "2026.4.1",
    after: "2026.3.13",
    what: 'exec host "auto" exists and is the default',
    source: "schema of 2026.3.13 and 2026.4.1",
    values: { unsetExecHost: "auto" },
  },
  {
    id: "T5",
    since: "2026.4.2",
    what: "argPattern of an allowlist entry is honoured",
    source: "matcher read in 2026.4.1 and 2026.4.2, run in 2026.2.17 and 2026.6.1",
    values: { argPattern: "honoured" },
  },
  {
    id: "T6",
    since: "2026.3.13",
    after: "2026.2.17",
    what: "safe programs have profiles and must lie in trusted folders",
    source: "schema of 2026.2.17 and 2026.3.13",
    values: { safeBinProfiles: true },
  },
  {
    id: "T7",
    since: "2026.4.1",
    after: "2026.3.13",
    what: "strictInlineEval exists",
    source: "schema of 2026.3.13 and 2026.4.1",
    values: { strictInlineEval: true },
  },
  {
    id: "T8",
    since: "2026.6.1",
    after: "2026.4.2",
    what: "tools.exec.mode exists",
    source: "schema of 2026.4.2 and 2026.6.1",
    values: { execMode: true },
  },
  {
    id: "T18",
    since: "2026.5.7",
    after: "2026.4.23",
    what: "allowlist patterns without a separator match program names",
    source: "matcher read in 2026.4.23 and 2026.5.7",
    values: { barePattern: "name" },
  },
  {
    id: "approvals-words",
    since: "2026.6.1",
    after: "2026.2.17",
    what: "spaces around the words of the approvals document are taken off, and unknown words no longer hide the wildcard agent's",
    source: "run in 2026.2.17 and 2026.6.1",
    values: { approvalsReader: "trimmed" },
  },
  {
    id: "ask-fallback-cap",
    since: "2026.6.1",
    after: "2026.2.17",
    what: "an unanswered prompt never allows more than the security in force",
    source: "run in 2026.2.17 and 2026.6.1",
    values: { askFallbackCap: "security" },
  },
  {
    id: "sandbox-deny",
    since: "2026.6.1",
    after: "2026.2.17",
    what: "exec policy deny in the config also holds inside a sandbox",
    source: "exec tool read in 2026.2.17 and 2026.6.1",
    values: { denyInSandbox: "refused" },
  },
  {
    id: "T10",
    since: "2026.7.1",
    what: "an unanswered prompt means no",
    source: "default read in 2026.6.1 and 2026.7.1",
    values: { unsetAskFallback: "deny" },
  },
  {
    id: "T11",
    since: "2026.7.1",
    what: "the approvals file follows the state directory",
    source: "path read in 2026.6.1 and 2026.7.1",
    values: { approvalsStore: "state-file" },
  },
  {
    id: "T12",
    since: "2026.8.1",
    what: "the approvals document lives in the database, and a leftover file blocks host commands",
    source: "store read in 2026.7.1-2 and 2026.8.1, run in 2026.9.6",
    values: { approvalsStore: "database" },
  },
  {
    id: "T13",
    since: "2026.8.1",
    what: "a broken approvals document denies everything",
    source: "reader read in 2026.7.1-2 and 2026.8.1, run in 2026.6.1 and 2026.9.6",
    values: { brokenApprovals: "deny", approvalsReader: "strict" },
  },
];
