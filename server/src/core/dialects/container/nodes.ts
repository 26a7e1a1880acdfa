/** Builds trees in the shape all others have, out of what a foreign reader found. */
import type { Node, ParsedText, Uri } from "../../syntax/tree.ts";

type Building = { -readonly [Name in keyof Node]: Node[Name] };

export function scalar(value: string | number | boolean | null, offset: number, end: number): Node {
  const type = value === null ? "null" : (typeof value as "string" | "number" | "boolean");
  return { type, value, offset, length: end - offset };
}

export function container(type: "object" | "array", children: readonly Node[], offset: number, end: number): Node {
  const node: Building = { type, offset, length: end - offset, children: [...children] };
  for (const child of children) (child as Building).parent = node;
  return node;
}

export function property(key: Node, value: Node | undefined): Node {
  const children = value ? [key, value] : [key];
  const node: Building = { type: "property", offset: key.offset, length: key.length, children };
  for (const child of children) (child as Building).parent = node;
  return node;
}

/** The same object, with members that cannot be seen. */
export function opened(node: Node, why: string): Node {
  (node as Building).open = why;
  return node;
}

export function parsedText(root: Node | undefined, file: Uri): ParsedText {
  if (root) (root as Building).file = file;
  return { grammar: "foreign", root, problems: [], comments: [] };
}
