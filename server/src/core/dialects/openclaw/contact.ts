/** Contact between agents as the settings decide it, for rules that judge a whole organisation. Time grows with the number of agents, not of pairs. */
import type { Edit, Json } from "../../finding.ts";
import type { Contact, Setting, Sight, StartList } from "../../grants/contact.ts";
import { elementsOf, readAny, readString, type Place } from "../../reader.ts";
import type { Read } from "../../read.ts";
import { sessionKinds, type ReachGraph } from "./reach-graph.ts";
import { readMessagePolicy, type MessagePolicy } from "./reach-policy.ts";
import { behaviour as behaviourOf, reachedBy, type Behaviour } from "./releases.ts";
import { agentChanges } from "./tables/changes-agents.ts";

export function readContact(config: Place, graph: ReachGraph, messages: MessagePolicy, behaviour: Behaviour): Contact {
  const { enabled, inSandbox, visibility } = messages;
  const set = (read: Read<unknown>, value: Json): Edit[] =>
    config.unknown === undefined ? [{ op: "set", file: read.at.file, path: read.path, value }] : [];
  return {
    between: enabled,
    members: membersOf(messages),
    parties: graph.agents.flatMap(({ id }, index) => (graph.isMember(index, "certain") ? [id] : [])),
    sight: visibility,
    sightInside: sightInside(messages),
    isOpen: messages.open(false).value,
    get opensWith() {
      return opensWith(config, messages, behaviour);
    },
    starts: startLists(graph, set),
    reaches: steps(graph),
    get reachesAll() {
      return reachingAll(graph);
    },
    close: enabled.value === false ? [] : set(enabled.because.read, false),
    narrow: set(visibility.because.read, "tree"),
    closeInside: inSandbox.value === "all" ? set(inSandbox.because.read, "spawned") : [],
  };
}

/** An empty list names everyone, those that will join later as well. */
function membersOf({ list }: MessagePolicy): Contact["members"] {
  const read = readAny(list);
  const names = elementsOf(list).map(readString);
  const isForAll = names.some((name) => name.state === "set" && /^\*+$/.test(name.value.trim()));
  const isKnown = read.state !== "unknown" && names.every(({ state }) => state === "set");
  const value = isForAll || (isKnown && names.length === 0) ? "everyone" : isKnown ? "listed" : undefined;
  const says = value === "listed" ? "only the agents named take part" : "no agent is left out";
  return { value, isWritten: read.state !== "unset", because: { layer: "tools.agentToAgent.allow", says, read } };
}

/** In a sandbox a session sees what it started and no more, unless that is lifted. Less than that it never is. */
function sightInside({ visibility, inSandbox }: MessagePolicy): Setting<Sight> {
  if (inSandbox.value === "all") return { ...visibility, because: inSandbox.because };
  const { because } = inSandbox;
  const says = "a sandboxed session sees itself and what it started";
  return { value: inSandbox.value && "tree", isWritten: inSandbox.isWritten, because: { ...because, says } };
}

/** The first later release whose defaults open what this one's keep closed. */
function opensWith(config: Place, messages: MessagePolicy, { release }: Behaviour): string | undefined {
  if (messages.open(false).value !== false) return undefined;
  const isPast = reachedBy(release);
  const later = agentChanges.filter(
    ({ since, values }) => !isPast(since) && ("unsetAgentToAgent" in values || "unsetSessionVisibility" in values),
  );
  return later.find(({ since }) => readMessagePolicy(config, behaviourOf(since)).open(false).value === true)?.since;
}

function startLists({ agents }: ReachGraph, set: (read: Read<unknown>, value: Json) => Edit[]): StartList[] {
  const lists = new Map<string, StartList & { readonly agents: string[] }>();
  for (const { id, spawns } of agents) {
    const { because, everyone, named } = spawns;
    if (because.read.state !== "set" || (!everyone && named.length === 0)) continue;
    const key = JSON.stringify([because.read.at.file, because.read.path]);
    const list = lists.get(key) ?? { because, everyone, agents: [], close: set(because.read, []) };
    list.agents.push(id);
    lists.set(key, list);
  }
  return [...lists.values()];
}

function steps(graph: ReachGraph): Contact["reaches"] {
  const indexes = new Map(graph.agents.map(({ id }, index) => [id, index]));
  return (from, to) => {
    const [source, target] = [indexes.get(from), indexes.get(to)];
    if (source === undefined || target === undefined || source === target) return false;
    if (graph.isMember(target, "certain") && sends(graph, source)) return true;
    const spawns = graph.agents[source]?.spawns;
    const isNamed = spawns !== undefined && (spawns.everyone || spawns.named.includes(to));
    return isNamed && starts(graph, source, graph.isInside(target, "certain"));
  };
}

function sends(graph: ReachGraph, agent: number): boolean {
  return sessionKinds.some((_, kind) => graph.sends(agent, kind, "certain"));
}

/** Whether it starts children of others at all; `inside`: such as run in a sandbox. */
function starts(graph: ReachGraph, agent: number, inside: boolean): boolean {
  const whom = sessionKinds.map((_, kind) => graph.starts(agent, kind, "certain"));
  return whom.includes("anyone") || (inside && whom.includes("inside"));
}

function reachingAll(graph: ReachGraph): string[] {
  const { agents } = graph;
  const areMembers = agents.every((_, index) => graph.isMember(index, "certain"));
  const areInside = agents.every((_, index) => graph.isInside(index, "certain"));
  return agents.flatMap(({ id, spawns }, index) => {
    if (areMembers && sends(graph, index)) return [id];
    const named = new Set(spawns.named);
    const areNamed =
      spawns.everyone || (named.size >= agents.length - 1 && agents.every((other) => other.id === id || named.has(other.id)));
    return areNamed && starts(graph, index, areInside) ? [id] : [];
  });
}
