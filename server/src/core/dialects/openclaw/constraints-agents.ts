/** Rules over the roster of agents and over what refers to agents by their id. Source: the packages' own validation, read and run. */
import { elements, findMember, findNode, members, type Node } from "../../syntax/tree.ts";
import type { Complaint, Constraint, Scope } from "./constraints-types.ts";
import { anchor, during, isName, isOpen, keyOf, middle, newest, objectMembers, text } from "./constraints-values.ts";

/** One agent of the roster, in either of its forms. */
interface Listed {
  /** As written. */
  readonly id: string;
  /** As OpenClaw compares it. */
  readonly normalized: string;
  /** Where the id is written. */
  readonly at: Node;
  readonly entry: Node;
}

export const agentConstraints: readonly Constraint[] = [
  ...during({ since: newest }, [
    { at: ["agents"], judge: judgeOwnership },
    { at: ["agents"], judge: judgeOldRoster },
    { at: ["agents.entries"], judge: judgeKeys },
    { at: [""], judge: judgeOwners },
  ]),
  ...during({ since: middle, until: middle }, [{ at: ["bindings.*"], judge: judgeBinding({ unlisted: [], whenNone: [] }) }]),
  // Here a config without a roster has the one agent "main".
  ...during({ since: newest }, [
    { at: ["bindings.*"], judge: judgeBinding({ unlisted: ["main"], whenNone: ["main"] }) },
    { at: ["broadcast"], judge: judgeBroadcast({ whenNone: ["main"] }) },
  ]),
  ...during({ since: middle }, [{ at: ["bindings.*"], judge: judgeAcpBinding }]),
  ...during({ until: middle }, [{ at: ["broadcast"], judge: judgeBroadcast({ whenNone: [] }) }]),
  ...during({ since: newest }, [{ at: ["broadcast"], judge: judgeBroadcastKeys }]),
];

/** Lower case, other characters than letters, digits, `_` and `-` replaced, as OpenClaw names an agent's folder. */
export function normalizeAgentId(id: string): string {
  const lower = id.trim().toLowerCase();
  if (/^[a-z0-9][a-z0-9_-]{0,63}$/.test(lower)) return lower;
  const replaced = lower
    .replaceAll(/[^a-z0-9_-]+/g, "-")
    .replace(/^-+/, "")
    .replace(/(?<!-)-+$/, "")
    .slice(0, 64);
  return replaced === "" ? "main" : replaced;
}

/** The agents of the config as far as their ids are written out; undefined when there may be more than are written. */
export function roster(root: Node): readonly Listed[] | undefined {
  const agents = findMember(root, "agents");
  const [list, entries] = [findMember(agents, "list"), findMember(agents, "entries")];
  if ([root, agents, list, entries].some(isOpen)) return undefined;
  const listed = entries ? keyed(entries) : numbered(list);
  return listed.length === (entries ? members(entries).length : elements(list).length) ? listed : undefined;
}

function keyed(entries: Node): Listed[] {
  return objectMembers(entries).map(({ key, keyNode, value }) => ({
    id: key,
    normalized: normalizeAgentId(key),
    at: keyNode,
    entry: value,
  }));
}

function numbered(list: Node | undefined): Listed[] {
  return elements(list).flatMap((entry): Listed[] => {
    const idNode = findMember(entry, "id");
    const id = text(idNode);
    return idNode && id !== undefined ? [{ id, normalized: normalizeAgentId(id), at: idNode, entry }] : [];
  });
}

/** From 2026.8.1 on several agents need an owner: said by `ownership`, or by one agent marked as the default. */
function judgeOwnership(agents: Node, { root }: Scope): Complaint[] {
  const listed = roster(root);
  if (!listed) return [];
  const isExplicit = findMember(agents, "ownership")?.value === "explicit";
  const marked = listed.filter(({ entry }) => findMember(entry, "default")?.value === true);
  const [, second] = marked;
  if (second) return [{ node: second.at, message: "At most one agent may be marked as the default" }];
  if (isExplicit && marked[0]) {
    return [
      { node: keyOf(marked[0].entry, "default"), message: '"ownership": "explicit" does not go with an agent marked as the default' },
    ];
  }
  if (listed.length > 1 && marked.length === 0 && !isExplicit) {
    const node = findMember(agents, "entries") ? keyOf(agents, "entries") : keyOf(agents, "list");
    return [{ node, message: 'Several agents need "ownership": "explicit" beside them, or one agent marked as the default' }];
  }
  const isEmpty = listed.length === 0 && isExplicit;
  return isEmpty ? [{ node: anchor(agents), message: '"ownership": "explicit" needs at least one agent in "entries"' }] : [];
}

