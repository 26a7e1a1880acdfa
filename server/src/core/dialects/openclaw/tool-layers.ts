/**
 * The layers of tool policy that do not depend on the session: profile, provider, global, agent, in the program's order.
 * Knows how each is read and what it lets through, not what follows for a session.
 */
import type { Because } from "../../grants/grant.ts";
import { at, member, readWord, type Place } from "../../reader.ts";
import type { Read } from "../../read.ts";
import { noTools, type Catalogue, type Mask } from "./catalogue.ts";
import { modelOf } from "./model.ts";
import { providerPolicies, type ProviderChoice } from "./provider-policy.ts";
import type { Behaviour } from "./releases.ts";
import type { Profile } from "./tables/tools.ts";
import {
  becauseOf,
  entryFor,
  isBlank,
  maskOf,
  pass,
  readToolList,
  readToolPolicy,
  withCompanion,
  type Passing,
  type ToolEntry,
  type ToolList,
  type ToolPolicy,
} from "./tool-lists.ts";

/** One step every tool must pass. */
export interface Layer {
  readonly name: string;
  readonly passing: Passing;
  /** The plugin tools that the names in this layer's allow list bring into being. Undefined where it has no such list. */
  readonly brings: Mask | undefined;
  /** Why it keeps or removes a tool; nothing where it says nothing about it. */
  because(tool: string): Because | undefined;
}

/** What all layers of one config share. */
export interface PolicyContext {
  readonly config: Place;
  readonly catalogue: Catalogue;
  readonly behaviour: Behaviour;
  /** Works something out that is the same for all agents, at most once under a name. */
  readonly once: <Value>(name: string, work: () => Value) => Value;
}

/** Reading a config begins here; what `once` has worked out lives as long as the context. */
export function policyContext(config: Place, catalogue: Catalogue, behaviour: Behaviour): PolicyContext {
  const known = new Map<string, unknown>();
  const once = <Value>(name: string, work: () => Value): Value => {
    if (!known.has(name)) known.set(name, work());
    return known.get(name) as Value;
  };
  return { config, catalogue, behaviour, once };
}

/** True when something stands, or may stand, below one of an entry's own keys. */
export function says(entry: Place | undefined, ...keys: string[]): boolean {
  if (!entry) return false;
  const place = at(entry, ...keys);
  return place.node !== undefined || place.unknown !== undefined;
}

/** The layers that hold for an agent in every session. */
export function agentLayers(context: PolicyContext, agent: Place | undefined, built: Passing): readonly Layer[] {
  const { config, behaviour } = context;
  const global = member(config, "tools");
  const own = agent && member(agent, "tools");
  const model = modelOf(config, agent, behaviour);
  const layers: (Layer | undefined)[] = [profileLayer(context, own, global)];
  const globalChoice = providerPolicies(global, model, behaviour);
  const ownChoice = own && providerPolicies(own, model, behaviour);
  layers.push(providerProfileLayer(context, ownChoice, globalChoice));
  layers.push(
    context.once(`tools ${built.sure} ${built.maybe}`, () => listLayer(context, "tools", global, built)),
    ...choiceLayers(context, "tools.byProvider", globalChoice, built),
  );
  if (own) layers.push(listLayer(context, "tools (agent)", own, built));
  if (ownChoice) layers.push(...choiceLayers(context, "tools.byProvider (agent)", ownChoice, built));
  return layers.filter((layer) => layer !== undefined);
}

/** A layer with its own `allow`, `alsoAllow` and `deny`. Nothing where none of them is written. */
export function listLayer(context: PolicyContext, name: string, place: Place, built: Passing | undefined): Layer | undefined {
  const policy = readToolPolicy(place);
  const says = policy.allow.isSet || policy.deny.isSet || policy.allow.entries.length > 0;
  return says ? policyLayer(context, name, policy, built) : undefined;
}

