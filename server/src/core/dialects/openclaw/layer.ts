/**
 * One layer of tool policy: what it lets through and why. Knows how a block with lists becomes a layer, not which blocks there are nor what
 * order they come in.
 */
import type { Because } from "../../grants/grant.ts";
import { at, type Place } from "../../reader.ts";
import type { Read } from "../../read.ts";
import { noTools, type Catalogue, type Mask } from "./catalogue.ts";
import type { Behaviour } from "./releases.ts";
import {
  becauseOf,
  isBlank,
  maskOf,
  pass,
  readToolPolicy,
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
  /** The tools its allow list names, by groups and patterns too; nothing where it has none. */
  readonly named: Mask;
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
    named: policy.allow.meansAll ? catalogue.all : maskOf(catalogue, policy.allow.entries),
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
export function broughtBy({ catalogue, behaviour }: PolicyContext, { entries, isSet }: ToolList): Mask | undefined {
  const names = entries.map(({ name }) => catalogue.normalize(name)).filter((name) => name !== "");
  if (names.length === 0) return undefined;
  if (!isSet || names.includes("*") || names.includes("group:plugins")) return catalogue.ofPlugins;
  const usesPatterns = behaviour.pluginToolsNeed === "a-pattern";
  const brings = (name: string) =>
    (catalogue.plugins.get(name) ?? noTools) | (usesPatterns || !name.includes("*") ? catalogue.byName(name) : noTools);
  return names.reduce((mask, name) => mask | brings(name), noTools) & catalogue.ofPlugins;
}

/** A layer that says something nobody can know. */
export function unknownLayer(catalogue: Catalogue, name: string, read: Read<unknown> & { readonly why?: string }): Layer {
  return {
    name,
    passing: { sure: noTools, maybe: catalogue.all },
    brings: undefined,
    named: noTools,
    because: () => ({ layer: name, says: read.why ?? "what it says is not known", read }),
  };
}
