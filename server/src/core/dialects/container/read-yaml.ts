/** YAML to our tree, each value with its place. The library reads the whole of YAML 1.2; only what it found is put into our shape here. */
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node as YamlNode, type Pair } from "yaml";
import type { Node, ParsedText, Uri } from "../../syntax/tree.ts";
import { container, opened, parsedText, property, scalar } from "./nodes.ts";

/** A text that is not well-formed has no tree: the program refuses it, and every editor says where it is wrong. */
export function readYaml(text: string, file: Uri): ParsedText {
  const document = parseDocument(text, { logLevel: "silent", uniqueKeys: false });
  return parsedText(document.errors.length > 0 ? undefined : new Conversion(document).node(document.contents, 0), file);
}

/** References are followed where they stand, so a small text can describe a tree without end. */
const mostNodes = 20_000;
const deepest = 60;

class Conversion {
  private readonly document: Document;
  private left = mostNodes;

  constructor(document: Document) {
    this.document = document;
  }

  node(found: unknown, depth: number): Node | undefined {
    if (this.left-- <= 0 || depth > deepest) return undefined;
    if (isAlias(found)) return this.node(found.resolve(this.document), depth + 1);
    const [start, end] = rangeOf(found as YamlNode | null);
    if (isScalar(found)) return scalar(plain(found.value), start, end);
    if (isSeq(found)) return container("array", this.all(found.items, depth), start, end);
    if (!isMap(found)) return undefined;
    const { members, isOpen } = this.members(found.items, depth);
    const object = container("object", members, start, end);
    return isOpen ? opened(object, "another block is merged in") : object;
  }

  private all(items: readonly unknown[], depth: number): Node[] {
    return items.flatMap((item) => this.node(item, depth + 1) ?? []);
  }

  /** What `<<` merges comes first, because the object's own members win. */
  private members(pairs: readonly Pair[], depth: number): { readonly members: Node[]; readonly isOpen: boolean } {
    const merged: Node[] = [];
    const own: Node[] = [];
    let isOpen = false;
    for (const pair of pairs) {
      const value = this.node(pair.value, depth + 1);
      if (isScalar(pair.key) && pair.key.value === "<<") {
        const blocks = value?.type === "array" ? (value.children ?? []) : value ? [value] : [];
        for (const block of blocks) merged.unshift(...(block.children ?? []));
        isOpen ||= blocks.length === 0 || blocks.some(({ type, open }) => type !== "object" || open !== undefined);
      } else if (isScalar(pair.key)) {
        const [start, end] = rangeOf(pair.key);
        own.push(property(scalar(String(pair.key.value), start, end), value));
      }
    }
    return { members: [...merged, ...own], isOpen };
  }
}

/** Without the space and the comment that follow. */
function rangeOf(node: YamlNode | null): readonly [number, number] {
  const [start, end] = node?.range ?? [0, 0];
  return [start, end];
}

function plain(value: unknown): string | number | boolean | null {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : value === null
      ? null
      : String(value);
}