/** `built`: the tools that exist, for layers whose allow list early releases drop when it names no core tool among them. */
export function policyLayer(context: PolicyContext, name: string, policy: ToolPolicy, built: Passing | undefined): Layer {
  const { catalogue, behaviour } = context;
  const isJudged = built !== undefined && behaviour.unknownOnlyAllowList === "everything";
  const isDropped = isJudged && namesNoCore(catalogue, policy, built.maybe);
  const mayDrop = isJudged && namesNoCore(catalogue, policy, built.sure);
  const dropped = { ...policy, allow: { ...policy.allow, isSet: false } };
  const effective = isDropped ? dropped : policy;
  const { sure } = pass(catalogue, effective, behaviour.applyPatchComesWith);
  const { maybe } = pass(catalogue, mayDrop ? dropped : policy, behaviour.applyPatchComesWith);
  // Plugins are asked for their tools with every deny list in hand, and patterns then mean the plugins' own ids as well.
  const blocks = (entry: ToolEntry): Mask => (behaviour.pluginToolsNeed === "nothing" ? noTools : catalogue.blockedPluginTools(entry.name));
  const blocked = policy.deny.entries.reduce((mask, entry) => mask | blocks(entry), noTools);
  return {
    name,
    passing: { sure: sure & ~blocked, maybe: maybe & ~blocked },
    brings: broughtBy(context, policy.allow),
    because(tool) {
      const blocking = policy.deny.entries.find((entry) => (blocks(entry) & catalogue.tool(tool)) !== noTools);
      const because = becauseOf(catalogue, name, effective, tool, behaviour.applyPatchComesWith);
      if (blocking && because?.read !== blocking.read)
        return { layer: name, says: `denies "${blocking.name}", which means the plugin of "${tool}"`, read: blocking.read };
      return (
        because ??
        (isDropped
          ? { layer: name, says: "allows only names of no core tool, so the list is dropped", read: policy.allow.read }
          : undefined)
      );
    },
  };
}

function namesNoCore(catalogue: Catalogue, { allow }: ToolPolicy, built: Mask): boolean {
  if (!allow.isSet || allow.isOpen || isBlank(allow)) return false;
  const core = built & ~catalogue.ofPlugins;
  return allow.entries.every(({ name }) => {
    const entry = catalogue.normalize(name);
    return entry !== "*" && ((catalogue.groups.get(entry) ?? catalogue.tool(entry)) & core) === noTools;
  });
}

/** A list of `alsoAllow` alone leaves the usual plugin tools there besides those it names. */
function broughtBy({ catalogue, behaviour }: PolicyContext, { entries, isSet }: ToolList): Mask | undefined {
  const names = entries.map(({ name }) => catalogue.normalize(name)).filter((name) => name !== "");
  if (names.length === 0) return undefined;
  if (!isSet || names.includes("*") || names.includes("group:plugins")) return catalogue.ofPlugins;
  const usesPatterns = behaviour.pluginToolsNeed === "a-pattern";
  const brings = (name: string) =>
    (catalogue.plugins.get(name) ?? noTools) | (usesPatterns || !name.includes("*") ? catalogue.byName(name) : noTools);
  return names.reduce((mask, name) => mask | brings(name), noTools) & catalogue.ofPlugins;
}

/** Where the model is not known, any of the entries may hold, or none. */
function choiceLayers(context: PolicyContext, name: string, choice: ProviderChoice, built: Passing): Layer[] {
  const layers = choice.places.flatMap((place) => listLayer(context, name, place, built) ?? []);
  return choice.isKnown
    ? layers
    : layers.map((layer) => ({ ...layer, passing: { sure: layer.passing.sure, maybe: context.catalogue.all } }));
}

const profileWords = ["minimal", "coding", "messaging", "full"] as const;

function profileLayer(context: PolicyContext, own: Place | undefined, global: Place): Layer | undefined {
  const sources = [...(own ? [{ layer: "tools.profile (agent)", place: own }] : []), { layer: "tools.profile", place: global }];
  const also = sources.map(({ place }) => readToolList(member(place, "alsoAllow"))).find(({ isSet }) => isSet);
  const blocks = context.behaviour.profileGrowsWithBlocks ? blockTools(sources.map(({ place }) => place)) : [];
  return chosenProfile(context, sources, [...(also?.entries ?? []), ...blocks], also?.isOpen ?? false);
}

