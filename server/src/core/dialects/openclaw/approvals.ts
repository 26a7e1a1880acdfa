/**
 * Reads the exec-approvals document as the release in use does: which fields it takes, which it silently ignores, whether it takes the
 * document at all. Knows nothing of the config, and nothing of what an allowlist pattern means.
 */
import type { Edit } from "../../finding.ts";
import type { PolicyDocument } from "../../grants/policy.ts";
import type { Read } from "../../read.ts";
import { baseNameOf } from "../../uri.ts";
import { elements, findMember, findProperty, locationOf, members, type Location, type Node, type Path } from "../../syntax/tree.ts";
import type { ConfigFile, MissingFile } from "../dialect.ts";
import { findRefusal, isTruthy, type Refusal } from "./approvals-shape.ts";
import type { Behaviour } from "./releases.ts";

export const securityWords = ["deny", "allowlist", "full"] as const;
export const askWords = ["off", "on-miss", "always"] as const;
export type Security = (typeof securityWords)[number];
export type Ask = (typeof askWords)[number];

/** The policy fields of `defaults` or of one agent. A value the release ignores reads as unset. */
export interface ApprovalFields {
  readonly security: Read<Security>;
  readonly ask: Read<Ask>;
  readonly askFallback: Read<Security>;
  readonly autoAllowSkills: Read<boolean>;
  /** Fields whose ignored value still keeps the wildcard agent's value from being asked. */
  readonly shadowed: readonly string[];
}

export interface ApprovalAgent extends ApprovalFields {
  /** The key the release looks the agent up by. */
  readonly id: string;
  /** Every entry the release keeps, in the order it asks them. */
  readonly allowlist: readonly KeptEntry[];
}

/** An allowlist entry: a plain string or an object with a pattern. Its path is kept because asking the tree for it is slow in long lists. */
export interface KeptEntry {
  readonly node: Node;
  readonly path: Path;
}

/** Something written that the release does not take. */
export interface Ignored {
  readonly node: Node;
  readonly at: Location;
  readonly path: Path;
  /** Why, as a clause. */
  readonly why: string;
  /** True for an entry that repeats another one: nothing is lost with it. */
  readonly isRepeated?: boolean;
}

export interface ApprovalsDocument {
  /** True when there is a document and its fields count, or will once the program has taken the file over. */
  readonly isTaken: boolean;
  readonly state: PolicyDocument["state"];
  /** Why it is in that state, as a clause. */
  readonly why: string;
  readonly name: string;
  /** The fault when refused, otherwise the document's first character. */
  readonly at: Location;
  readonly path: Path;
  readonly root: Node | undefined;
  /** The fields of the document; of an empty one when it is not taken. */
  readonly defaults: ApprovalFields;
  /** By the key the release looks them up by, the wildcard agent `*` among them. */
  readonly agents: ReadonlyMap<string, ApprovalAgent>;
  readonly ignored: readonly Ignored[];
  /** Of a refused document: the edits after which it is taken. */
  readonly repair: readonly Edit[];
}

/** Reads the document. Never fails: one that cannot be taken has the state `refused`, one we were not given `unknown`. */
export function readApprovals(file: ConfigFile | MissingFile | undefined, behaviour: Behaviour): ApprovalsDocument {
  if (!file || !("parsed" in file)) return missingDocument(file, behaviour);
  const root = file.parsed.root;
  const refusal = findRefusal(file, behaviour);
  const at = { file: file.uri, start: root?.offset ?? 0, end: (root?.offset ?? 0) + (root ? 1 : 0) };
  const blocking = behaviour.approvalsStore === "database";
  const base = { name: baseNameOf(file.uri), root, repair: [] };
  if (refusal)
    return {
      ...base,
      isTaken: false,
      ...refusedState(refusal, blocking, behaviour),
      ...emptyFields(root, at),
      repair: blocking ? [] : refusal.repair,
    };
  const fields = readFields(root, behaviour);
  if (blocking) return { ...base, isTaken: true, ...blockingState(behaviour), at, path: [], ...fields };
  const empty = isEmpty(fields);
  return {
    ...base,
    isTaken: true,
    state: empty ? "empty" : "loaded",
    why: empty ? "it sets no policy" : "it is valid",
    at,
    path: [],
    ...fields,
  };
}

