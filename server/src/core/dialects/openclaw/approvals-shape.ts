/**
 * Whether a release takes an exec-approvals document at all. The lenient readers give up only where their code would fail on a value,
 * the strict one at any field of the wrong shape. Knows nothing of what the fields mean.
 */
import type { Edit } from "../../finding.ts";
import { elements, findMember, locationOf, members, type Location, type Node, type Path } from "../../syntax/tree.ts";
import type { ConfigFile } from "../dialect.ts";
import type { Behaviour } from "./releases.ts";

/** The first fault for which the whole document is not taken. */
export interface Refusal {
  /** As a clause: `"version" must be the number 1`. */
  readonly why: string;
  readonly at: Location;
  readonly path: Path;
  /** The edits after which it is taken, where what is wrong leaves no doubt what was meant. */
  readonly repair: readonly Edit[];
}

/** The fault for which the release refuses the whole document, or nothing when it takes it. */
export function findRefusal(file: ConfigFile, behaviour: Behaviour): Refusal | undefined {
  const problem = file.parsed.problems.find((one) => one.severity === "error");
  if (problem) {
    const at = { file: file.uri, start: problem.offset, end: problem.offset + problem.length };
    return { why: "it is not valid JSON", at, path: [], repair: [] };
  }
  const root = file.parsed.root;
  if (!root) return { why: "it is empty", at: { file: file.uri, start: 0, end: 0 }, path: [], repair: [] };
  const version = findVersionFault(root);
  const fault = version ?? (behaviour.approvalsReader === "strict" ? findShapeFault(root) : findFatalValue(root, behaviour));
  if (!fault) return undefined;
  const repair: Edit[] = version ? [{ op: "set", file: file.uri, path: ["version"], value: 1 }] : [];
  return { why: fault.why, at: locationOf(fault.node), path: fault.path, repair };
}

interface Fault {
  readonly why: string;
  readonly node: Node;
  readonly path: Path;
}

function findVersionFault(root: Node): Fault | undefined {
  const version = findMember(root, "version");
  if (version?.value === 1) return undefined;
  return { why: '"version" must be the number 1', node: version ?? root, path: version ? ["version"] : [] };
}

/** Values on which the lenient readers fail half-way, which makes them take the document for an empty one. */
function findFatalValue(root: Node, behaviour: Behaviour): Fault | undefined {
  const socket = findMember(root, "socket");
  for (const key of ["path", "token"]) {
    const node = findMember(socket, key);
    if (node && node.type !== "string" && node.type !== "null")
      return { why: `socket.${key} is not a string`, node, path: ["socket", key] };
  }
  const agents = findMember(root, "agents");
  const fatalMerge = findFatalMerge(agents, behaviour);
  if (fatalMerge) return fatalMerge;
  const replaced = isTruthy(findMember(agents, "default"));
  for (const { key, value } of members(agents)) {
    if (value?.type === "null" && !(key === "main" && replaced))
      return { why: `agents.${key} is null`, node: value, path: ["agents", key] };
  }
  const position = elements(agents).findIndex((value) => value.type === "null");
  const empty = elements(agents)[position];
  return empty && { why: "an agent is null", node: empty, path: ["agents", position] };
}

/** `agents.default` is folded into `agents.main` entry by entry, without a look at their types. */
function findFatalMerge(agents: Node | undefined, behaviour: Behaviour): Fault | undefined {
  const [main, legacy] = [findMember(agents, "main"), findMember(agents, "default")];
  if (!isTruthy(main) || !isTruthy(legacy)) return undefined;
  for (const [key, agent] of [["main", main] as const, ["default", legacy] as const]) {
    const list = findMember(agent, "allowlist");
    const path: Path = ["agents", key, "allowlist"];
    if (!list || list.type === "null" || list.type === "string") continue;
    if (list.type !== "array") return { why: `agents.${key}.allowlist is not a list`, node: list, path };
    for (const [index, entry] of elements(list).entries()) {
      if (isFatalEntry(entry, behaviour)) return { why: "an allowlist entry is malformed", node: entry, path: [...path, index] };
    }
  }
  return undefined;
}

