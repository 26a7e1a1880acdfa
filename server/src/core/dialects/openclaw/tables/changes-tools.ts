/** When OpenClaw's tool policy, sandbox, roster and cross-agent reach changed. Facts with their source, no logic. */
import type { ChangePoint } from "./change-point.ts";

export interface ToolBehaviour {
  /** What an allow list without any name of a known core tool leaves: everything (the list is dropped) or only what it names. */
  readonly unknownOnlyAllowList: "everything" | "what-it-names";
  /** The tool whose name in an allow list lets `apply_patch` pass as well. */
  readonly applyPatchComesWith: "exec" | "write";
  /** Whether `apply_patch` is built when nobody wrote `tools.exec.applyPatch.enabled`. */
  readonly applyPatchUnset: boolean;
  /** For which model providers `apply_patch` is built. */
  readonly applyPatchProviders: "openai" | "any";
  /** When `update_plan` is built while nobody wrote `tools.experimental.planTool`: never, for OpenAI's models, or for those of them that plan. */
  readonly planToolUnset: "never" | "openai" | "openai-planning";
  /** Whether writing a block `tools.exec` or `tools.fs` adds its tools to the profile. */
  readonly profileGrowsWithBlocks: boolean;
  /** Which tools of plugins exist once some layer has an allow list: all, those named in some list, or also those a pattern matches. */
  readonly pluginToolsNeed: "nothing" | "a-name" | "a-pattern";
  /**
   * Which plugins a list `plugins.allow` that does not name them turns off: all; all but the one in the memory slot; or all but that one and those
   * whose own entry is enabled.
   */
  readonly pluginAllow: "strict" | "spares-memory" | "spares-enabled";
  /** Where the switch of the memory tools stands: below `agents.defaults` and an agent, or below the root and an agent. */
  readonly memorySwitch: "memorySearch" | "memory.search";
  /** How `tools.byProvider` keys are compared with a model whose own name has a slash: without or with its provider in front. */
  readonly providerKeys: "plain" | "prefixed";
  /** Whether `tools.toolsBySender` exists. */
  readonly toolsBySender: boolean;
  /** Whether a sandbox's tool list takes `alsoAllow`, and naming a tool there lifts its default denial. */
  readonly sandboxReallow: boolean;
  /** The tool that every sandbox allow list gets besides, unless it is denied. */
  readonly sandboxImageTool: "image" | "view_image";
  /** Whether `tools.subagents.tools.allow` lifts what is denied to children by default. */
  readonly childReallow: boolean;
  /** Whether `tools.subagents.tools.alsoAllow` adds to the allow list there. */
  readonly childAlsoAllow: boolean;
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
export const firstToolBehaviour: ToolBehaviour = {
  unknownOnlyAllowList: "everything",
  applyPatchComesWith: "exec",
  applyPatchUnset: false,
  applyPatchProviders: "openai",
  planToolUnset: "never",
  profileGrowsWithBlocks: false,
  pluginToolsNeed: "nothing",
  pluginAllow: "strict",
  memorySwitch: "memorySearch",
  providerKeys: "plain",
  toolsBySender: false,
  sandboxReallow: false,
  sandboxImageTool: "image",
  childReallow: false,
  childAlsoAllow: false,
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
export const toolChanges: readonly ChangePoint<ToolBehaviour>[] = [
  {
    id: "child-reallow",
    since: "2026.2.22",
    what: "tools.subagents.tools.allow lifts default denials of children, and alsoAllow adds to it",
    source: "child policy read in 2026.2.21 and 2026.2.22",
    values: { childReallow: true, childAlsoAllow: true },
  },
  {
    id: "sandboxed-spawn",
    since: "2026.3.1",
    what: "sandboxed sessions may only start sandboxed children",
    source: "spawn read in 2026.2.26 and 2026.3.1, run in 2026.2.17 and 2026.6.1",
    values: { spawnFromSandbox: "sandboxed" },
  },
  {
    id: "profile-blocks",
    since: "2026.3.8",
    what: "a block tools.exec or tools.fs adds its tools to the profile",
    source: "policy resolver read in 2026.3.7 and 2026.3.8",
    values: { profileGrowsWithBlocks: true },
  },
  {
    id: "memory-slot",
    since: "2026.3.8",
    what: "plugins.allow spares the plugin in the memory slot, and that plugin's own entry can turn it off",
    source: "plugin states read in 2026.3.7 and 2026.3.8, run in 2026.2.17 and 2026.6.1",
    values: { pluginAllow: "spares-memory" },
  },
  {
    id: "sandbox-also-allow",
    since: "2026.3.24",
    what: "the tool list of a sandbox takes alsoAllow, and naming a tool there lifts its default denial",
    source: "sandbox policy read in 2026.3.23 and 2026.3.24, run in 2026.6.1",
    values: { sandboxReallow: true },
  },
  {
    id: "apply-patch",
    since: "2026.3.28",
    what: "apply_patch is on by default, and comes with write instead of exec",
    source: "tool builder and matcher read in 2026.3.24 and 2026.3.28, run in 2026.2.17 and 2026.6.1",
    values: { applyPatchUnset: true, applyPatchComesWith: "write" },
  },
  {
    id: "plugin-enabled",
    since: "2026.4.2",
    what: "plugins.allow spares plugins whose own entry is enabled",
    source: "plugin states read in 2026.4.1 and 2026.4.2, run in 2026.6.1",
    values: { pluginAllow: "spares-enabled" },
  },
  {
    id: "T9",
    since: "2026.4.5",
    what: "an allow list of only unknown names is kept",
    source: "policy pipeline read in 2026.4.2 and 2026.4.5, run in 2026.2.17 and 2026.6.1",
    values: { unknownOnlyAllowList: "what-it-names" },
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
    id: "plan-tool",
    since: "2026.4.8",
    what: "update_plan is built for OpenAI's models",
    source: "tool builder read in 2026.4.7, 2026.4.8 and 2026.4.9",
    values: { planToolUnset: "openai" },
  },
  {
    id: "plan-tool-planning",
    since: "2026.4.10",
    what: "update_plan is built for OpenAI's models of the gpt-5 family",
    source: "tool builder read in 2026.4.9 and 2026.4.10, run in 2026.6.1",
    values: { planToolUnset: "openai-planning" },
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
    id: "profile-blocks-end",
    since: "2026.4.29",
    what: "a block tools.exec or tools.fs no longer adds its tools to the profile",
    source: "policy resolver read in 2026.4.27 and 2026.4.29, run in 2026.6.1",
    values: { profileGrowsWithBlocks: false },
  },
  {
    id: "provider-keys",
    since: "2026.4.29",
    what: "tools.byProvider compares a model by its full name",
    source: "policy resolver read in 2026.4.27 and 2026.4.29",
    values: { providerKeys: "prefixed" },
  },
  {
    id: "plugin-names",
    since: "2026.5.3",
    what: "where a layer has an allow list, plugin tools exist only if some list names them or their plugin",
    source: "plugin tool resolver read in 2026.5.2 and 2026.5.3, run in 2026.6.1",
    values: { pluginToolsNeed: "a-name" },
  },
  {
    id: "tools-by-sender",
    since: "2026.5.12",
    what: "tools.toolsBySender exists",
    source: "policy resolver read in 2026.5.7 and 2026.5.12",
    values: { toolsBySender: true },
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
    id: "apply-patch-any",
    since: "2026.6.1",
    what: "apply_patch is built for every provider's models",
    source: "tool builder read in 2026.5.28 and 2026.6.1, run in 2026.6.1",
    values: { applyPatchProviders: "any" },
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
    id: "child-reallow-end",
    since: "2026.8.1",
    what: "tools.subagents.tools.allow no longer lifts default denials of children",
    source: "child policy read in 2026.7.35 and 2026.8.1, run in 2026.9.6",
    values: { childReallow: false },
  },
  {
    id: "memory-switch",
    since: "2026.8.1",
    what: "the switch of the memory tools is memory.search.enabled",
    source: "presence of the key in 2026.7.35 and 2026.8.1, run in 2026.6.1 and 2026.9.6",
    values: { memorySwitch: "memory.search" },
  },
  {
    id: "view-image",
    since: "2026.8.1",
    what: "a sandbox's tool list gets view_image instead of image",
    source: "sandbox policy read in 2026.7.35 and 2026.8.1, run in 2026.9.6",
    values: { sandboxImageTool: "view_image" },
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
    id: "plugin-patterns",
    since: "2026.9.1",
    what: "patterns in allow lists bring plugin tools as names do",
    source: "plugin tool resolver read in 2026.8.2 and 2026.9.1, run in 2026.9.6",
    values: { pluginToolsNeed: "a-pattern" },
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
