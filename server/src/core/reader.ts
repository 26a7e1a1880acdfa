/**
 * Lenient reading: walks a tree by key and gives every value as a `Read`, keeping set, unset and unknown apart.
 * Knows how a value can fail to be definite, never what a key means.
 */
import type { Read } from "./read.ts";
import { elements, findProperty, locationOf, members, pathOf, type Location, type Node, type Path } from "./syntax/tree.ts";

/** A place in a config, whether or not something stands there. */
export interface Place {
  readonly node: Node | undefined;
  /** The value, or the key of the nearest ancestor that exists. */
  readonly at: Location;
  readonly path: Path;
  /** Set when what stands here cannot be known; everything below is unknown too. */
  readonly unknown?: string;
}

/** The place of a document's root. Without a root (an empty or missing text) everything in it is unknown for the given reason. */
export function rootPlace(root: Node | undefined, file: string, why: string): Place {
  // The whole file is never a good place for a squiggle: what concerns the document as such sits on its first character.
  if (root) return { node: root, at: { ...locationOf(root), end: root.offset + Math.min(1, root.length) }, path: [] };
  return { node: undefined, at: { file, start: 0, end: 0 }, path: [], unknown: why };
}

/** The place of a member of an object; it may be unset. */
export function member(place: Place, key: string): Place {
  const path = [...place.path, key];
  if (place.unknown !== undefined) return { node: undefined, at: place.at, path, unknown: place.unknown };
  if (!place.node) return { node: undefined, at: place.at, path };
  if (place.node.type !== "object") return { node: undefined, at: place.at, path, unknown: `"${lastKey(place.path)}" is not an object` };
  const property = findProperty(place.node, key);
  if (!property) {
    const missing = { node: undefined, at: anchorOf(place), path };
    const open = place.node.open ?? (place.node.incomplete ? "the text is not finished" : undefined);
    return open === undefined ? missing : { ...missing, unknown: open };
  }
  return placeOfValue(place, property.children?.[1], property.children?.[0] ?? property, path);
}

/** The place of a value below nested keys. */
export function at(place: Place, ...keys: string[]): Place {
  return keys.reduce(member, place);
}

/** The members of an object in writing order (the last of repeated keys), with the key's own location. */
export function membersOf(place: Place): { readonly key: string; readonly keyAt: Location; readonly place: Place }[] {
  return members(place.node).map(({ key, keyNode, value }) => ({
    key,
    keyAt: locationOf(keyNode),
    place: placeOfValue(place, value, keyNode, [...place.path, key]),
  }));
}

/** The elements of an array. */
export function elementsOf(place: Place): Place[] {
  return elements(place.node).map((node, index) => placeOfValue(place, node, node, [...place.path, index]));
}

export function readString(place: Place): Read<string> {
  return read(place, (node) => (typeof node.value === "string" ? node.value : undefined), "a string");
}

export function readBoolean(place: Place): Read<boolean> {
  return read(place, (node) => (typeof node.value === "boolean" ? node.value : undefined), "true or false");
}

export function readNumber(place: Place): Read<number> {
  return read(place, (node) => (typeof node.value === "number" ? node.value : undefined), "a number");
}

/** A string out of a closed list of words. Another word is unknown: what the product makes of it is not ours to guess. */
export function readWord<Word extends string>(place: Place, words: readonly Word[]): Read<Word> {
  const text = readString(place);
  if (text.state !== "set") return text;
  const word = words.find((candidate) => candidate === text.value);
  return word === undefined
    ? { state: "unknown", at: text.at, path: text.path, why: `"${text.value}" is not one of ${words.join(", ")}` }
    : { ...text, value: word };
}

/** A list of strings. One element that cannot be known makes the whole list unknown. */
export function readStringList(place: Place): Read<readonly Read<string>[]> {
  return read(place, (node) => (node.type === "array" ? elementsOf(place).map(readString) : undefined), "a list");
}

/** Whether something stands here at all, whatever its type. */
export function readAny(place: Place): Read<unknown> {
  return read(place, (node) => (node.type === "object" || node.type === "array" ? node : (node.value ?? null)), "a value");
}

function read<T>(place: Place, take: (node: Node) => T | undefined, expected: string): Read<T> {
  const { node, at, path } = place;
  if (place.unknown !== undefined) return { state: "unknown", at, path, why: place.unknown };
  if (!node) return { state: "unset", at, path };
  const value = take(node);
  if (value === undefined) return { state: "unknown", at, path, why: `"${lastKey(path)}" is not ${expected}` };
  return { state: "set", value, at, path, node };
}

function placeOfValue(container: Place, value: Node | undefined, key: Node, walked: Path): Place {
  const shown = value ?? key;
  const isOwn = isWrittenIn(container.node, shown);
  const at = isOwn ? { file: container.at.file, start: shown.offset, end: shown.offset + shown.length } : locationOf(shown);
  const path = isOwn ? walked : pathOf(shown);
  const unknown = whyUnknown(value);
  return unknown === undefined ? { node: value, at, path } : { node: undefined, at, path, unknown };
}

function whyUnknown(value: Node | undefined): string | undefined {
  if (!value || value.incomplete) return "the value is not finished";
  const variable = typeof value.value === "string" ? environmentVariable(value.value) : undefined;
  return variable === undefined ? undefined : `depends on the environment variable ${variable}`;
}

/**
 * True when a value stands in its container as it was written. Otherwise an include had a part in putting it here, and its path in its own
 * file is another one than the path walked.
 */
function isWrittenIn(container: Node | undefined, node: Node): boolean {
  if (container?.origin !== undefined || node.origin !== undefined) return false;
  const parent = node.parent?.type === "property" ? node.parent.parent : node.parent;
  return parent === container;
}

/** The first `${NAME}` in a text that is not escaped as `$${NAME}`. */
function environmentVariable(text: string): string | undefined {
  return text.includes("${") ? /(?<!\$)\$\{([A-Z_][A-Z0-9_]*)\}/.exec(text)?.[1] : undefined;
}

/** Where a missing member would be written: the key of the object it belongs to, or the object when it has none. */
function anchorOf(place: Place): Location {
  const written = place.node?.origin ?? place.node;
  const key = written?.parent?.type === "property" ? written.parent.children?.[0] : undefined;
  return key ? locationOf(key) : place.at;
}

function lastKey(path: Path): string {
  return String(path.at(-1) ?? "the document");
}
