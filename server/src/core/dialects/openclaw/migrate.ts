/**
 * What a release makes of old settings before it validates: it reads them in memory as if they had been written in the new way. Gives the tree it then
 * validates; every node still knows where it was written. A setting that cannot be read so stays as it is.
 */
import { elements, findMember, findProperty, members, type Node } from "../../syntax/tree.ts";
import { normalizeAgentId } from "./constraints-agents.ts";
import { inForce } from "./releases.ts";
import { text } from "./constraints-values.ts";

type Migration = (root: Node) => Node;

/** Which settings are read anew, from which release on. */
const eras: readonly [Era, ...Era[]] = [
  { since: "2026.2.17", migrations: [] },
  // Seen in 2026.6.1.
  { since: "2026.6.1", migrations: [dropKey("plugins", "installs"), dropKey("commands", "modelsWrite")] },
  // Seen in 2026.9.6; the roster changed its form in 2026.8.1.
  { since: "2026.8.1", migrations: [dropContextBudgets, keyRoster, addImplicitAgent] },
];

interface Era {
  readonly since: string;
  readonly migrations: readonly Migration[];
}

export function asLoaded(root: Node, release: string): Node {
  if (root.type !== "object") return root;
  return inForce(eras, release).migrations.reduce((tree, migration) => migration(tree), root);
}

/** A key of a section that is passed over. */
function dropKey(section: string, key: string): Migration {
  return (root) => {
    const value = findMember(root, section);
    return value ? replace(root, section, without(value, [key])) : root;
  };
}

/** `agents.list` becomes `agents.entries`, when every agent in it has an id that can be a key as it is. */
function keyRoster(root: Node): Node {
  const agents = findMember(root, "agents");
  const list = findProperty(agents, "list");
  const [key, value] = list?.children ?? [];
  if (!agents || !list || !key || value?.type !== "array" || findMember(agents, "entries")) return root;
  const entries: Node[] = [];
  const seen = new Set<string>();
  for (const entry of elements(value)) {
    const id = findMember(entry, "id");
    const name = text(id);
    if (!id || name === undefined || normalizeAgentId(name) !== name || seen.has(name)) return root;
    seen.add(name);
    entries.push({ ...property(id, without(entry, ["id"])), origin: entry });
  }
  const roster: Node = { type: "object", offset: value.offset, length: value.length, children: entries, origin: value };
  return replace(
    root,
    "agents",
    replaceProperty(agents, list, { ...property({ ...key, value: "entries", origin: key }, roster), origin: list }),
  );
}

/** Without agents there is one, called main; an explicit owner says that there really is none. */
function addImplicitAgent(root: Node): Node {
  const agents = findProperty(root, "agents")?.children?.[1];
  if (agents?.type !== "object" || findMember(agents, "ownership")?.value === "explicit") return root;
  const entries = findMember(agents, "entries");
  return entries?.type === "object" && members(entries).length === 0 ? replace(root, "agents", without(agents, ["entries"])) : root;
}

/** Budgets that once stood at an agent or a provider are dropped, or handed to the provider's models. */
function dropContextBudgets(root: Node): Node {
  const agents = findMember(root, "agents");
  const models = findMember(root, "models");
  let result = root;
  if (agents?.type === "object") {
    let changed = agents;
    for (const key of ["defaults", "list", "entries"]) {
      const value = findMember(changed, key);
      if (value)
        changed = replace(
          changed,
          key,
          key === "defaults" ? without(value, ["contextTokens"]) : each(value, (agent) => without(agent, ["contextTokens"])),
        );
    }
    result = replace(result, "agents", changed);
  }
  const providers = findMember(models, "providers");
  if (models && providers?.type === "object") result = replace(result, "models", replace(models, "providers", each(providers, handDown)));
  return result;
}

const budgets = ["contextTokens", "contextWindow"];

function handDown(provider: Node): Node {
  const models = findMember(provider, "models");
  const own = without(provider, budgets);
  if (own === provider || models?.type !== "array") return own;
  const given = budgets.flatMap((key) => findProperty(provider, key) ?? []);
  const extended = each(models, (model) => {
    if (model.type !== "object") return model;
    const added = given.filter((one) => findProperty(model, String(one.children?.[0]?.value)) === undefined);
    return { ...model, children: [...(model.children ?? []), ...added], origin: model.origin ?? model };
  });
  return replace(own, "models", extended);
}

function each(collection: Node, change: (value: Node) => Node): Node {
  if (collection.type === "array")
    return { ...collection, children: elements(collection).map(change), origin: collection.origin ?? collection };
  if (collection.type !== "object") return collection;
  return members(collection).reduce((object, { key, value }) => (value ? replace(object, key, change(value)) : object), collection);
}

function replace(object: Node, key: string, value: Node): Node {
  const written = findProperty(object, key);
  const name = written?.children?.[0];
  if (!written || !name || written.children?.[1] === value) return object;
  return replaceProperty(object, written, { ...written, children: [name, value], origin: written.origin ?? written });
}

function replaceProperty(object: Node, before: Node, after: Node): Node {
  const children = (object.children ?? []).map((child) => (child === before ? after : child));
  return { ...object, children, origin: object.origin ?? object };
}

function without(object: Node, keys: readonly string[]): Node {
  if (object.type !== "object") return object;
  const children = (object.children ?? []).filter((child) => !keys.includes(String(child.children?.[0]?.value)));
  return children.length === object.children?.length ? object : { ...object, children, origin: object.origin ?? object };
}

function property(key: Node, value: Node): Node {
  return { type: "property", offset: key.offset, length: value.offset + value.length - key.offset, children: [key, value] };
}
