/** How constraints look at values: a value that is unfinished, or decided by the environment, is not there to be judged. */
import { elements, findMember, findProperty, members, type Node } from "../../syntax/tree.ts";
import { nearestWord } from "../../schema/words.ts";
import type { Complaint, Constraint } from "./constraints-types.ts";

/** The releases that were looked at. */
export const oldest = "2026.2.17";
export const middle = "2026.6.1";
export const newest = "2026.9.6";

/** `$${NAME}` is the text `${NAME}` itself; every other `${NAME}` is decided by the environment. */
export function hasVariable(text: string): boolean {
  return /(?<!\$)\$\{[A-Z_][A-Z0-9_]*\}/.test(text);
}

/** A text that is written out, as it is. */
export function text(node: Node | undefined): string | undefined {
  if (node?.type !== "string" || node.incomplete || hasVariable(String(node.value))) return undefined;
  return String(node.value);
}

/** A text without the space around it; also undefined when nothing else is left of it. */
export function trimmed(node: Node | undefined): string | undefined {
  return text(node)?.trim() || undefined;
}

export function word(node: Node | undefined): string | undefined {
  return trimmed(node)?.toLowerCase();
}

/** A list written out with something in it. */
export function isFilledList(node: Node | undefined): boolean {
  return node?.type === "array" && elements(node).length > 0;
}

/** True for what JavaScript takes for something: a text that is not empty, a number other than 0, `true`, any object or list. */
export function isSomething(node: Node | undefined): boolean {
  return node !== undefined && (node.type === "object" || node.type === "array" || Boolean(node.value));
}

/** The key of a member, where something about the member is best said. */
export function keyOf(object: Node, key: string): Node {
  return findProperty(object, key)?.children?.[0] ?? anchor(object);
}

/** Where something about a whole object is said: its own key, or the object itself. */
export function anchor(object: Node): Node {
  const { parent } = object.origin ?? object;
  return parent?.type === "property" ? (parent.children?.[0] ?? object) : object;
}

/** Objects that may have more members than are written: a missing member cannot be claimed. */
export function isOpen(node: Node | undefined): boolean {
  return node?.open !== undefined;
}

/** Two settings that must not both be set. */
export function excludes(at: readonly string[], key: string, others: readonly string[], message: string): Constraint {
  return {
    at,
    judge: (object) => {
      const isSet = (name: string) => findMember(object, name) !== undefined;
      return isSet(key) && others.some(isSet) ? { node: keyOf(object, key), message } : undefined;
    },
  };
}

/** A member that must not be one of some words, whatever their case. */
export function forbidsWord(at: readonly string[], key: string, forbidden: string, message: string): Constraint {
  return {
    at,
    judge: (object) => {
      const value = findMember(object, key);
      return word(value) === forbidden && value ? { node: value, message } : undefined;
    },
  };
}

/** A number or text that must pass a test when written as a text. */
export function asText(at: readonly string[], passes: (written: string) => boolean, message: string): Constraint {
  return {
    at,
    judge: (node): Complaint | undefined => {
      const written = node.type === "number" ? String(node.value) : text(node);
      return written === undefined || passes(written) ? undefined : { node, message };
    },
  };
}

/** Holds only in some releases. */
export function during(bounds: { readonly since?: string; readonly until?: string }, list: readonly Constraint[]): Constraint[] {
  return list.map((constraint) => ({ ...bounds, ...constraint }));
}

/** The members of an object whose values are objects. */
export function objectMembers(node: Node | undefined): { readonly key: string; readonly keyNode: Node; readonly value: Node }[] {
  return members(node).flatMap(({ key, keyNode, value }) => (value?.type === "object" ? [{ key, keyNode, value }] : []));
}

/** A value that reads like a name may be repeated in a sentence: words, perhaps with a number behind them. Anything else could be a secret. */
export function isName(written: string): boolean {
  return written.length <= 32 && /^[A-Za-z]+(?:[-_. ][A-Za-z]+)*(?:[-_ ]?\d{1,3})?$/.test(written);
}

/** ` "name"`, or nothing for a value that had better not be repeated. */
export function quoted(written: string): string {
  return isName(written) ? ` "${written}"` : "";
}

/** A name that is not among those the package brings: a slip of the keyboard when one of them is near, otherwise perhaps something installed beside it. */
export function missingName(node: Node, what: string, name: string, known: readonly string[]): Complaint {
  const nearest = nearestWord(name, known);
  if (nearest !== undefined) return { node, message: `OpenClaw has no ${what}${quoted(name)}; did you mean "${nearest}"?` };
  const which = isName(name) ? `${what} "${name}"` : `${what} of this name`;
  return {
    node,
    message: `OpenClaw itself has no ${which}; the config is refused unless an installed plugin brings it`,
    unless: "installed",
  };
}
