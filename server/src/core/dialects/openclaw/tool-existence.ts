/**
 * Tools that a config leaves unbuilt: switched off, belonging to a plugin that is off, or not named by any allow list that would bring them
 * into being. Knows nothing of who may use a tool once it is there.
 */
import type { Because } from "../../grants/grant.ts";
import { at, elementsOf, member, membersOf, readAny, readBoolean, readString, type Place } from "../../reader.ts";
import type { Read } from "../../read.ts";
import { noTools, type Catalogue, type Mask } from "./catalogue.ts";
import type { Model } from "./model.ts";
import type { Layer, PolicyContext } from "./layer.ts";

/** The layers that take away what is not built for an agent, in any session. */
export function existenceLayers(context: PolicyContext, agent: Place | undefined, model: Model | undefined): readonly Layer[] {
  const { config, catalogue } = context;
  const layers = [
    applyPatchLayer(context, agent, model),
    switchLayer(catalogue, [at(config, "tools", "web", "search", "enabled")], catalogue.tool("web_search")),
    switchLayer(catalogue, [at(config, "tools", "web", "fetch", "enabled")], catalogue.tool("web_fetch")),
    switchLayer(catalogue, memorySwitches(context, agent), catalogue.tool("memory_search") | catalogue.tool("memory_get")),
    ...[...catalogue.plugins].map(([plugin, tools]) => pluginLayer(context, plugin, tools)),
  ];
  return layers.filter((layer) => layer !== undefined);
}

/**
 * Once some layer has an allow list, a plugin's tool exists only if a list names it, its plugin or all plugins. Patterns count in late
 * releases, groups other than `group:plugins` never do.
 */
export function namingLayer({ catalogue, behaviour }: PolicyContext, layers: readonly Layer[]): Layer | undefined {
  if (behaviour.pluginToolsNeed === "nothing") return undefined;
  const lists = layers.flatMap(({ brings }) => (brings === undefined ? [] : [brings]));
  if (lists.length === 0) return undefined;
  const missing = catalogue.ofPlugins & ~lists.reduce((mask, brings) => mask | brings, noTools);
  if (missing === noTools) return undefined;
  const first = layers.find(({ brings }) => brings !== undefined);
  const because = (tool: string): Because | undefined => {
    const read = first?.because(tool)?.read;
    return read && { layer: "plugin tools", says: `no allow list names "${tool}" or its plugin, so the tool is not built`, read };
  };
  // A name that is not known might be the plugin's.
  const isKnown = layers.every(({ passing }) => passing.sure === passing.maybe);
  return removing(catalogue, "plugin tools", missing, because, isKnown);
}

/** A sandbox that may only read its workspace has no tool that writes. */
export function readOnlyLayer({ catalogue }: PolicyContext, because: Because, certain: boolean): Layer {
  const writing = catalogue.tool("write") | catalogue.tool("edit") | catalogue.tool("apply_patch");
  return removing(catalogue, because.layer, writing, () => because, certain);
}

function applyPatchLayer(context: PolicyContext, agent: Place | undefined, model: Model | undefined): Layer | undefined {
  const { config, catalogue, behaviour } = context;
  const own = agent && at(agent, "tools", "exec", "applyPatch");
  const place = own && (own.node || own.unknown !== undefined) ? own : at(config, "tools", "exec", "applyPatch");
  const enabled = readBoolean(member(place, "enabled"));
  const bit = catalogue.tool("apply_patch");
  const remove = (says: string, read: Read<unknown>, certain = true) =>
    removing(catalogue, "tools.exec.applyPatch", bit, () => ({ layer: "tools.exec.applyPatch", says, read }), certain);
  if (enabled.state === "unknown") return remove(enabled.why, enabled, false);
  if (enabled.state === "set" ? !enabled.value : !behaviour.applyPatchUnset) return remove("apply_patch is not enabled", enabled);
  if (behaviour.applyPatchProviders === "openai") {
    if (!model) return remove("apply_patch exists for OpenAI's models only, and the agent's model is not known", enabled, false);
    if (!openaiProviders.includes(model.provider)) return remove("apply_patch exists for OpenAI's models only", model.read);
  }
  return modelLayer(member(place, "allowModels"), model, remove);
}