function missingDocument(file: MissingFile | undefined, behaviour: Behaviour): ApprovalsDocument {
  const at = { file: file?.uri ?? "", start: 0, end: 0 };
  const inDatabase = behaviour.approvalsStore === "database";
  const absent = file?.state === "absent" && !inDatabase;
  return {
    isTaken: false,
    repair: [],
    state: absent ? "absent" : "unknown",
    why: absent
      ? "there is no such file"
      : inDatabase
        ? `OpenClaw ${behaviour.release} keeps the document in its database`
        : (file?.why ?? "the document was not given"),
    name: file ? baseNameOf(file.uri) : "exec-approvals.json",
    path: [],
    root: undefined,
    at,
    ...emptyFields(undefined, at),
  };
}

function refusedState(refusal: Refusal, blocking: boolean, behaviour: Behaviour): Pick<ApprovalsDocument, "state" | "why" | "at" | "path"> {
  const place = { at: refusal.at, path: refusal.path };
  if (blocking) return { ...blockingState(behaviour), ...place, why: `${blockingState(behaviour).why}, and ${refusal.why}` };
  return { state: "refused", why: refusal.why, ...place };
}

function blockingState(behaviour: Behaviour): { readonly state: "blocking"; readonly why: string } {
  return { state: "blocking", why: `OpenClaw ${behaviour.release} keeps approvals in its database and stops at a leftover file` };
}

function isEmpty(fields: Pick<ApprovalsDocument, "defaults" | "agents">): boolean {
  return ![fields.defaults, ...fields.agents.values()].some(
    (one) =>
      [one.security, one.ask, one.askFallback, one.autoAllowSkills].some((field) => field.state !== "unset") ||
      ("allowlist" in one && (one as ApprovalAgent).allowlist.length > 0),
  );
}

function emptyFields(root: Node | undefined, at: Location): Pick<ApprovalsDocument, "defaults" | "agents" | "ignored"> {
  const nothing = (path: Path): Read<never> => ({ state: "unset", at: root ? locationOf(root) : at, path });
  const defaults: ApprovalFields = {
    security: nothing(["defaults", "security"]),
    ask: nothing(["defaults", "ask"]),
    askFallback: nothing(["defaults", "askFallback"]),
    autoAllowSkills: nothing(["defaults", "autoAllowSkills"]),
    shadowed: [],
  };
  return { defaults, agents: new Map(), ignored: [] };
}

function readFields(root: Node | undefined, behaviour: Behaviour): Pick<ApprovalsDocument, "defaults" | "agents" | "ignored"> {
  const ignored: Ignored[] = [];
  const rootAt = root ? locationOf(root) : { file: "", start: 0, end: 0 };
  const defaults = readPolicy(findMember(root, "defaults"), ["defaults"], anchorOf(root, "defaults", rootAt), behaviour, ignored);
  const agents = new Map<string, ApprovalAgent>();
  const written = findMember(root, "agents");
  if (written?.type === "array" && elements(written).length > 0) {
    ignored.push({ ...placed(written), path: ["agents"], why: "agents are looked up by name, and in a list none has one" });
  }
  for (const { key, keyNode, value } of agentMembers(written)) {
    const path: Path = ["agents", key];
    const fields = readPolicy(value, path, locationOf(keyNode), behaviour, ignored);
    agents.set(key, { id: key, ...fields, allowlist: keptEntries(findMember(value, "allowlist"), [...path, "allowlist"], ignored) });
    if (key !== "*" && key !== key.toLowerCase()) {
      ignored.push({ ...placed(keyNode), path, why: `agent ids are lower case, so "${key}" is never looked up` });
    }
  }
  foldLegacyDefault(agents, written, behaviour, ignored);
  return { defaults, agents, ignored };
}

/** An `agents` list is spread over its indexes, as the program does. */
function agentMembers(written: Node | undefined): { key: string; keyNode: Node; value: Node | undefined }[] {
  if (written?.type !== "array") return members(written);
  return elements(written).map((value, index) => ({ key: String(index), keyNode: value, value }));
}

