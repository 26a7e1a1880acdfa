/**
 * The layers of tool policy that depend on the session: who writes, the sandbox, being a child. Those of group chats stand elsewhere.
 * Knows how each is read and what it lets through. What kind of session runs in a sandbox is decided elsewhere.
 */
import type { SessionKind } from "../../grants/grant.ts";
import { at, member, readNumber, type Place } from "../../reader.ts";
import { matchesPattern, noTools } from "./catalogue.ts";
import { anySender } from "./chat-layers.ts";
import { listLayer, policyLayer, says, unknownLayer, type Layer, type PolicyContext } from "./layer.ts";
import { emptyList, isBlank, join, ownList, readToolList, type Passing, type ToolList } from "./tool-lists.ts";

/** What holds for a sender no key names: the agent's `*` entry, or else the global one. */
function senderLayer(context: PolicyContext, agent: Place | undefined, built: Passing): Layer | undefined {
  if (!context.behaviour.toolsBySender) return undefined;
  const places = [agent && member(agent, "tools"), member(context.config, "tools")].filter((place) => place !== undefined);
  for (const place of places) {
    const bySender = member(place, "toolsBySender");
    if (bySender.unknown !== undefined) {
      return unknownLayer(context.catalogue, "tools.toolsBySender", {
        state: "unknown",
        at: bySender.at,
        path: bySender.path,
        why: bySender.unknown,
      });
    }
    const anyone = anySender(place);
    if (anyone) return listLayer(context, "tools.toolsBySender", anyone, built);
  }
  return undefined;
}

/** The tool list of the sandbox: each part from the agent, from the global block, or the program's own. */
function sandboxLayer(context: PolicyContext, agent: Place | undefined): Layer {
  const { catalogue, behaviour, config } = context;
  const global = at(config, "tools", "sandbox", "tools");
  const own = agent && at(agent, "tools", "sandbox", "tools");
  const pick = (key: string): ToolList => {
    const list = own && readToolList(member(own, key));
    return list?.isSet ? list : readToolList(member(global, key));
  };
  const allow = pick("allow");
  const also = behaviour.sandboxReallow ? pick("alsoAllow") : emptyList(allow.read);
  const deny = pick("deny");
  const base = allow.isSet ? allow : ownList(catalogue.lists.sandboxAllow, also.isSet && also.entries.length > 0 ? also.read : allow.read);
  const isEmpty = allow.isSet && allow.entries.length === 0 && !allow.isOpen;
  const allowed = isEmpty ? base : join(base, also);
  const lifting = behaviour.sandboxReallow ? join(allow, also) : undefined;
  const denied = deny.isSet ? deny : ownList(defaultDeny(context, lifting), deny.read);
  const layer = policyLayer(context, "tools.sandbox.tools", withImageTool(context, allowed, denied), undefined);
  // Groups are written out before plugins are asked for their tools, so here they name them.
  const named = allowed.entries.reduce((mask, { name }) => mask | (catalogue.groups.get(catalogue.normalize(name)) ?? noTools), noTools);
  const brings = layer.brings === undefined ? undefined : layer.brings | (named & catalogue.ofPlugins);
  return { ...(!deny.isSet && lifting?.isOpen ? mayPass(context, layer) : layer), brings };
}

/** The layer when a name that is not known might lift what it denies. */
function mayPass({ catalogue }: PolicyContext, layer: Layer): Layer {
  return { ...layer, passing: { sure: layer.passing.sure, maybe: catalogue.all } };
}

/** Naming a tool in an allow list lifts its default denial. */
function defaultDeny({ catalogue }: PolicyContext, lifted: ToolList | undefined): string[] {
  const mask = lifted?.entries.reduce((tools, { name }) => tools | catalogue.matchesPlainly(name), noTools) ?? noTools;
  return catalogue.lists.sandboxDeny.filter((name) => (catalogue.tool(name) & mask) === noTools);
}

/** The tool that looks at images is added to every list that does not deny it. */
function withImageTool({ catalogue, behaviour }: PolicyContext, allow: ToolList, deny: ToolList): { allow: ToolList; deny: ToolList } {
  const tool = behaviour.sandboxImageTool;
  const deniesOldName = tool !== "image" && deny.entries.some(({ name }) => namesImage(catalogue.normalize(name)));
  return {
    allow: isBlank(allow) ? allow : join(allow, ownList([tool], allow.read)),
    deny: deniesOldName ? join(deny, ownList([tool], deny.read)) : deny,
  };
}

/** The old name still denies the renamed tool inside a sandbox, and so does a pattern that would have meant it. */
function namesImage(entry: string): boolean {
  return matchesPattern("image", entry);
}

/** What a child is denied, at the first level below the agent. */
function childLayer(context: PolicyContext): Layer {
  const { catalogue, behaviour, config } = context;
  const tools = at(config, "tools", "subagents", "tools");
  const allow = readToolList(member(tools, "allow"));
  const also = behaviour.childAlsoAllow ? readToolList(member(tools, "alsoAllow")) : emptyList(allow.read);
  const deny = readToolList(member(tools, "deny"));
  const depth = readNumber(at(config, "agents", "defaults", "subagents", "maxSpawnDepth"));
  const isLeaf = depth.state === "unknown" || 1 >= Math.max(1, Math.floor(depth.state === "set" ? depth.value : behaviour.unsetSpawnDepth));
  const lifted = new Set(behaviour.childReallow ? [...allow.entries, ...also.entries].map(({ name }) => catalogue.normalize(name)) : []);
  const own = [...catalogue.lists.childDeny, ...(isLeaf ? catalogue.lists.leafDeny : [])].filter((name) => !lifted.has(name));
  const policy = { allow: allow.isSet ? join(allow, also) : allow, deny: join(ownList(own, deny.read), deny) };
  const layer = policyLayer(context, "tools.subagents.tools", policy, undefined);
  return behaviour.childReallow && (allow.isOpen || also.isOpen) ? mayPass(context, layer) : layer;
}

/** The layers a session brings besides its chat's, in order. What does not depend on the agent is worked out once. */
export function sessionLayers(
  context: PolicyContext,
  agent: Place | undefined,
  { kind, sandboxed }: { readonly kind: SessionKind; readonly sandboxed: boolean },
  built: Passing,
): readonly Layer[] {
  const { once } = context;
  const sandbox = () =>
    says(agent, "tools", "sandbox") ? sandboxLayer(context, agent) : once("sandbox tools", () => sandboxLayer(context, undefined));
  const sender = () => senderLayer(context, undefined, built);
  const layers = [
    says(agent, "tools", "toolsBySender") ? senderLayer(context, agent, built) : once(`sender ${built.sure} ${built.maybe}`, sender),
    sandboxed ? sandbox() : undefined,
    kind === "subagent" ? once("child", () => childLayer(context)) : undefined,
  ];
  return layers.filter((layer) => layer !== undefined);
}
