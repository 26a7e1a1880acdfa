/**
 * Structured edits to text edits that leave alone what they need not touch: comments, layout, quotes, commas and line ends.
 * The only place that turns a path into a change of text; never knows why somebody wants the change.
 */
import type { Edit, Json } from "../finding.ts";
import { containerEdits } from "./edit-container.ts";
import { isFirstOnLine } from "./edit-gaps.ts";
import { addInside } from "./edit-json.ts";
import { planEdits, type Plan } from "./edit-plan.ts";
import { printValue } from "./edit-print.ts";
import { hasLineEnd, indentAt, styleOf, type Style } from "./edit-style.ts";
import type { Node, ParsedText } from "./tree.ts";

/** Replaces the text from `start` to `end` (UTF-16 offsets, half open). */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/**
 * The text edits that make all the given edits of one file, sorted and without overlap; all paths are those of the text as it is.
 * Empty when there is nothing to do. `undefined` when a path cannot be reached (something of another type stands in its way, an array has no such
 * element, the text there is not complete) or when edits contradict each other.
 */
export function toTextEdits(parsed: ParsedText, text: string, edits: readonly Edit[]): TextEdit[] | undefined {
  const style = styleOf(text, parsed);
  if (!parsed.root) return isBare(parsed) ? editsOfEmpty(text, edits, style) : undefined;
  const plan = planEdits(parsed.root, edits);
  // How members and elements are written is the foreign grammar's own; a value in double quotes is taken by those we read.
  if (!plan || (parsed.grammar === "foreign" && (plan.containers.size > 0 || [...plan.replaced.values()].some(isContainer))))
    return undefined;
  return mergeEdits([...editsOfPlan(text, plan, style)]);
}

function isContainer(value: Json): boolean {
  return typeof value === "object" && value !== null;
}

/** The text after the edits, which must be sorted and free of overlap as `toTextEdits` gives them. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let from = 0;
  const parts: string[] = [];
  for (const { start, end, newText } of edits) {
    parts.push(text.slice(from, start), newText);
    from = end;
  }
  return parts.join("") + text.slice(from);
}

/** A whole new document in plain JSON, two blanks a step. */
export function printDocument(value: Json): string {
  const style = { ...styleOf("", { grammar: "json", root: undefined, problems: [], comments: [] }), objectsOnOneLine: true };
  return printValue(value, style, { indent: "", onLines: true }) + style.lineEnd;
}

function* editsOfPlan(text: string, plan: Plan, style: Style): Iterable<TextEdit> {
  for (const [container, change] of plan.containers) {
    if (change.removed.size + change.added.size + change.appended.length > 0) yield* containerEdits(text, container, change, style);
  }
  for (const [node, value] of plan.replaced) {
    yield { start: node.offset, end: node.offset + node.length, newText: printInstead(text, node, value, style) };
  }
}

function printInstead(text: string, node: Node, value: Json, style: Style): string {
  const first = text.charAt(node.offset);
  const isQuoted = node.type === "string" && (first === '"' || first === "'");
  const quote = isQuoted && style.grammar === "json5" ? first : style.quote;
  const holder = node.parent?.type === "property" ? node.parent : node;
  const isOnLines = hasLineEnd(text, node.offset, node.offset + node.length);
  const onLines = isOnLines || (!node.children?.length && isFirstOnLine(text, holder.offset));
  return printValue(value, { ...style, quote }, { indent: indentAt(text, node.offset), onLines });
}

/** A text without any value, if that is all that is wrong with it. */
function isBare({ problems }: ParsedText): boolean {
  return problems.every(({ code }) => code === "empty-document");
}

function editsOfEmpty(text: string, edits: readonly Edit[], style: Style): TextEdit[] | undefined {
  let value: Json | undefined;
  for (const edit of edits) {
    if (edit.op === "remove") return undefined;
    value = addInside(value, edit.path, edit);
    if (value === undefined) return undefined;
  }
  if (value === undefined) return [];
  const gap = isFirstOnLine(text, text.length) ? "" : style.lineEnd;
  const newText = gap + printValue(value, style, { indent: "", onLines: true }) + style.lineEnd;
  return [{ start: text.length, end: text.length, newText }];
}

/** Sorts edits and joins those that touch, in their order. */
function mergeEdits(edits: readonly TextEdit[]): TextEdit[] {
  const merged: { start: number; end: number; newText: string }[] = [];
  // At the same place, what is put in comes before what is taken out; the sort keeps the order of equal ones.
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && edit.start <= last.end) {
      last.end = Math.max(last.end, edit.end);
      last.newText += edit.newText;
    } else {
      merged.push({ ...edit });
    }
  }
  return merged;
}
