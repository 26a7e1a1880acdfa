/** When OpenClaw's way with agents changed: roster, models, sessions, who reaches whom. Facts with their source, no logic. */
import type { ChangePoint } from "./change-point.ts";

export interface AgentBehaviour {
  /** Whether children keep their parent's denials and limits. */
  readonly childInherits: boolean;
  /** `agents.defaults.subagents.maxSpawnDepth` when nobody wrote it. */
  readonly unsetSpawnDepth: number;
  /** Whom a sandboxed session may start: anyone, or only agents that will be sandboxed too. */
  readonly spawnFromSandbox: "anyone" | "sandboxed";
  /** Whether `agents.defaults.subagents.allowAgents` exists. */
  readonly spawnDefaults: boolean;
  /** `tools.sessions.visibility` when nobody wrote it. */
  readonly unsetSessionVisibility: "tree" | "agent" | "all";
  /** `tools.agentToAgent.enabled` when nobody wrote it. */
  readonly unsetAgentToAgent: boolean;
  /** Whether direct messages that share the main session also share its place outside a sandbox of mode `non-main`. */
  readonly directMessages: "with-main" | "apart";
  /** Whether `session.groupScope` exists. */
  readonly groupScope: boolean;
  /** Whether `hooks.allowedAgentIds` also limits callers that name no agent. */
  readonly hookListLimitsAll: boolean;
  /** Who gets what a binding hands to an agent that does not exist. */
  readonly strayBinding: "default-agent" | "nobody";
  /** Where the agents stand: a list with ids, or a map by id. */
  readonly roster: "list" | "entries";
  /** The model an agent runs with when none is configured. */
  readonly unsetModel: string;
  /** What a model named without a provider is taken for, where no alias fits: Anthropic's, or the one of a provider that has it. */
  readonly bareModel: "anthropic" | "inferred";
}

/** What held in 2026.2.17 and before the first change point. */
export const firstAgentBehaviour: AgentBehaviour = {
  childInherits: false,
  unsetSpawnDepth: 1,
  spawnFromSandbox: "anyone",
  spawnDefaults: false,
  unsetSessionVisibility: "tree",
  unsetAgentToAgent: false,
  directMessages: "with-main",
  groupScope: false,
  hookListLimitsAll: false,
  strayBinding: "default-agent",
  roster: "list",
  unsetModel: "anthropic/claude-opus-4-6",
  bareModel: "anthropic",
};

/** Read in every published release around the change, unless the row says otherwise; run in 2026.2.17, 2026.6.1 and 2026.9.6. */
export const agentChanges: readonly ChangePoint<AgentBehaviour>[] = [
  {
    id: "sandboxed-spawn",
    since: "2026.3.1",
    what: "sandboxed sessions may only start sandboxed children",
    source: "spawn read in 2026.2.26 and 2026.3.1, run in 2026.2.17 and 2026.6.1",
    values: { spawnFromSandbox: "sandboxed" },
  },
  {
    id: "spawn-defaults",
    since: "2026.4.5",
    what: "agents.defaults.subagents.allowAgents is asked where an agent has no list of its own",
    source: "spawn read in 2026.4.2 and 2026.4.5, run in 2026.6.1",
    values: { spawnDefaults: true },
  },
  {
    id: "model-4.5",
    since: "2026.4.5",
    what: "the model used when none is configured",
    source: "constant read in 2026.4.2 and 2026.4.5",
    values: { unsetModel: "openai/gpt-5.4", bareModel: "inferred" },
  },
  {
    id: "direct-messages",
    since: "2026.4.22",
    what: "direct messages are sandboxed by mode non-main even where they share the main session",
    source: "session keys read in 2026.4.21 and 2026.4.22, run in 2026.2.17, 2026.6.1 and 2026.9.6",
    values: { directMessages: "apart" },
  },
  {
    id: "model-4.23",
    since: "2026.4.23",
    what: "the model used when none is configured",
    source: "constant read in 2026.4.22 and 2026.4.23, run in 2026.6.1",
    values: { unsetModel: "openai/gpt-5.5" },
  },
  {
    id: "child-inherits",
    since: "2026.5.18",
    what: "children keep their parent's denials and limits",
    source: "policy resolver read in 2026.5.12 and 2026.5.18",
    values: { childInherits: true },
  },
  {
    id: "hook-list",
    since: "2026.5.26",
    what: "hooks.allowedAgentIds limits callers that name no agent as well",
    source: "hook dispatch read in 2026.5.22 and 2026.5.26",
    values: { hookListLimitsAll: true },
  },
  {
    id: "T14",
    since: "2026.8.1",
    what: "agents stand in agents.entries",
    source: "schema of 2026.7.1-2 and 2026.8.1",
    values: { roster: "entries" },
  },
  {
    id: "stray-binding",
    since: "2026.8.1",
    what: "a binding to an agent that does not exist hands the chat to nobody",
    source: "routing read in 2026.6.1 and 2026.9.6, with the roster that came with 2026.8.1",
    values: { strayBinding: "nobody" },
  },
  {
    id: "group-scope",
    since: "2026.8.1",
    what: "session.groupScope exists",
    source: "session keys read in 2026.7.35 and 2026.8.1",
    values: { groupScope: true },
  },
  {
    id: "model-8.1",
    since: "2026.8.1",
    what: "the model used when none is configured",
    source: "constant read in 2026.7.35 and 2026.8.1",
    values: { unsetModel: "openai/gpt-5.6-sol" },
  },
  {
    id: "T16",
    since: "2026.8.2",
    what: "an agent sees all sessions of the same agent by default",
    source: "default read in 2026.8.1 and 2026.8.2",
    values: { unsetSessionVisibility: "agent" },
  },
  {
    id: "T16-all",
    since: "2026.9.2",
    what: "an agent sees the sessions of every agent by default",
    source: "default read in 2026.9.1 and 2026.9.2, run in 2026.9.6",
    values: { unsetSessionVisibility: "all" },
  },
  {
    id: "T17",
    since: "2026.9.2",
    what: "agents may message each other by default",
    source: "default read in 2026.9.1 and 2026.9.2, run in 2026.9.6",
    values: { unsetAgentToAgent: true },
  },
  {
    id: "spawn-depth",
    since: "2026.9.3",
    what: "children may start children, five levels deep",
    source: "default read in 2026.9.2 and 2026.9.3, run in 2026.9.6",
    values: { unsetSpawnDepth: 5 },
  },
  {
    id: "model-9.5",
    since: "2026.9.5",
    what: "the model used when none is configured",
    source: "constant read in 2026.9.4 and 2026.9.5, run in 2026.9.6",
    values: { unsetModel: "openai/gpt-6-astra" },
  },
];
