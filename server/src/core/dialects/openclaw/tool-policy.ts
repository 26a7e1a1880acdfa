/**
 * Which tools survive every layer in one kind of session of one agent, and why each one did or did not.
 * Puts the layers together; how one layer is read is not known here.
 */
import type { Because, SessionKind } from "../../grants/grant.ts";
import { at, type Place } from "../../reader.ts";
import type { UnsetRead } from "../../read.ts";
import { noTools, type Catalogue, type Mask } from "./catalogue.ts";
import { chatLayers } from "./chat-layers.ts";
import { modelOf } from "./model.ts";
import type { Sandbox } from "./sandbox.ts";
import { sessionLayers } from "./session-layers.ts";
import { existenceLayers, namingLayer, planLayer, readOnlyLayer } from "./tool-existence.ts";
import { says, type Layer, type PolicyContext } from "./layer.ts";
import { agentLayers } from "./tool-layers.ts";
import type { Passing } from "./tool-lists.ts";

/** The tools of one kind of session. `passing.sure` are there; those in `passing.maybe` besides may be, depending on what is not known. */
export interface SessionTools {
  readonly passing: Passing;
  /** Of those, tools that a sender who is no owner does not get. */
  readonly ownerOnly: Mask;
  /** The reads that decide about a tool, the decisive one first: what removes it, or everything that lets it in. */
  explain(tool: string): readonly Because[];
}

/** The tools of an agent by kind of session. `sandboxed` is undefined where it cannot be known: then both cases count. */
export type AgentTools = (kind: SessionKind, sandboxed: boolean | undefined) => SessionTools;

/** The layers are read once; each combination of circumstances is worked out once. */
export function resolveTools(context: PolicyContext, agent: Place | undefined, sandbox: Sandbox): AgentTools {
  const { catalogue } = context;
  const model = modelOf(context.config, agent, context.behaviour);
  const missing = existenceLayers(context, agent, model);
  const built = passAll(catalogue, missing);
  const readOnlyWorkspace = readOnlyOf(context, sandbox);
  // Early releases judge an allow list by which of its names exist, and those can differ from session to session.
  const standing = remember((readOnly: Layer | undefined) => {
    const here = readOnly ? passAll(catalogue, [...missing, readOnly]) : built;
    return { here, layers: agentLayers(context, agent, here) };
  });
  const work = (kind: SessionKind, sandboxed: boolean, chat?: Layer): SessionTools => {
    const readOnly = sandboxed ? readOnlyWorkspace : undefined;
    const { here, layers: always } = standing(readOnly);
    const layers = [...always, ...(chat ? [chat] : []), ...sessionLayers(context, agent, { kind, sandboxed }, here)];
    const unbuilt = [namingLayer(context, layers), planLayer(context, agent, model, layers), readOnly];
    return combine(
      context,
      agent,
      [...missing, ...layers, ...unbuilt].filter((layer) => layer !== undefined),
    );
  };
  // A group session can belong to any chat that may write: a tool is there when it is there in one of them.
  const inAnyChat = (sandboxed: boolean): SessionTools => {
    const { here } = standing(sandboxed ? readOnlyWorkspace : undefined);
    const chats = context.once(`chats ${here.sure} ${here.maybe}`, () => chatLayers(context, here));
    return anyOf(
      chats.map((chat) => work("group", sandboxed, chat)),
      catalogue.tool,
    );
  };
  const known = new Map<string, SessionTools>();
  const tools: AgentTools = (kind, sandboxed) => {
    // All other kinds share their layers.
    const key = `${kind === "group" || kind === "subagent" ? kind : "other"} ${sandboxed}`;
    const settled = (inside: boolean) => (kind === "group" ? inAnyChat(inside) : work(kind, inside));
    const done = known.get(key) ?? (sandboxed === undefined ? either(tools(kind, false), tools(kind, true)) : settled(sandboxed));
    known.set(key, done);
    return done;
  };
  return tools;
}

/** What passes every layer. */
function passAll(catalogue: Catalogue, layers: readonly Layer[]): Passing {
  const and = (pick: (passing: Passing) => Mask): Mask => layers.reduce((mask, { passing }) => mask & pick(passing), catalogue.all);
  return { sure: and(({ sure }) => sure), maybe: and(({ maybe }) => maybe) };
}

function remember<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? work(key);
    known.set(key, value);
    return value;
  };
}

function combine({ catalogue, config, behaviour, once }: PolicyContext, agent: Place | undefined, layers: readonly Layer[]): SessionTools {
  const passing = passAll(catalogue, layers);
  return {
    passing,
    ownerOnly: once("owners", () => ownersOnly(catalogue)) & passing.maybe,
    explain(tool) {
      const bit = catalogue.tool(tool);
      if (bit === noTools) return [byDefault(agent ?? config, behaviour.release, `there is no tool "${tool}"`)];
      const removing =
        layers.find((layer) => (layer.passing.maybe & bit) === noTools) ?? layers.find((layer) => (layer.passing.sure & bit) === noTools);
      const because = removing?.because(tool);
      if (because) return [because];
      const keeping = layers.flatMap((layer) => layer.because(tool) ?? []).reverse();
      return keeping.length > 0 ? keeping : [byDefault(agent ?? config, behaviour.release, `nothing takes "${tool}" away`)];
    },
  };
}

/** Nothing was written about the tool: the place is where a list would be. */
function byDefault(place: Place, release: string, says: string): Because {
  const { at: location, path } = at(place, "tools", "deny");
  const read: UnsetRead = { state: "unset", at: location, path };
  return { layer: `default of ${release}`, says, read };
}

function ownersOnly(catalogue: Catalogue): Mask {
  return catalogue.lists.ownerOnly.reduce((mask, name) => mask | catalogue.tool(name), noTools);
}

/** One of these holds, and who writes chooses which. */
function anyOf(all: readonly SessionTools[], bitOf: (tool: string) => Mask): SessionTools {
  const [first, ...rest] = all;
  if (!first || rest.length === 0) return first ?? { passing: { sure: noTools, maybe: noTools }, ownerOnly: noTools, explain: () => [] };
  const or = (pick: (tools: SessionTools) => Mask): Mask => all.reduce((mask, tools) => mask | pick(tools), noTools);
  return {
    passing: { sure: or(({ passing }) => passing.sure), maybe: or(({ passing }) => passing.maybe) },
    ownerOnly: or(({ ownerOnly }) => ownerOnly),
    explain: (tool) => (all.find(({ passing }) => (passing.maybe & bitOf(tool)) !== noTools) ?? first).explain(tool),
  };
}

/** Which of the two holds is not known. */
function either(one: SessionTools, other: SessionTools): SessionTools {
  return {
    passing: { sure: one.passing.sure & other.passing.sure, maybe: one.passing.maybe | other.passing.maybe },
    ownerOnly: one.ownerOnly | other.ownerOnly,
    explain: (tool) => [...one.explain(tool), ...other.explain(tool)],
  };
}

function readOnlyOf(context: PolicyContext, { workspaceAccess }: Sandbox): Layer | undefined {
  if (workspaceAccess.value === "ro") return readOnlyLayer(context, workspaceAccess.because, true);
  return workspaceAccess.value === undefined ? readOnlyLayer(context, workspaceAccess.because, false) : undefined;
}

/** False when the agent's own entry can change nothing about its tools, so that it shares those of every other such agent. */
export function hasOwnToolSettings(agent: Place): boolean {
  return ["tools", "model", "memorySearch", "memory", "sandbox"].some((key) => says(agent, key));
}