/** `agents.default` is an older name of the agent `main`: its values serve where `main` has none, its entries come after. */
function foldLegacyDefault(agents: Map<string, ApprovalAgent>, written: Node | undefined, behaviour: Behaviour, ignored: Ignored[]): void {
  const legacy = agents.get("default");
  if (!legacy || !isTruthy(findMember(written, "default"))) return;
  agents.delete("default");
  const main = agents.get("main");
  if (!main || !isTruthy(findMember(written, "main"))) {
    agents.set("main", { ...legacy, id: "main" });
    return;
  }
  const prefer = <Name extends "security" | "ask" | "askFallback" | "autoAllowSkills">(name: Name): ApprovalFields[Name] =>
    main[name].state === "unset" && !main.shadowed.includes(name) ? legacy[name] : main[name];
  agents.set("main", {
    id: "main",
    security: prefer("security"),
    ask: prefer("ask"),
    askFallback: prefer("askFallback"),
    autoAllowSkills: prefer("autoAllowSkills"),
    shadowed: [...main.shadowed, ...legacy.shadowed.filter((name) => main[name as "security"].state === "unset")],
    allowlist: foldEntries([...main.allowlist, ...legacy.allowlist], behaviour, ignored),
  });
}

/** Where two lists are folded into one, plain strings are lost by the lenient readers and repeated entries dropped by all. */
function foldEntries(entries: readonly KeptEntry[], behaviour: Behaviour, ignored: Ignored[]): readonly KeptEntry[] {
  const seen = new Set<string>();
  const drop = ({ node, path }: KeptEntry, why: string, isRepeated = false): false => {
    ignored.push({ ...placed(node), path, why, isRepeated });
    return false;
  };
  return entries.filter((entry) => {
    const { node } = entry;
    if (node.type === "string" && behaviour.approvalsReader !== "strict") {
      return drop(entry, "plain entries are lost where agents.default is folded into agents.main");
    }
    const pattern = node.type === "string" ? node.value : findMember(node, "pattern")?.value;
    const argPattern = behaviour.approvalsReader === "exact" ? "" : String(findMember(node, "argPattern")?.value ?? "").trim();
    const key = `${String(pattern).trim().toLowerCase()}\0${argPattern}`;
    if (seen.has(key)) return drop(entry, "the same pattern stands here already", true);
    seen.add(key);
    return true;
  });
}

function readPolicy(value: Node | undefined, path: Path, at: Location, behaviour: Behaviour, ignored: Ignored[]): ApprovalFields {
  const shadowed: string[] = [];
  const word = <Word extends string>(key: string, words: readonly Word[]): Read<Word> => {
    const node = findMember(value, key);
    const text = node?.type === "string" ? String(node.value) : undefined;
    const taken = behaviour.approvalsReader === "exact" ? text : text?.trim();
    const found = words.find((candidate) => candidate === taken);
    if (node && found !== undefined) return { state: "set", value: found, at: locationOf(node), path: [...path, key], node };
    if (node && node.type !== "null") {
      shadowed.push(key);
      ignored.push({
        ...placed(node),
        path: [...path, key],
        why: `${key} must be one of ${words.join(", ")}, so this value is ignored`,
      });
    }
    return { state: "unset", at, path: [...path, key] };
  };
  return {
    security: word("security", securityWords),
    ask: word("ask", askWords),
    askFallback: word("askFallback", securityWords),
    autoAllowSkills: readFlag(findMember(value, "autoAllowSkills"), [...path, "autoAllowSkills"], at, behaviour),
    shadowed,
  };
}

/** Anything but null counts as written: the oldest reader takes every truthy value for true, the later ones true alone. */
function readFlag(node: Node | undefined, path: Path, at: Location, behaviour: Behaviour): Read<boolean> {
  if (!node || node.type === "null") return { state: "unset", at, path };
  const value = behaviour.approvalsReader === "exact" ? isTruthy(node) : node.value === true;
  return { state: "set", value, at: locationOf(node), path, node };
}

function keptEntries(list: Node | undefined, path: Path, ignored: Ignored[]): readonly KeptEntry[] {
  if (!list) return [];
  if (list.type !== "array") {
    ignored.push({ ...placed(list), path, why: "an allowlist must be a list, so it has no entries" });
    return [];
  }
  const kept: KeptEntry[] = [];
  for (const [index, node] of elements(list).entries()) {
    const pattern = node.type === "object" ? findMember(node, "pattern") : node;
    const entryPath = [...path, index];
    if (pattern?.type === "string" && String(pattern.value).trim() !== "") kept.push({ node, path: entryPath });
    else ignored.push({ ...placed(node), path: entryPath, why: "an entry without a pattern is dropped" });
  }
  return kept;
}

function placed(node: Node): Pick<Ignored, "node" | "at"> {
  return { node, at: locationOf(node) };
}

/** Where a missing member of the document would be written. */
function anchorOf(root: Node | undefined, key: string, otherwise: Location): Location {
  const name = findProperty(root, key)?.children?.[0];
  return name ? locationOf(name) : otherwise;
}
