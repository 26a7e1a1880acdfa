/** When OpenClaw's exec policy and approvals document changed. Facts with their source, no logic. */
import type { ChangePoint } from "./change-point.ts";

export interface ExecBehaviour {
  /** What an exec policy that nobody wrote amounts to on the gateway's host. */
  readonly unsetExecPolicy: { readonly security: "allowlist" | "full"; readonly ask: "on-miss" | "off" };
  /** Which fields the config leaves unset the `defaults` of the approvals document stand in for. They can loosen them then. */
  readonly unsetFromApprovals: readonly ("security" | "ask")[];
  /** The answer to an unanswered prompt when the approvals document names none. */
  readonly unsetAskFallback: "deny" | "full";
  /** `tools.exec.host` when nobody wrote it; `gateway` counts only where there is no sandbox. */
  readonly unsetExecHost: "sandbox" | "sandbox-or-gateway" | "auto";
  /** What `tools.exec.host: "sandbox"` does in a session without a sandbox, when it was written. */
  readonly sandboxHostWithoutSandbox: "unchecked" | "refused";
  /** Where the model may ask a command to run when the host is `auto` and the session is sandboxed. */
  readonly autoLeavesSandbox: "never" | "to-gateway" | "to-node";
  /** Whether `tools.exec.mode` exists. */
  readonly execMode: boolean;
  /** Whether `strictInlineEval` exists. */
  readonly strictInlineEval: boolean;
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
  /** Channels whose own `allowFrom` says who may elevate where `tools.elevated.allowFrom` has no list for them. */
  readonly elevatedFromChannel: readonly string[];
  /** What `elevated` at level `full` does to the policy of the host. */
  readonly fullElevation: "overrides" | "needs-full-policy";
}

/** What held in 2026.2.17 and before the first change point. */
export const firstExecBehaviour: ExecBehaviour = {
  unsetExecPolicy: { security: "allowlist", ask: "on-miss" },
  unsetFromApprovals: [],
  unsetAskFallback: "deny",
  unsetExecHost: "sandbox",
  sandboxHostWithoutSandbox: "unchecked",
  autoLeavesSandbox: "never",
  execMode: false,
  strictInlineEval: false,
  approvalsStore: "home-file",
  brokenApprovals: "empty",
  approvalsReader: "exact",
  askFallbackCap: "none",
  denyInSandbox: "ignored",
  elevatedFromChannel: ["discord"],
  fullElevation: "overrides",
};

