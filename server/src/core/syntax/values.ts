/** Finds the texts of a document by range. Knows nothing of what they mean. */
import type { Node } from "./tree.ts";

export interface TextValue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The string values (keys are not values) that overlap a range, in writing order. Nodes outside the range are not entered. */
export function valuesBetween(root: Node | undefined, start: number, end: number): TextValue[] {
  const found: TextValue[] = [];
  const stack = root ? [root] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.offset >= end || node.offset + node.length <= start) continue;
    if (typeof node.value === "string") found.push({ start: node.offset, end: node.offset + node.length, text: node.value });
    const children = node.type === "property" ? node.children?.slice(1) : node.children;
    if (children) for (let index = children.length - 1; index >= 0; index--) stack.push(children[index] as Node);
  }
  return found;
}

/** Longer than the words a config is made of: it may be a key or a token. */
export function isLongText(text: string): boolean {
  return text.length > 15;
}
