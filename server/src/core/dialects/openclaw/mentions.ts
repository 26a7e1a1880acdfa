/** Where the files of a set name an agent: its own entry, and whatever refers to it. An included file is read for the place it is laid into. */
import { locationOf, pathOf, type Node, type Path } from "../../syntax/tree.ts";
import type { ConfigSet, Mention } from "../dialect.ts";
import { includedInto } from "./include.ts";
import { normalizeId } from "./roster.ts";

export function mentions({ files }: ConfigSet): readonly Mention[] {
  const into = includedInto(files);
  return files.flatMap((file) => {
    const { parsed, role } = file;
    if (!parsed.root || !["config", "include", "approvals"].includes(role)) return [];
    const start = role === "include" ? (into.get(file.uri) ?? []) : [];
    const found: Mention[] = [];
    const visit = (node: Node): void => {
      if (node.type === "property") {
        const [key, value] = node.children ?? [];
        if (key && isAgentKey(role, [...start, ...pathOf(key)])) found.push(mention(key, role !== "approvals", true));
        if (value) visit(value);
        return;
      }
      if (role !== "approvals" && typeof node.value === "string" && !node.incomplete) {
        const path = [...start, ...pathOf(node)];
        const isOwnId = path.length === 4 && path[0] === "agents" && path[1] === "list" && path[3] === "id";
        if (isOwnId || (namesAgent(path) && node.value !== "*")) found.push(mention(node, isOwnId, false));
      }
      node.children?.forEach(visit);
    };
    visit(parsed.root);
    return found;
  });
}

function mention(node: Node, isDefinition: boolean, isKey: boolean): Mention {
  return { id: normalizeId(String(node.value)), at: locationOf(node), isDefinition, isKey };
}

/** `agents.entries.<id>` in a config; `agents.<id>` in an approvals document, where `*` is no agent. */
function isAgentKey(role: string, path: Path): boolean {
  if (path[0] !== "agents" || path.at(-1) === "*") return false;
  return role === "approvals" ? path.length === 2 : path.length === 3 && path[1] === "entries";
}

/** Whether the value at a path of a config is an agent's name. */
export function namesAgent(path: Path): boolean {
  const [list, last] = path.slice(-2);
  if (last === "agentId" || last === "defaultAgentId") return true;
  if (typeof last !== "number") return false;
  return list === "allowAgents" || list === "allowedAgentIds" || (list === "allow" && path.includes("agentToAgent"));
}