function providerProfileLayer(context: PolicyContext, own: ProviderChoice | undefined, global: ProviderChoice): Layer | undefined {
  const choices = own ? [own, global] : [global];
  const places = choices.flatMap((choice) => choice.places);
  const unsure = choices.find(({ isKnown }) => !isKnown)?.places.find((place) => member(place, "profile").node !== undefined);
  if (unsure) return unknownLayer(context.catalogue, providerProfile, unknownModel(unsure));
  const sources = places.map((place) => ({ layer: providerProfile, place }));
  const also = places.map((place) => readToolList(member(place, "alsoAllow"))).find(({ isSet }) => isSet);
  return chosenProfile(context, sources, also?.entries ?? [], also?.isOpen ?? false);
}

const providerProfile = "tools.byProvider profile";

function unknownModel({ at, path }: Place): Read<unknown> & { readonly why: string } {
  return { state: "unknown", at, path, why: "it holds for one model's provider, and the agent's model is not known" };
}

/** The first profile that is written holds, with what is added to it. */
function chosenProfile(
  context: PolicyContext,
  sources: readonly { readonly layer: string; readonly place: Place }[],
  more: readonly ToolEntry[],
  isOpen: boolean,
): Layer | undefined {
  for (const { layer, place } of sources) {
    const read = readWord(member(place, "profile"), profileWords);
    if (read.state === "unset") continue;
    if (read.state === "unknown") return unknownLayer(context.catalogue, layer, read);
    if (read.value === "full") return fullProfile(context.catalogue, layer, read);
    return profileOf(context, layer, read.value, read, more, isOpen);
  }
  return undefined;
}

/** Lets everything through, the tools of plugins included. */
function fullProfile(catalogue: Catalogue, layer: string, read: Read<unknown>): Layer {
  const everything = { sure: catalogue.all, maybe: catalogue.all };
  return { name: layer, passing: everything, brings: catalogue.ofPlugins, because: () => ({ layer, says: 'profile is "full"', read }) };
}

function profileOf(
  context: PolicyContext,
  layer: string,
  profile: Profile,
  read: Read<unknown>,
  more: readonly ToolEntry[],
  isOpen: boolean,
): Layer {
  const { catalogue, behaviour } = context;
  const included = catalogue.profiles.get(profile) ?? noTools;
  const sure = withCompanion(catalogue, included | maskOf(catalogue, more), behaviour.applyPatchComesWith);
  const list = { read, isSet: true, entries: more, isOpen };
  return {
    name: layer,
    passing: { sure, maybe: isOpen ? catalogue.all : sure },
    brings: (included & catalogue.ofPlugins) | (broughtBy(context, list) ?? noTools),
    because(tool) {
      const added = entryFor(catalogue, list, tool);
      if (added) return { layer, says: `adds "${added.name}" to the profile`, read: added.read };
      const has = (included & catalogue.tool(tool)) !== noTools;
      return { layer, says: `profile is "${profile}", which ${has ? "includes" : "does not include"} "${tool}"`, read };
    },
  };
}

/** A layer that says something nobody can know. */
export function unknownLayer(catalogue: Catalogue, name: string, read: Read<unknown> & { readonly why?: string }): Layer {
  return {
    name,
    passing: { sure: noTools, maybe: catalogue.all },
    brings: undefined,
    because: () => ({ layer: name, says: read.why ?? "what it says is not known", read }),
  };
}

/** In some releases, writing about exec or files was enough to get the tools. */
function blockTools(places: readonly Place[]): ToolEntry[] {
  const blocks = [
    { key: "exec", tools: ["exec", "process"] },
    { key: "fs", tools: ["read", "write", "edit"] },
  ];
  return blocks.flatMap(({ key, tools }) => {
    const place = places.map((tools) => at(tools, key)).find(({ node, unknown }) => node !== undefined || unknown !== undefined);
    if (!place?.node || place.node.type === "null") return [];
    const read: Read<unknown> = { state: "set", value: place.node, at: place.at, path: place.path, node: place.node };
    return tools.map((name) => ({ name, read }));
  });
}
