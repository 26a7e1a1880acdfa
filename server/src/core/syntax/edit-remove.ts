/**
 * Takes children out of an object or array: which ranges of the text go with them. A child takes along its comma, the comments on its own line,
 * and that line when nothing else stands on it. Comments on lines of their own stay: they may speak of a neighbour.
 */
import { behindLineEnd, hasOuterLineEnd, restOfLine, type Slot } from "./edit-gaps.ts";

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The ranges to delete. `from` lies behind the opening bracket. */
export function removalRanges(text: string, slots: readonly Slot[], isRemoved: (slot: Slot) => boolean, from: number): Range[] {
  const ranges: Range[] = [];
  for (let index = 0; index < slots.length; index++) {
    const first = slots[index];
    if (!first || !isRemoved(first)) continue;
    const previous = slots[index - 1];
    let last = first;
    let next = slots[index + 1];
    // Children that share a line go together, so that the line can go too.
    while (next && isRemoved(next) && !hasOuterLineEnd(text, last.end, next.start)) {
      last = next;
      next = slots[++index + 1];
    }
    ranges.push(...rangesOfGroup({ text, previous, first, last, next, from }));
  }
  return ranges;
}

/** Neighbouring children to be removed, and what stays around them. */
interface Group {
  readonly text: string;
  readonly previous: Slot | undefined;
  readonly first: Slot;
  readonly last: Slot;
  readonly next: Slot | undefined;
  readonly from: number;
}

function rangesOfGroup(group: Group): Range[] {
  const { text, first, last, next } = group;
  const isCommaNear = last.comma >= 0 && (isBlankText(text, last.end, last.comma) || !hasOuterLineEnd(text, last.end, last.comma));
  const end = isCommaNear ? last.comma + 1 : last.end;
  const line = restOfLine(text, end);
  const hasNextOnLine = next !== undefined && !hasOuterLineEnd(text, end, next.start);
  const farComma = last.comma >= 0 && !isCommaNear ? [{ start: last.comma, end: last.comma + 1 }] : [];

  if (first.lineStart >= 0) {
    if (line.isAtLineEnd) return [{ start: first.lineStart, end: behindLineEnd(text, line.end) }, ...farComma];
    if (hasNextOnLine) return [{ start: first.lead, end: next.lead }, ...farComma];
    // The closing bracket follows on the line: it moves up to what stands before.
    const before = behindPrevious(group);
    const start = group.previous && isBlankText(text, before, first.start) ? before : first.lead;
    return [{ start, end: line.commentEnd }, ...farComma];
  }
  if (!group.previous) {
    // Comments between the opening bracket and the first child may speak of the whole.
    const start = line.isAtLineEnd && isBlankText(text, group.from, first.start) ? group.from : first.start;
    return [{ start, end: hasNextOnLine ? next.lead : line.isAtLineEnd ? line.end : line.commentEnd }, ...farComma];
  }
  const before = behindPrevious(group);
  // With a comment over several lines before it, only what is its own goes.
  const lead = line.isAtLineEnd ? before + text.slice(before, first.lead).trimEnd().length : first.lead;
  const start = /[\n\r\u2028\u2029]/.test(text.slice(before, first.start)) ? lead : before;
  return [{ start, end: hasNextOnLine ? end : line.isAtLineEnd ? line.end : line.commentEnd }, ...farComma];
}

/** Where the comma of the child before ends, or the child, or the opening bracket. */
function behindPrevious({ previous, from }: Group): number {
  if (!previous) return from;
  return previous.comma < 0 ? previous.end : previous.comma + 1;
}

function isBlankText(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === "";
}
