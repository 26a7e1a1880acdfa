/** From an offset to the node there. */
import type { Node } from "./tree.ts";

/** The innermost key or value that holds an offset, its end included; nothing outside the document's root. */
export function nodeAt(root: Node | undefined, offset: number): Node | undefined {
  if (!root || offset < root.offset || offset > root.offset + root.length) return undefined;
  let node = root;
  for (;;) {
    const inner = node.children?.find((child) => child.offset <= offset && offset <= child.offset + child.length);
    if (!inner) return node.type === "property" ? node.children?.[0] : node;
    node = inner;
  }
}
