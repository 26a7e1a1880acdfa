/** The structure of a text for moving about in it: what can be folded away, and what a growing selection takes in next. */
import {
  FoldingRangeKind,
  type FoldingRange,
  type FoldingRangeParams,
  type SelectionRange,
  type SelectionRangeParams,
} from "vscode-languageserver";
import { isFirstOnLine, lineIndex, normalizeUri, offsetAt, positionAt, type ConfigFile, type Node, type Uri } from "../core/index.ts";
import type { Session } from "./session.ts";

export async function foldingRanges(session: Session, { textDocument }: FoldingRangeParams): Promise<FoldingRange[]> {
  const file = await ownFile(session, normalizeUri(textDocument.uri));
  if (!file) return [];
  const index = lineIndex(file.text);
  const lineOf = (offset: number): number => positionAt(index, offset).line;
  // The line with the closing bracket stays in sight.
  const blocks = containersIn(file.parsed.root).map(({ offset, length }) => ({
    startLine: lineOf(offset),
    endLine: lineOf(offset + length) - 1,
  }));
  return [...blocks, ...commentBlocks(file, lineOf)].filter(({ startLine, endLine }) => endLine > startLine);
}

/** For each place from the innermost: the text between quotes, the value, the property, what is in the brackets, the brackets. */
export async function selectionRanges(session: Session, { textDocument, positions }: SelectionRangeParams): Promise<SelectionRange[]> {
  const file = await ownFile(session, normalizeUri(textDocument.uri));
  const index = lineIndex(file?.text ?? "");
  return positions.map((position) => {
    const offset = offsetAt(index, position);
    const around = file ? spansAround(file.parsed.root, offset) : [];
    const ranges = around.map(([start, end]) => ({ start: positionAt(index, start), end: positionAt(index, end) }));
    const chain = ranges.reduce<SelectionRange | undefined>((parent, range) => (parent ? { range, parent } : { range }), undefined);
    // An answer is due for every place; where there is nothing around it, it is the place itself.
    return chain ?? { range: { start: position, end: position } };
  });
}

/** Companions have languages of their own, and those their own structure. */
async function ownFile(session: Session, uri: Uri): Promise<ConfigFile | undefined> {
  const current = await session.current(uri);
  return current?.analysis.dialect.isCompanion === false ? current.analysis.set.files.find((file) => file.uri === uri) : undefined;
}

function containersIn(node: Node | undefined): Node[] {
  if (!node) return [];
  const below = (node.children ?? []).flatMap(containersIn);
  return node.type === "object" || node.type === "array" ? [node, ...below] : below;
}

/** Long comments, and short ones line below line. */
function commentBlocks({ text, parsed: { comments } }: ConfigFile, lineOf: (offset: number) => number): FoldingRange[] {
  const blocks: FoldingRange[] = [];
  for (const { offset, length } of comments) {
    // Behind code it belongs to its line, which has to stay in sight.
    if (!isFirstOnLine(text, offset)) continue;
    const [startLine, endLine] = [lineOf(offset), lineOf(offset + length)];
    const last = blocks.at(-1);
    if (last && last.endLine + 1 === startLine) last.endLine = endLine;
    else blocks.push({ startLine, endLine, kind: FoldingRangeKind.Comment });
  }
  return blocks;
}

type Span = readonly [start: number, end: number];

/** From the outermost to the innermost, each within the one before. */
function spansAround(node: Node | undefined, offset: number): Span[] {
  if (!node || offset < node.offset || offset > node.offset + node.length) return [];
  const [start, end] = [node.offset, node.offset + node.length];
  const inner = (node.children ?? []).map((child) => spansAround(child, offset)).find((spans) => spans.length > 0) ?? [];
  const isBracketed = node.type === "object" || node.type === "array" || node.type === "string";
  const within =
    isBracketed && !node.incomplete && end - start > 2 && offset > start && offset < end ? [[start + 1, end - 1] as const] : [];
  return [[start, end], ...within, ...inner];
}
