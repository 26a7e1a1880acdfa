/** When OpenClaw's tool policy changed: lists, profiles, which tools are built. Facts with their source, no logic. */
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
  /** Whether an allow list that names `update_plan` has it built whatever else holds. */
  readonly planToolByName: boolean;
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
}

/** What held in 2026.2.17 and before the first change point. */
export const firstToolBehaviour: ToolBehaviour = {
  unknownOnlyAllowList: "everything",
  applyPatchComesWith: "exec",
  applyPatchUnset: false,
  applyPatchProviders: "openai",
  planToolUnset: "never",
  planToolByName: false,
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
    id: "plan-tool-named",
    since: "2026.5.7",
    what: "an allow list that names update_plan has it built for every model",
    source: "tool builder read in 2026.5.6 and 2026.5.7, run in 2026.6.1",
    values: { planToolByName: true },
  },
  {
    id: "tools-by-sender",
    since: "2026.5.12",
    what: "tools.toolsBySender exists",
    source: "policy resolver read in 2026.5.7 and 2026.5.12",
    values: { toolsBySender: true },
  },
  {
    id: "apply-patch-any",
    since: "2026.6.1",
    what: "apply_patch is built for every provider's models",
    source: "tool builder read in 2026.5.28 and 2026.6.1, run in 2026.6.1",
    values: { applyPatchProviders: "any" },
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
    id: "plugin-patterns",
    since: "2026.9.1",
    what: "patterns in allow lists bring plugin tools as names do",
    source: "plugin tool resolver read in 2026.8.2 and 2026.9.1, run in 2026.9.6",
    values: { pluginToolsNeed: "a-pattern" },
  },
];