/** The tool that keeps a plan, where it is a tool of its own: built for some models, and in late releases where an allow list names it. */
export function planLayer(
  { config, catalogue, behaviour }: PolicyContext,
  agent: Place | undefined,
  model: Model | undefined,
  layers: readonly Layer[],
): Layer | undefined {
  const bit = catalogue.tool("update_plan");
  const isNamed = layers.some(({ named }) => (named & bit) !== noTools);
  if (bit === noTools || (isNamed && behaviour.planToolByName)) return undefined;
  const name = "tools.experimental.planTool";
  const read = readBoolean(at(config, "tools", "experimental", "planTool"));
  const remove = (says: string, certain = true) => removing(catalogue, name, bit, () => ({ layer: name, says, read }), certain);
  if (read.state === "unknown") return remove(read.why, false);
  if (read.state === "set") return read.value ? undefined : remove("is false");
  if (behaviour.planToolUnset === "never") return remove("is not written");
  if (!model) return remove("update_plan exists for OpenAI's models only, and the agent's model is not known", false);
  if (!openaiProviders.includes(model.provider)) return remove("update_plan exists for OpenAI's models only");
  if (behaviour.planToolUnset === "openai") return undefined;
  const contracts = [agent, at(config, "agents", "defaults")]
    .filter((place) => place !== undefined)
    .map((place) => readString(at(place, "embeddedAgent", "executionContract")));
  const contract = contracts.find(({ state }) => state !== "unset");
  if (contract?.state === "unknown") return remove(contract.why, false);
  const plans = planningModel.test(model.id) && (contract?.state !== "set" || contract.value !== "default");
  return plans ? undefined : remove("the agent's model is none that plans");
}

const planningModel = /^gpt-5(?:[.o-]|$)/;

const openaiProviders = ["openai", "openai-codex"];

function modelLayer(
  place: Place,
  model: Model | undefined,
  remove: (says: string, read: Read<unknown>, certain?: boolean) => Layer,
): Layer | undefined {
  const words = elementsOf(place).map(readString);
  if (words.length === 0 && place.unknown === undefined) return undefined;
  const read = readAny(place);
  const isKnown = model !== undefined && place.unknown === undefined && words.every(({ state }) => state === "set");
  if (!isKnown) return remove("which models may use apply_patch is not known", read, false);
  const names = words.map((word) => (word.state === "set" ? word.value.trim().toLowerCase() : ""));
  const full = model.id.includes("/") ? model.id : `${model.provider}/${model.id}`;
  return names.includes(model.id) || names.includes(full) ? undefined : remove("apply_patch is not allowed for the agent's model", read);
}

/** Where the memory tools can be switched off, the place that wins first. */
function memorySwitches({ config, behaviour }: PolicyContext, agent: Place | undefined): readonly Place[] {
  const isOld = behaviour.memorySwitch === "memorySearch";
  const keys = isOld ? ["memorySearch", "enabled"] : ["memory", "search", "enabled"];
  const common = isOld ? at(config, "agents", "defaults") : config;
  return [agent, common].filter((place) => place !== undefined).map((place) => at(place, ...keys));
}

/** Tools that a switch takes away when it is off; the first place that says something decides. */
function switchLayer(catalogue: Catalogue, places: readonly Place[], tools: Mask): Layer | undefined {
  for (const place of places) {
    const read = readBoolean(place);
    if (read.state === "unset") continue;
    const name = place.path.filter((segment) => typeof segment === "string").join(".");
    if (read.state === "unknown") return removing(catalogue, name, tools, () => ({ layer: name, says: read.why, read }), false);
    return read.value ? undefined : removing(catalogue, name, tools, () => ({ layer: name, says: "is false", read }));
  }
  return undefined;
}

