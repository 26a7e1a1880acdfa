/**
 * How a file is written: its indentation, quotes, keys, commas and line ends, as most of it has them, so that what we add looks the same.
 * Decides by counting, so the same file always gives the same answer. Changes nothing.
 */
import { char, isLineEnd } from "./characters.ts";
import type { Grammar, Node, ParsedText } from "./tree.ts";

export interface Style {
  readonly grammar: Grammar;
  readonly lineEnd: string;
  /** One step of indentation. */
  readonly indent: string;
  readonly quote: '"' | "'";
  /** Keys that need no quotes have none. */
  readonly bareKeys: boolean;
  /** The last item of a list with one item per line has a comma too. */
  readonly trailingCommas: boolean;
  /** A blank follows colons and commas; there is none in a minified file. */
  readonly spaced: boolean;
  /** Blanks inside of the braces of an object on one line, and of the brackets of an array. */
  readonly paddedObjects: boolean;
  readonly paddedArrays: boolean;
  /** Short arrays of plain values stand on one line. */
  readonly arraysOnOneLine: boolean;
  /** Short objects of plain values stand on one line too: only in documents that nobody wrote before us. */
  readonly objectsOnOneLine?: boolean;
}

/** More spoken for than against. Starts at what is assumed when nobody speaks. */
class Vote {
  private balance = 0;
  private readonly otherwise: boolean;

  constructor(otherwise: boolean) {
    this.otherwise = otherwise;
  }

  cast(isFor: boolean): void {
    this.balance += isFor ? 1 : -1;
  }

  get result(): boolean {
    return this.balance === 0 ? this.otherwise : this.balance > 0;
  }
}

export function styleOf(text: string, { root, grammar }: ParsedText): Style {
  const votes = {
    doubleQuotes: new Vote(true),
    bareKeys: new Vote(grammar === "json5" && !root?.children?.length),
    trailingCommas: new Vote(false),
    spaced: new Vote(true),
    paddedObjects: new Vote(true),
    paddedArrays: new Vote(false),
    arraysOnOneLine: new Vote(true),
  };
  const indents = new Map<string, number>();

  const pending: Node[] = root ? [root] : [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const children = node.children ?? [];
    // Pushed backwards, so that they come up in the order of the text: it decides between equally frequent indentations.
    for (let index = children.length - 1; index >= 0; index--) pending.push(children[index] as Node);
    if (node.type === "string") castString(node);
    else if (node.type === "property") castColon(node);
    else if (children.length > 0 && !node.incomplete) castContainer(node, children);
  }

  function castString(node: Node): void {
    const first = text.charCodeAt(node.offset);
    const isQuoted = first === char.quotationMark || first === char.apostrophe;
    if (isQuoted) votes.doubleQuotes.cast(first === char.quotationMark);
    const isKey = node.parent?.type === "property" && node.parent.children?.[0] === node;
    if (isKey && canBeBare(String(node.value))) votes.bareKeys.cast(!isQuoted);
  }

  function castColon(node: Node): void {
    const value = node.children?.[1];
    if (node.colonOffset !== undefined && value) votes.spaced.cast(value.offset > node.colonOffset + 1);
  }

  function castContainer(node: Node, children: readonly Node[]): void {
    const end = node.offset + node.length;
    const first = children[0] as Node;
    const last = children[children.length - 1] as Node;
    const isOnLines = hasLineEnd(text, node.offset, first.offset);
    if (isOnLines) {
      const unit = indentStep(indentAt(text, node.offset), indentAt(text, first.offset));
      if (unit !== undefined) indents.set(unit, (indents.get(unit) ?? 0) + 1);
      votes.trailingCommas.cast(
        text
          .slice(last.offset + last.length, end)
          .trimStart()
          .startsWith(","),
      );
    } else if (!hasLineEnd(text, node.offset, end)) {
      const vote = node.type === "object" ? votes.paddedObjects : votes.paddedArrays;
      vote.cast(text.charCodeAt(node.offset + 1) === char.space);
    }
    const isPlain = node.type === "array" && children.every((child) => !child.children);
    if (isPlain) votes.arraysOnOneLine.cast(!isOnLines);
  }

  const isStrict = grammar === "json";
  return {
    grammar,
    lineEnd: lineEndOf(text),
    indent: mostFrequent(indents) ?? "  ",
    quote: isStrict || votes.doubleQuotes.result ? '"' : "'",
    bareKeys: !isStrict && votes.bareKeys.result,
    trailingCommas: !isStrict && votes.trailingCommas.result,
    spaced: votes.spaced.result,
    paddedObjects: votes.paddedObjects.result && votes.spaced.result,
    paddedArrays: votes.paddedArrays.result,
    arraysOnOneLine: votes.arraysOnOneLine.result,
  };
}

/** Whether every reader takes this key without quotes. */
export function canBeBare(key: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(key);
}

/** The blanks at the beginning of the line on which an offset lies. */
export function indentAt(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  let end = start;
  while (text.charCodeAt(end) === char.space || text.charCodeAt(end) === char.tab) end++;
  return text.slice(start, end);
}

export function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let offset = start; offset < end; offset++) if (isLineEnd(text.charCodeAt(offset))) return true;
  return false;
}

function indentStep(outer: string, inner: string): string | undefined {
  return inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : undefined;
}

/** The line end that most lines have. */
export function lineEndOf(text: string): string {
  const windows = text.split("\r\n").length - 1;
  const all = text.split("\n").length - 1;
  return windows * 2 > all ? "\r\n" : "\n";
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  for (const [item, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = item;
  return best;
}
