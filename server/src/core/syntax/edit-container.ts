/**
 * Text edits for the children of one object or array: takes some out and puts others in behind the last that stays, laid out as it is.
 * Knows nothing of what the children mean.
 */
import { commentsOutside, isFirstOnLine, restOfLine, slotsOf, type Slot } from "./edit-gaps.ts";
import type { ContainerPlan } from "./edit-plan.ts";
import { printLines, printMember, printValue, separator, type Spot } from "./edit-print.ts";
import { removalRanges, type Range } from "./edit-remove.ts";
import { hasLineEnd, indentAt, type Style } from "./edit-style.ts";
import type { TextEdit } from "./edit.ts";
import type { Node } from "./tree.ts";

type Print = (spot: Spot) => string;

export function containerEdits(text: string, container: Node, plan: ContainerPlan, style: Style): TextEdit[] {
  const slots = slotsOf(text, container);
  const removals = removalRanges(text, slots, ({ node }) => plan.removed.has(node), container.offset + 1);
  const items: Print[] = [
    ...[...plan.added].map((member) => (spot: Spot) => printMember(member, style, spot)),
    ...plan.appended.map((element) => (spot: Spot) => printValue(element, style, spot)),
  ];
  const last = slots.filter(({ node }) => !plan.removed.has(node)).at(-1);
  if (!last) return refill(text, container, slots, removals, items, style);

  const hasTrailingComma = (slots.at(-1)?.comma ?? -1) >= 0;
  const deletions = removals.map(deletion);
  if (items.length > 0) return [...insertBehind(text, last, items, style, hasTrailingComma), ...deletions];
  // The comma that parted the last child from those that go would now be a trailing one.
  const isCommaSurplus = removals.length > 0 && last.comma >= 0 && !hasTrailingComma;
  return isCommaSurplus ? [deletion({ start: last.comma, end: last.comma + 1 }), ...deletions] : deletions;
}

/** New items behind a child that stays: on lines of their own if it stands on one, else on its line. */
function insertBehind(text: string, last: Slot, items: readonly Print[], style: Style, hasTrailingComma: boolean): TextEdit[] {
  const isOnLines = last.lineStart >= 0;
  const hasComma = last.comma >= 0;
  const end = hasComma ? last.comma + 1 : last.end;
  const line = restOfLine(text, end);
  const indent = indentAt(text, last.start);
  const gap = isOnLines ? style.lineEnd + indent : style.spaced ? " " : "";
  const final = hasTrailingComma && style.grammar === "json5" ? "," : "";
  const newText = items.map((print) => gap + print({ indent, onLines: isOnLines })).join(",") + final;
  // Comments at the end of its line stay with the child before; in the middle of a line those before its comma do.
  const isBehindComments = isOnLines ? line.isAtLineEnd || !hasComma : !line.isAtLineEnd && !hasComma;
  const at = isBehindComments ? line.commentEnd : end;
  return hasComma ? [insertion(at, newText)] : [insertion(end, ","), insertion(at, newText)];
}

/** The inside of a container in which no child stays. Comments that belong to none of them do. */
function refill(
  text: string,
  container: Node,
  slots: readonly Slot[],
  removals: readonly Range[],
  items: readonly Print[],
  style: Style,
): TextEdit[] {
  const open = container.offset + 1;
  const close = container.offset + container.length - 1;
  const isGone = (comment: Range): boolean => removals.some(({ start, end }) => start <= comment.start && comment.end <= end);
  const comment = commentsOutside(text, slots, open, close)
    .filter((candidate) => !isGone(candidate))
    .at(-1);
  if (!comment) return [{ start: open, end: close, newText: printInside(text, container, items, style) }];
  if (items.length === 0) return removals.map(deletion);

  const isOnLines = hasLineEnd(text, comment.end, close);
  const outer = indentAt(text, container.offset);
  const indent = isFirstOnLine(text, comment.start) ? indentAt(text, comment.start) : outer + style.indent;
  const gap = isOnLines ? style.lineEnd + indent : " ";
  const final = isOnLines && style.trailingCommas ? "," : "";
  const newText = items.map((print) => gap + print({ indent, onLines: isOnLines })).join(",") + final;
  return [insertion(comment.end, newText), ...removals.map(deletion)];
}

/** What stands between the brackets of a container that had nothing in it, or loses everything. */
function printInside(text: string, container: Node, items: readonly Print[], style: Style): string {
  if (items.length === 0) return "";
  const end = container.offset + container.length;
  const holder = container.parent?.type === "property" ? container.parent : container;
  const indent = indentAt(text, container.offset);
  const isEmpty = container.children?.length === 0;
  const isFree = isEmpty && isFirstOnLine(text, holder.offset) && (container.type === "object" || !style.arraysOnOneLine);
  if (isFree || hasLineEnd(text, container.offset, end)) return printLines(items, style, { indent, onLines: true });
  const line = items.map((print) => print({ indent, onLines: false })).join(separator(style));
  const isPadded = container.type === "object" ? style.paddedObjects : style.paddedArrays;
  return isPadded ? ` ${line} ` : line;
}

function insertion(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}

function deletion({ start, end }: Range): TextEdit {
  return { start, end, newText: "" };
}
