/** The agents of a config: their ids as the release keeps them, each with its own entry. Knows nothing of what an entry says. */
import { at, elementsOf, member, membersOf, readAny, readBoolean, readString, type Place } from "../../reader.ts";
import type { Read } from "../../read.ts";
import type { Node } from "../../syntax/tree.ts";
import type { Behaviour } from "./releases.ts";

export interface RosterAgent {
  /** Normalised: what the program looks the agent up by. */
  readonly id: string;
  /** Its entry; undefined for the agent that is there when none is listed. */
  readonly entry: Place | undefined;
}

export interface Roster {
  readonly agents: readonly RosterAgent[];
  /** The list or map of agents; unset where it would stand when the only agent is implicit. */
  readonly read: Read<unknown>;
  /** The agent that answers when no binding fits; undefined where the release has none or the config leaves it open. */
  readonly defaultAgent: string | undefined;
  /** False when there may be more agents than those listed. */
  readonly isComplete: boolean;
}

/** Agents beyond these are not looked at: nobody runs so many, and each is resolved in every one of its sessions. */
export const mostAgents = 5_000;

/** The first agent that is not looked at, because there are too many before it. */
export function firstLeftOut(config: Place, behaviour: Behaviour): Node | undefined {
  return rosterPlace(member(config, "agents"), behaviour).node?.children?.[mostAgents];
}

/** The agent that exists when none is listed. */
export const implicitAgent = "main";

export function readRoster(config: Place, behaviour: Behaviour): Roster {
  const place = rosterPlace(member(config, "agents"), behaviour);
  const { listed, isComplete } = entriesOf(place);
  const agents = new Map<string, RosterAgent>();
  for (const { id, entry } of listed) if (!agents.has(id)) agents.set(id, { id, entry });
  if (agents.size === 0) agents.set(implicitAgent, { id: implicitAgent, entry: undefined });
  const found = [...agents.values()];
  return { agents: found, read: readAny(place), defaultAgent: defaultOf(found, behaviour, isComplete), isComplete };
}

/** Late releases still read a list where there is no map. */
function rosterPlace(agents: Place, behaviour: Behaviour): Place {
  const list = member(agents, "list");
  if (behaviour.roster === "list") return list;
  const entries = member(agents, "entries");
  return entries.node || entries.unknown !== undefined || !list.node ? entries : list;
}

function entriesOf(place: Place): {
  readonly listed: readonly { readonly id: string; readonly entry: Place }[];
  readonly isComplete: boolean;
} {
  if (place.node?.type === "object") {
    const members = membersOf(place);
    const listed = members.slice(0, mostAgents).map(({ key, place: entry }) => ({ id: normalizeId(key), entry }));
    return { listed, isComplete: place.node.open === undefined && members.length <= mostAgents };
  }
  const elements = elementsOf(place);
  let isComplete = place.unknown === undefined && elements.length <= mostAgents;
  const listed = elements.slice(0, mostAgents).flatMap((entry) => {
    const id = readString(member(entry, "id"));
    if (id.state !== "set") isComplete = false;
    return id.state === "set" ? [{ id: normalizeId(id.value), entry }] : [];
  });
  return { listed, isComplete };
}

/** Lower case; runs of other characters than letters, digits, dash and underscore become one dash. */
export function normalizeId(id: string): string {
  const text = id
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/^-+/, "")
    .replace(/(?<!-)-+$/, "");
  return text === "" ? implicitAgent : text;
}

/** The agent marked as default, or the first; in late releases the marked one or the only one. */
function defaultOf(agents: readonly RosterAgent[], behaviour: Behaviour, isComplete: boolean): string | undefined {
  const marks = agents.map(({ id, entry }) => ({ id, read: entry && readBoolean(member(entry, "default")) }));
  if (!isComplete || marks.some(({ read }) => read?.state === "unknown")) return undefined;
  const marked = marks.filter(({ read }) => read?.state === "set" && read.value);
  if (behaviour.roster === "list") return (marked[0] ?? agents[0])?.id;
  if (marked.length === 1) return marked[0]?.id;
  return agents.length === 1 ? agents[0]?.id : undefined;
}

/** The folders the config names as workspaces. */
export function workspacesOf(config: Place, { agents }: Roster): string[] {
  const places = [at(config, "agents", "defaults"), ...agents.flatMap(({ entry }) => entry ?? [])];
  return places.flatMap((place) => {
    const workspace = readString(member(place, "workspace"));
    return workspace.state === "set" ? [workspace.value] : [];
  });
}

/** The id an agent is referred to by elsewhere. */
export function readId(place: Place): Read<string> {
  const read = readString(place);
  return read.state === "set" ? { ...read, value: normalizeId(read.value) } : read;
}