function pluginLayer(context: PolicyContext, plugin: string, tools: Mask): Layer | undefined {
  const { config, catalogue, behaviour } = context;
  const plugins = member(config, "plugins");
  const off = (says: string, read: Read<unknown>, certain = true) => {
    const layer = `plugins (${plugin})`;
    return removing(catalogue, layer, tools, () => ({ layer, says, read }), certain);
  };
  if (!plugins.node && plugins.unknown === undefined) return undefined;
  const enabled = readBoolean(member(plugins, "enabled"));
  if (enabled.state === "unknown") return off(enabled.why, enabled, false);
  if (enabled.state === "set" && !enabled.value) return off("plugins are off", enabled);
  const denied = names(member(plugins, "deny"));
  if (denied.has(plugin)) return off(`plugins.deny names "${plugin}"`, denied.read);
  const entry = readBoolean(at(plugins, "entries", plugin, "enabled"));
  const isMemory = (tools & catalogue.memoryPlugin) !== noTools;
  const isSpared = isMemory && behaviour.pluginAllow !== "strict";
  if (entry.state === "set" && !entry.value && (isSpared || !isMemory)) return off("its entry is not enabled", entry);
  const slot = readString(at(plugins, "slots", "memory"));
  if (isMemory && slot.state === "set" && slot.value.trim() !== plugin) return off(`the memory slot holds "${slot.value}"`, slot);
  const allowed = names(member(plugins, "allow"));
  const isEnabled =
    behaviour.pluginAllow === "spares-enabled" &&
    ((entry.state === "set" && entry.value) || (plugin === "browser" && isBrowserCalledFor(context)));
  if (!isSpared && !isEnabled && allowed.isSet && !allowed.has(plugin))
    return off(`plugins.allow does not name "${plugin}"`, allowed.read, !allowed.isOpen);
  const unsure = [denied, allowed].find(({ isOpen }) => isOpen)?.read ?? [entry, slot].find(({ state }) => state === "unknown");
  return unsure ? off("whether the plugin is on is not known", unsure, false) : undefined;
}

/** The browser's plugin turns itself on where anything of it is configured, or a common or agent's allow list names its tool. */
function isBrowserCalledFor({ config, catalogue, once }: PolicyContext): boolean {
  return once("browser", () => {
    const block = member(config, "browser");
    const enabled = readBoolean(member(block, "enabled"));
    if (enabled.state === "set" && !enabled.value) return false;
    if (block.node || at(config, "plugins", "entries", "browser").node) return true;
    const agents = [...elementsOf(at(config, "agents", "list")), ...membersOf(at(config, "agents", "entries")).map(({ place }) => place)];
    return [config, ...agents].some((place) =>
      ["allow", "alsoAllow"].some((key) =>
        elementsOf(at(place, "tools", key)).some((name) => {
          const read = readString(name);
          return read.state === "set" && catalogue.normalize(read.value) === "browser";
        }),
      ),
    );
  });
}

/** A list of plugin ids. */
function names(place: Place): {
  readonly has: (id: string) => boolean;
  readonly isSet: boolean;
  readonly isOpen: boolean;
  readonly read: Read<unknown>;
} {
  const reads = elementsOf(place).map(readString);
  const ids = reads.flatMap((read) => (read.state === "set" ? [read.value.trim().toLowerCase()] : []));
  const isOpen = place.unknown !== undefined || reads.some(({ state }) => state !== "set");
  return { has: (id) => ids.includes(id), isSet: ids.length > 0, isOpen, read: readAny(place) };
}

/** A layer that takes tools away; where that is not certain, they may be there. */
function removing(catalogue: Catalogue, name: string, tools: Mask, because: (tool: string) => Because | undefined, certain = true): Layer {
  return {
    name,
    passing: { sure: catalogue.all & ~tools, maybe: certain ? catalogue.all & ~tools : catalogue.all },
    brings: undefined,
    named: noTools,
    because: (tool) => ((catalogue.tool(tool) & tools) === noTools ? undefined : because(tool)),
  };
}