/** A list that could be read as entries is no longer there when rules are applied; what is left of it is refused. */
function judgeOldRoster(agents: Node): Complaint | undefined {
  const list = findMember(agents, "list");
  if (list?.type !== "array") return undefined;
  const node = keyOf(agents, "list");
  if (findMember(agents, "entries")) return { node, message: '"list" is the old form of "entries": the two cannot stand side by side' };
  const ids = elements(list).map((entry) => text(findMember(entry, "id")));
  const wrong = ids.find((id, index) => id === undefined || id !== normalizeAgentId(id) || ids.indexOf(id) !== index);
  const which = wrong === undefined ? "an agent without an id" : isName(wrong) ? `"${wrong}"` : "one of them";
  return {
    node,
    message: `"list" is still read when every agent in it has an id of its own in lower case, which does not hold for ${which}`,
  };
}

function judgeKeys(entries: Node): Complaint[] {
  const first = new Map<string, string>();
  return keyed(entries).flatMap(({ id, normalized, at }): Complaint[] => {
    const other = first.get(normalized);
    if (other === undefined) first.set(normalized, id);
    return other === undefined ? [] : [{ node: at, message: `This is the same agent as "${other}": OpenClaw compares ids in lower case` }];
  });
}

/** Settings that name the agent who owns something. */
const owners = [
  ["agents", "defaults", "heartbeat", "agentId"],
  ["agents", "defaults", "systemAgent", "agentId"],
  ["talk", "agentId"],
];

function judgeOwners(root: Node): Complaint[] {
  const listed = roster(root);
  if (!listed) return [];
  const known = new Set(listed.length === 0 ? ["main"] : listed.map(({ normalized }) => normalized));
  return owners.flatMap((path): Complaint[] => {
    const node = findNode(root, path);
    const id = text(node);
    return node && id !== undefined && !known.has(normalizeAgentId(id)) ? [unknownAgent(node, id)] : [];
  });
}

function unknownAgent(node: Node, id: string): Complaint {
  return { node, message: isName(id.trim()) ? `There is no agent "${id.trim()}" in this config` : "This config has no agent of that id" };
}

/** `unlisted`: ids that need not be in the roster; `whenNone`: the agents of a config without a roster, none when it is not judged. */
function judgeBinding({
  unlisted,
  whenNone,
}: {
  readonly unlisted: readonly string[];
  readonly whenNone: readonly string[];
}): Constraint["judge"] {
  return (binding, { root }) => {
    const listed = roster(root);
    const node = findMember(binding, "agentId");
    const id = text(node);
    if (!listed || !node || id === undefined || unlisted.includes(id)) return undefined;
    const known = listed.length > 0 ? listed.map(({ normalized }) => normalized) : whenNone;
    return known.length === 0 || known.includes(normalizeAgentId(id)) ? undefined : unknownAgent(node, id);
  };
}

function judgeAcpBinding(binding: Node): Complaint | undefined {
  if (findMember(binding, "type")?.value !== "acp") return undefined;
  const match = findMember(binding, "match");
  const id = findNode(match, ["peer", "id"]);
  const isMissing = id === undefined ? !isOpen(match) && !isOpen(findMember(match, "peer")) : text(id)?.trim() === "";
  return isMissing && match ? { node: keyOf(binding, "match"), message: 'A binding of type "acp" needs match.peer.id' } : undefined;
}

/** Lists of agents who hear one another. Ids are compared as they are written. */
function judgeBroadcast({ whenNone }: { readonly whenNone: readonly string[] }): Constraint["judge"] {
  return (broadcast, { root }) => {
    const listed = roster(root);
    const known = listed && (listed.length > 0 ? listed.map(({ id }) => id) : whenNone);
    if (!known || known.length === 0) return undefined;
    return members(broadcast).flatMap(({ key, value }): Complaint[] => {
      if (key === "strategy" || !value) return [];
      return elements(value.type === "array" ? value : findMember(value, "agents")).flatMap((node) => {
        const id = text(node);
        return id === undefined || known.includes(id) ? [] : [unknownAgent(node, id)];
      });
    });
  };
}

/** `<channel>:<peer>`. */
function isQualified(key: string): boolean {
  return /^[a-z][a-z0-9_-]*:.+$/i.test(key);
}

function judgeBroadcastKeys(broadcast: Node): Complaint[] {
  return members(broadcast).flatMap(({ key, keyNode, value }): Complaint[] => {
    if (value?.type === "object" && !isQualified(key))
      return [{ node: keyNode, message: "A group with options needs a key of the form channel:peer" }];
    const isTooLong = value?.type === "array" && isQualified(key) && elements(value).length > 16;
    return isTooLong ? [{ node: keyNode, message: "A group may have at most 16 agents" }] : [];
  });
}
