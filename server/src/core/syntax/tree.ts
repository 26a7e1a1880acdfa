/**
 * The tree of a JSON or JSON5 text, and the few words everybody uses to speak about places in it.
 * Knows nothing of what a key means. Offsets are UTF-16 code units, as in JavaScript and LSP.
 */

export type NodeType = "object" | "array" | "property" | "string" | "number" | "boolean" | "null";

/**
 * A node in jsonc-parser's shape, so that its helpers (`findNodeAtLocation`, `findNodeAtOffset`, `getNodePath` …) serve on our tree.
 * A property's children are its key (a string node) and, when one was written, its value.
 */
export interface Node {
  readonly type: NodeType;
  readonly offset: number;
  readonly length: number;
  readonly parent?: Node;
  readonly children?: Node[];
  /** The decoded value of a string, number, boolean or null. */
  readonly value?: string | number | boolean | null;
  /** Property nodes: where the colon stands. */
  readonly colonOffset?: number;
  /** Objects only: more members may exist than those written here, and why (an include that was not given). */
  readonly open?: string;
  /** Nodes made by combining files: the node in a file that this one stands for. */
  readonly origin?: Node;
  /** Root nodes: the file the text came from. */
  readonly file?: Uri;
  /** The parser had to guess: the text of this very node is not complete or not correct. Its value must not be trusted. */
  readonly incomplete?: true;
}

export interface Comment {
  readonly offset: number;
  readonly length: number;
  readonly block: boolean;
}

/** What the parser says about a text, before it becomes a finding. `error` means that OpenClaw's own reader refuses the text. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly severity: "error" | "warning";
  readonly offset: number;
  readonly length: number;
  /** Duplicate keys: where the key that loses stands first. */
  readonly related?: { readonly offset: number; readonly length: number; readonly message: string };
}

export type ProblemCode =
  | "empty-document"
  | "value-expected"
  | "property-expected"
  | "colon-expected"
  | "comma-expected"
  | "unexpected-token"
  | "unexpected-character"
  | "unclosed-object"
  | "unclosed-array"
  | "unclosed-string"
  | "unclosed-comment"
  | "unquoted-string"
  | "unquoted-key"
  | "bad-escape"
  | "bad-number"
  | "content-after-end"
  | "too-deep"
  | "too-large"
  | "too-many"
  | "duplicate-key"
  // Of foreign readers:
  | "not-yaml"
  // Only in strict JSON:
  | "byte-order-mark"
  | "comment"
  | "trailing-comma"
  | "single-quote"
  | "control-character"
  | "bad-whitespace";

/**
 * Which grammar a file is read with: OpenClaw reads its config as JSON5 and the approvals document as strict JSON.
 * `foreign`: none of ours; who knows the file brings the reader, and single values are all that can be edited.
 */
export type Grammar = "json5" | "json" | "foreign";

export interface ParsedText {
  /** The grammar the text was read with, and has to be edited by. */
  readonly grammar: Grammar;
  readonly root: Node | undefined;
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
}

/** A file's address. Opaque to the core: compared as a string, never opened. */
export type Uri = string;

/** A range in one file, half open, in UTF-16 offsets. */
export interface Location {
  readonly file: Uri;
  readonly start: number;
  readonly end: number;
}

export type Segment = string | number;

/** Where a value stands in its document: keys and array indexes from the root. Empty for the whole document. */
export type Path = readonly Segment[];

/** The value of an object member; with a repeated key the last one, which is the one every JSON reader keeps. */
export function findMember(object: Node | undefined, key: string): Node | undefined {
  return findProperty(object, key)?.children?.[1];
}

/** The property node of an object member, with or without a value; the last one when the key is repeated. */
export function findProperty(object: Node | undefined, key: string): Node | undefined {
  if (object?.type !== "object" || !object.children) return undefined;
  if (object.children.length > mostSearched) return indexOf(object.children).get(key);
  for (let index = object.children.length - 1; index >= 0; index--) {
    const property = object.children[index];
    if (property?.children?.[0]?.value === key) return property;
  }
  return undefined;
}

