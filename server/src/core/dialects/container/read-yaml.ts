/** YAML to our tree, each value with its place. The library reads the whole of YAML 1.2; only what it found is put into our shape here. */
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type ErrorCode,
  type Node as YamlNode,
  type Pair,
  type YAMLParseError,
} from "yaml";
import { unreadText } from "../../syntax/parse.ts";
import type { Node, ParsedText, Problem, Uri } from "../../syntax/tree.ts";
import { container, opened, parsedText, property, scalar } from "./nodes.ts";

/** A text that is not well-formed has no tree, and says where it goes wrong. */
export function readYaml(text: string, file: Uri): ParsedText {
  // Pretty errors look for their line from the beginning, each of them.
  const document = parseDocument(text, { logLevel: "error", uniqueKeys: false, prettyErrors: false });
  const error = document.errors.find(({ code }) => code !== "MULTIPLE_DOCS");
  if (error) return { ...parsedText(undefined, file), problems: [problemOf(error, text)] };
  const { sources, missing } = sourcesIn(document);
  if (missing)
    return { ...parsedText(undefined, file), problems: [faultAt(missing.range?.[0] ?? 0, missing.range?.[1] ?? 0, text, noAnchor)] };
  const conversion = new Conversion(sources);
  const root = conversion.node(document.contents, 0);
  if (conversion.isExhausted()) return unreadText("foreign");
  return { ...parsedText(root, file), problems: document.errors.map(({ pos }) => moreDocuments(pos[0], text)) };
}

/** Behind this place the text goes on as if it were another file. */
function moreDocuments(offset: number, text: string): Problem {
  const message = "More than one YAML document is in this file, and only the first is judged";
  return { code: "not-yaml", message, severity: "warning", offset, length: Math.min(3, text.length - offset) };
}

/** The first fault only: those behind it come of it. In words of our own, because the library's quote the text, secrets included. */
function problemOf({ code, pos: [start, end] }: YAMLParseError, text: string): Problem {
  return faultAt(start, end, text, faults[code] ?? "something else was to come here");
}

function faultAt(start: number, end: number, text: string, fault: string): Problem {
  // What is missing at the end is missed at the last character.
  const offset = Math.max(0, Math.min(start, text.length - 1));
  const [firstLine = ""] = text.slice(offset, end).split(/[\r\n]/);
  const length = Math.min(Math.max(1, firstLine.length), text.length - offset);
  const message = `This is not well-formed YAML: ${fault}. Nothing in the file is judged`;
  return { code: "not-yaml", message, severity: "error", offset, length };
}

const faults: Partial<Readonly<Record<ErrorCode, string>>> = {
  BAD_ALIAS: "the name of an anchor or an alias is wrong",
  BAD_DQ_ESCAPE: "a text in double quotes has an escape that there is none of",
  BAD_INDENT: "the line is indented otherwise than those it belongs to",
  BAD_SCALAR_START: "no text begins with this character unless it is in quotes",
  BLOCK_AS_IMPLICIT_KEY: "a second key stands on the line of the first",
  BLOCK_IN_FLOW: "what is in brackets has no lines with keys or dashes",
  MISSING_CHAR: "a quote, a bracket, a comma or a colon is missing",
  MULTILINE_IMPLICIT_KEY: "a key without a colon",
  TAB_AS_INDENT: "a tab indents the line",
};

/** The library notices only when it makes values of the nodes. */
const noAnchor = "no anchor above this alias bears its name";

/** What each alias stands for: the last node before it that bears the name. In one pass; the library would look from the beginning for each. */
function sourcesIn(document: Document): { readonly sources: ReadonlyMap<Alias, YamlNode>; readonly missing: Alias | undefined } {
  const anchored = new Map<string, YamlNode>();
  const sources = new Map<Alias, YamlNode>();
  let missing: Alias | undefined;
  visit(document, (_, node) => {
    if (!isNode(node)) return;
    const source = isAlias(node) ? anchored.get(node.source) : undefined;
    if (isAlias(node) && source) sources.set(node, source);
    else if (isAlias(node)) missing ??= node;
    else if (node.anchor !== undefined) anchored.set(node.anchor, node);
  });
  return { sources, missing };
}

/** References are followed where they stand, so a small text can describe a tree without end. */
const mostNodes = 20_000;
const deepest = 60;

/** Compose takes out what bears this tag, whatever it says. Source: the Compose specification on merging. */
const takenOut = "!reset";

class Conversion {
  private readonly sources: ReadonlyMap<Alias, YamlNode>;
  private left = mostNodes;

  constructor(sources: ReadonlyMap<Alias, YamlNode>) {
    this.sources = sources;
  }

  /** Whether there is more than was converted: nothing can be said of the whole then. */
  isExhausted(): boolean {
    return this.left < 0;
  }

  node(found: unknown, depth: number): Node | undefined {
    if (depth > deepest) this.left = 0;
    if (this.left-- <= 0) return undefined;
    if (isAlias(found)) return this.node(this.sources.get(found), depth + 1);
    const [start, end] = rangeOf(found as YamlNode | null);
    if (isNode(found) && found.tag === takenOut) return scalar(null, start, end);
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