function isFatalEntry(entry: Node, behaviour: Behaviour): boolean {
  if (entry.type === "null") return true;
  const isText = (node: Node | undefined) => !node || node.type === "null" || node.type === "string";
  const pattern = findMember(entry, "pattern");
  if (behaviour.approvalsReader === "exact") return !isText(pattern);
  return pattern?.type === "string" && String(pattern.value).trim() !== "" && !isText(findMember(entry, "argPattern"));
}

type Shape = (node: Node, path: Path) => Fault | undefined;

function findShapeFault(root: Node): Fault | undefined {
  return documentShape(root, []);
}

const text = expectType("string", "is not a string");
const nonEmptyText: Shape = (node, path) =>
  text(node, path) ?? (String(node.value).trim() === "" ? fault("is empty", node, path) : undefined);
const flag = expectType("boolean", "is not true or false");
const finite: Shape = (node, path) => (Number.isFinite(node.value) ? undefined : fault("is not a number", node, path));
const positive: Shape = (node, path) => finite(node, path) ?? (Number(node.value) < 0 ? fault("is negative", node, path) : undefined);
const oneOf =
  (...words: string[]): Shape =>
  (node, path) =>
    words.some((word) => word === node.value) ? undefined : fault(`is not one of ${words.join(", ")}`, node, path);
const policy = {
  security: oneOf("deny", "allowlist", "full"),
  ask: oneOf("off", "on-miss", "always"),
  askFallback: oneOf("deny", "allowlist", "full"),
  autoAllowSkills: flag,
};
const entry = objectOf(
  { pattern: nonEmptyText },
  { id: text, source: text, commandText: text, argPattern: text, lastUsedAt: finite, lastUsedCommand: text, lastResolvedPath: text },
);
const allowlistEntry: Shape = (node, path) => (node.type === "string" ? nonEmptyText(node, path) : entry(node, path));
const grantedTool = objectOf(
  { server: nonEmptyText, tool: nonEmptyText, source: oneOf("allow-always"), addedAt: positive },
  { lastUsedAt: positive },
);
const agent = objectOf({}, { ...policy, allowlist: listOf(allowlistEntry), mcpTools: listOf(grantedTool) });
const documentShape = objectOf(
  {},
  { socket: objectOf({}, { path: text, token: text }), defaults: objectOf({}, policy), agents: mapOf(agent) },
);

function expectType(type: Node["type"], why: string): Shape {
  return (node, path) => (node.type === type ? undefined : fault(why, node, path));
}

/** Members beyond the named ones are kept and ignored. */
function objectOf(required: Record<string, Shape>, optional: Record<string, Shape>): Shape {
  return (node, path) => {
    if (node.type !== "object") return fault("is not an object", node, path);
    for (const key of Object.keys(required)) {
      if (!findMember(node, key)) return fault(`has no "${key}"`, node, path);
    }
    for (const [key, shape] of Object.entries({ ...required, ...optional })) {
      const value = findMember(node, key);
      const found = value && shape(value, [...path, key]);
      if (found) return found;
    }
    return undefined;
  };
}

function mapOf(shape: Shape): Shape {
  return (node, path) => {
    if (node.type !== "object") return fault("is not an object", node, path);
    for (const { key, keyNode, value } of members(node)) {
      const found = key === "__proto__" ? fault("is a reserved name", keyNode, [...path, key]) : value && shape(value, [...path, key]);
      if (found) return found;
    }
    return undefined;
  };
}

function listOf(shape: Shape): Shape {
  return (node, path) => {
    if (node.type !== "array") return fault("is not a list", node, path);
    for (const [index, element] of elements(node).entries()) {
      const found = shape(element, [...path, index]);
      if (found) return found;
    }
    return undefined;
  };
}

function fault(why: string, node: Node, path: Path): Fault {
  return { why: `${path.length === 0 ? "the document" : path.join(".")} ${why}`, node, path };
}

/** What counts as true to JavaScript, in which the program is written. */
export function isTruthy(node: Node | undefined): boolean {
  return node !== undefined && (node.type === "object" || node.type === "array" || Boolean(node.value));
}
