/** What a person is writing at an offset: a key of some object, or a value at some path; and what of it is there already. */
import { nodeAt } from "./node-at.ts";
import { pathOf, type Node, type ParsedText, type Path } from "./tree.ts";

export interface Writing {
  readonly what: "key" | "value";
  /** The object's path for a key, the value's own for a value. */
  readonly path: Path;
  /** The text it replaces. */
  readonly start: number;
  readonly end: number;
  /** Nothing of it is there yet. */
  readonly isBare: boolean;
  /** Keys the object has, or texts the list has. */
  readonly taken: readonly string[];
  /** The keys around it stand in quotes. */
  readonly quotesKeys: boolean;
  /** A key that has its value already. */
  readonly hasValue: boolean;
}

/** Undefined inside comments, and where nothing can be written. */
export function writingAt({ root, comments }: ParsedText, text: string, offset: number): Writing | undefined {
  if (comments.some((comment) => comment.offset < offset && offset < comment.offset + comment.length + (comment.block ? 0 : 1)))
    return undefined;
  const node = nodeAt(root, offset);
  if (!node) return undefined;
  const property = node.parent?.type === "property" ? node.parent : undefined;
  if (property && property.children?.[0] === node) {
    // Behind the colon of a member that has no value yet.
    if (property.colonOffset !== undefined && offset > property.colonOffset) return valueIn(pathOf(node), offset, offset, []);
    return keyIn(property.parent, node, text);
  }
  if (node.type === "object") {
    const unfinished = node.children?.filter((child) => child.offset < offset && child.children?.length === 1).at(-1);
    const isLast = unfinished && !node.children?.some((child) => child.offset > unfinished.offset && child.offset < offset);
    const between = unfinished ? text.slice(unfinished.offset + unfinished.length, offset) : "";
    if (unfinished?.colonOffset !== undefined && isLast && between.trim() === "") {
      const key = unfinished.children?.[0];
      return key && valueIn(pathOf(key), offset, offset, []);
    }
    return keyIn(node, undefined, text, offset);
  }
  if (node.type === "array") {
    const index = node.children?.filter((child) => child.offset < offset).length ?? 0;
    return valueIn([...pathOf(node), index], offset, offset, textsOf(node));
  }
  const siblings = node.parent?.type === "array" ? textsOf(node.parent).filter((other) => other !== node.value) : [];
  return valueIn(pathOf(node), node.offset, node.offset + node.length, siblings);
}

function keyIn(object: Node | undefined, key: Node | undefined, text: string, offset = 0): Writing | undefined {
  if (object?.type !== "object") return undefined;
  const others = (object.children ?? []).flatMap((property) => (property.children?.[0] === key ? [] : (property.children?.[0] ?? [])));
  const start = key?.offset ?? offset;
  return {
    what: "key",
    path: pathOf(object),
    start,
    end: start + (key?.length ?? 0),
    isBare: key === undefined,
    taken: others.map(({ value }) => String(value)),
    quotesKeys: others.length > 0 && others.every((other) => text[other.offset] === '"'),
    hasValue: key?.parent?.colonOffset !== undefined,
  };
}

function valueIn(path: Path, start: number, end: number, taken: readonly string[]): Writing {
  return { what: "value", path, start, end, isBare: start === end, taken, quotesKeys: false, hasValue: false };
}

function textsOf(array: Node): string[] {
  return (array.children ?? []).flatMap(({ value }) => (typeof value === "string" ? [value] : []));
}