export const execChanges: readonly ChangePoint<ExecBehaviour>[] = [
  {
    id: "T2",
    since: "2026.2.22",
    what: 'exec with host "sandbox" is refused where there is no sandbox',
    source: "exec tool read in 2026.2.21 and 2026.2.22, run in 2026.2.17 and 2026.6.1",
    values: { sandboxHostWithoutSandbox: "refused" },
  },
  {
    id: "unset-host-gateway",
    since: "2026.2.22",
    what: "an unset exec host means the gateway's host where there is no sandbox",
    source: "exec tool read in 2026.2.21 and 2026.2.22",
    values: { unsetExecHost: "sandbox-or-gateway" },
  },
  {
    id: "unset-host-sandbox",
    since: "2026.2.22-1",
    what: "an unset exec host means the sandbox again, and no check where there is none",
    source: "exec tool read in 2026.2.22 and 2026.2.22-1",
    values: { unsetExecHost: "sandbox" },
  },
  {
    id: "ask-from-approvals",
    since: "2026.3.7",
    what: "the approvals document's defaults.ask stands in for an unset ask",
    source: "exec tool read in 2026.3.2 and 2026.3.7",
    values: { unsetFromApprovals: ["ask"] },
  },
  {
    id: "T7",
    since: "2026.3.22",
    what: "strictInlineEval exists",
    source: "read in 2026.3.13 and 2026.3.22",
    values: { strictInlineEval: true },
  },
  {
    id: "elevated-discord",
    since: "2026.3.22",
    what: "who may elevate over Discord no longer follows from the channel's own list",
    source: "read in 2026.3.13 and 2026.3.22",
    values: { elevatedFromChannel: [] },
  },
  {
    id: "T4",
    since: "2026.3.31",
    what: 'exec host "auto" exists and is the default, and lets the model leave a sandbox for the host',
    source: "host selection read in 2026.3.28 and 2026.3.31",
    values: { unsetExecHost: "auto", autoLeavesSandbox: "to-gateway" },
  },
  {
    id: "policy-from-approvals",
    since: "2026.4.1",
    what: "the defaults of the approvals document stand in for an unset exec policy",
    source: "exec tool read in 2026.3.31 and 2026.4.1",
    values: { unsetFromApprovals: ["security", "ask"] },
  },
  {
    id: "T3",
    since: "2026.4.2",
    what: "an unset exec policy means full without asking, and an unanswered prompt means yes",
    source: "defaults read in 2026.4.1 and 2026.4.2, run in 2026.2.17 and 2026.6.1",
    values: {
      unsetExecPolicy: { security: "full", ask: "off" },
      unsetAskFallback: "full",
      unsetFromApprovals: [],
      autoLeavesSandbox: "never",
    },
  },
  {
    id: "approvals-words",
    since: "2026.4.2",
    what: "spaces around the words of the approvals document are taken off, and unknown words no longer hide the wildcard agent's",
    source: "reader read in 2026.4.1 and 2026.4.2, run in 2026.2.17 and 2026.6.1",
    values: { approvalsReader: "trimmed" },
  },
  {
    id: "auto-to-node",
    since: "2026.4.5",
    what: 'exec host "auto" lets the model leave a sandbox for a paired device',
    source: "host selection read in 2026.4.2 and 2026.4.5",
    values: { autoLeavesSandbox: "to-node" },
  },
  {
    id: "ask-fallback-cap",
    since: "2026.4.7",
    what: "an unanswered prompt never allows more than the security in force",
    source: "exec tool read in 2026.4.5 and 2026.4.7, run in 2026.2.17 and 2026.6.1",
    values: { askFallbackCap: "security" },
  },
  {
    id: "auto-stays",
    since: "2026.4.10",
    what: 'exec host "auto" keeps a sandboxed session in its sandbox',
    source: "host selection read in 2026.4.9 and 2026.4.10",
    values: { autoLeavesSandbox: "never" },
  },
  {
    id: "T8",
    since: "2026.5.28",
    what: "tools.exec.mode exists",
    source: "read in 2026.5.27 and 2026.5.28",
    values: { execMode: true },
  },
  {
    id: "sandbox-deny",
    since: "2026.5.28",
    what: "exec policy deny in the config also holds inside a sandbox",
    source: "exec tool read in 2026.5.27 and 2026.5.28",
    values: { denyInSandbox: "refused" },
  },
  {
    id: "full-elevation",
    since: "2026.5.28",
    what: "elevated at level full no longer overrides a stricter policy",
    source: "exec tool read in 2026.5.27 and 2026.5.28, run in 2026.2.17 and 2026.6.1",
    values: { fullElevation: "needs-full-policy" },
  },
  {
    id: "T10",
    since: "2026.6.6",
    what: "an unanswered prompt means no",
    source: "default read in 2026.6.5 and 2026.6.6",
    values: { unsetAskFallback: "deny" },
  },
  {
    id: "T11",
    since: "2026.6.6",
    what: "the approvals file follows the state directory",
    source: "path read in 2026.6.5 and 2026.6.6",
    values: { approvalsStore: "state-file" },
  },
  {
    id: "T12",
    since: "2026.8.1",
    what: "the approvals document lives in the database, and a leftover file blocks host commands",
    source: "store read in 2026.7.35 and 2026.8.1, run in 2026.9.6",
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