/** In an object of more members than this a key is looked up, not searched for: many searches in many members would never end. */
const mostSearched = 32;

/** The properties of large objects by key. A finished tree does not change, and an index goes with its tree. */
const indexes = new WeakMap<readonly Node[], ReadonlyMap<unknown, Node>>();

function indexOf(properties: readonly Node[]): ReadonlyMap<unknown, Node> {
  let index = indexes.get(properties);
  if (!index) indexes.set(properties, (index = new Map(properties.map((property) => [property.children?.[0]?.value, property]))));
  return index;
}

/** The node at a path, following the last of repeated keys. */
export function findNode(root: Node | undefined, path: Path): Node | undefined {
  let node = root;
  for (const segment of path) {
    if (typeof segment === "string") node = findMember(node, segment);
    else node = node?.type === "array" ? node.children?.[segment] : undefined;
  }
  return node;
}

/** The path of a node, read off its parents. */
export function pathOf(node: Node): Path {
  const path: Segment[] = [];
  const written = node.origin ?? node;
  for (let child = written, parent = written.parent; parent; child = parent, parent = parent.parent) {
    if (parent.type === "property") path.push(String(parent.children?.[0]?.value ?? ""));
    else if (parent.type === "array") path.push(parent.children?.indexOf(child) ?? 0);
  }
  return path.reverse();
}

/** The node at the top of a node's own document. */
export function rootOf(node: Node): Node {
  let root = node.origin ?? node;
  while (root.parent) root = root.parent;
  return root;
}

/** Where a node stands: its file (known to the root of its document) and range. */
export function locationOf(node: Node): Location {
  return { file: rootOf(node).file ?? "", start: node.offset, end: node.offset + node.length };
}

/** A member of an object, by its key. */
export interface Member {
  readonly key: string;
  readonly keyNode: Node;
  readonly value: Node | undefined;
}

/** The members of an object that count: for a repeated key only the last. */
export function members(object: Node | undefined): Member[] {
  const found = writtenMembers(object);
  return object?.children && hasRepeatedKey(object.children) ? lastOfEachKey(found) : found;
}

/** All members of an object in writing order, those that a later one of the same key overrides as well. */
export function writtenMembers(object: Node | undefined): Member[] {
  if (object?.type !== "object" || !object.children) return [];
  const found: Member[] = [];
  for (const { children } of object.children) {
    const keyNode = children?.[0];
    if (keyNode) found.push({ key: String(keyNode.value), keyNode, value: children[1] });
  }
  return found;
}

function lastOfEachKey(found: readonly Member[]): Member[] {
  const last = new Map<string, Member>();
  for (const member of found) {
    last.delete(member.key);
    last.set(member.key, member);
  }
  return [...last.values()];
}

/** Objects of so few members are compared pair by pair, which is quicker than filling a map. */
const fewMembers = 8;

/** Whether a key stands twice among the members of an object. */
export function hasRepeatedKey(properties: readonly Node[]): boolean {
  if (properties.length > fewMembers) return new Set(properties.map(keyOf)).size < properties.length;
  for (let later = 1; later < properties.length; later++) {
    const key = keyOf(properties[later]);
    for (let earlier = 0; earlier < later; earlier++) if (keyOf(properties[earlier]) === key) return true;
  }
  return false;
}

/** The key of a property, as text. */
export function keyOf(property: Node | undefined): string {
  return String(property?.children?.[0]?.value);
}

/** The elements of an array, or none. */
export function elements(array: Node | undefined): readonly Node[] {
  return array?.type === "array" ? (array.children ?? []) : [];
}

/** The plain value a JSON reader would give for this node. `__proto__` stays an ordinary key. */
export function toValue(node: Node | undefined): unknown {
  if (!node) return undefined;
  if (node.type === "array") return (node.children ?? []).map(toValue);
  if (node.type !== "object") return node.value;
  const object: Record<string, unknown> = {};
  for (const { key, value } of members(node)) {
    Object.defineProperty(object, key, { value: toValue(value), writable: true, enumerable: true, configurable: true });
  }
  return object;
}
