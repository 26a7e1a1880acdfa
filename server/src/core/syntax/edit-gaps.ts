/**
 * What stands between the children of an object or array: commas, comments, line ends, and to which child each of them belongs.
 * Only looks; changes nothing.
 */
import { char, isBlank, isLineEnd } from "./characters.ts";
import type { Node } from "./tree.ts";

/** A property or element with what belongs to it. */
export interface Slot {
  readonly node: Node;
  readonly start: number;
  readonly end: number;
  /** The comma behind it, or -1. */
  readonly comma: number;
  /** Where what stands before it on its own line begins, when that is nothing but blanks and comments; else -1. */
  readonly lineStart: number;
  /** Where the comments before it begin that stand directly before it, or the child itself. */
  readonly lead: number;
}

export interface Line {
  /** Behind the last comment or blank that stands on the same line. */
  readonly end: number;
  /** Behind the last comment, or where the search began when there is none. */
  readonly commentEnd: number;
  readonly isAtLineEnd: boolean;
}

/** The children of a container in order. */
export function slotsOf(text: string, container: Node): Slot[] {
  const children = container.children ?? [];
  let from = container.offset + 1;
  return children.map((node, index) => {
    const end = node.offset + node.length;
    const next = children[index + 1];
    const comma = commaBetween(text, end, next ? next.offset : container.offset + container.length - 1);
    const slot = { node, start: node.offset, end, comma, ...leadOf(text, from, node.offset) };
    from = comma < 0 ? end : comma + 1;
    return slot;
  });
}

/** Goes over blanks and comments up to the end of the line, or to what else stands on it. */
export function restOfLine(text: string, from: number): Line {
  let end = from;
  let commentEnd = from;
  for (;;) {
    const item = triviaAt(text, end);
    if (item === undefined || item.isLineEnd || (item.isComment && item.hasLineEnd)) {
      return { end, commentEnd, isAtLineEnd: item?.isLineEnd === true };
    }
    end = item.end;
    if (item.isComment) commentEnd = end;
  }
}

/** The offset behind the line end that begins here. */
export function behindLineEnd(text: string, offset: number): number {
  return text.charCodeAt(offset) === char.carriageReturn && text.charCodeAt(offset + 1) === char.lineFeed ? offset + 2 : offset + 1;
}

/** The comments in a container that do not lie inside of its children. */
export function commentsOutside(text: string, slots: readonly Slot[], open: number, close: number): { start: number; end: number }[] {
  const comments: { start: number; end: number }[] = [];
  let from = open;
  for (const { start, end } of [...slots, { start: close, end: close }]) {
    while (from < start) {
      const item = triviaAt(text, from);
      if (item?.isComment) comments.push({ start: from, end: item.end });
      from = item?.end ?? from + 1;
    }
    from = end;
  }
  return comments;
}

/** Whether nothing but blanks stands before an offset on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  let start = offset;
  while (start > 0 && isBlank(text.charCodeAt(start - 1)) && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start === 0 || isLineEnd(text.charCodeAt(start - 1));
}

/** Whether lines end between two offsets that lie around nothing but commas, blanks and comments. */
export function hasOuterLineEnd(text: string, from: number, to: number): boolean {
  for (let offset = from; offset < to;) {
    const item = triviaAt(text, offset);
    if (item?.isLineEnd) return true;
    offset = item ? item.end : offset + 1;
  }
  return false;
}

function commaBetween(text: string, from: number, to: number): number {
  for (let offset = from; offset < to;) {
    if (text.charCodeAt(offset) === char.comma) return offset;
    offset = triviaAt(text, offset)?.end ?? offset + 1;
  }
  return -1;
}

function leadOf(text: string, from: number, to: number): Pick<Slot, "lineStart" | "lead"> {
  let lineStart = -1;
  let lead = -1;
  for (let offset = from; offset < to;) {
    const item = triviaAt(text, offset);
    if (item?.isLineEnd) {
      lineStart = item.end;
      lead = -1;
    } else if (item?.isComment && item.hasLineEnd) {
      lineStart = lead = -1;
    } else if (item?.isComment && lead < 0) {
      lead = offset;
    }
    offset = item ? item.end : offset + 1;
  }
  return { lineStart, lead: lead < 0 ? to : lead };
}

interface Trivia {
  readonly end: number;
  readonly isLineEnd?: boolean;
  readonly isComment?: boolean;
  /** Comments: it goes over several lines. */
  readonly hasLineEnd?: boolean;
}

/** The comment, line end or blank that begins at an offset. */
function triviaAt(text: string, offset: number): Trivia | undefined {
  const code = text.charCodeAt(offset);
  if (isLineEnd(code)) return { end: behindLineEnd(text, offset), isLineEnd: true };
  if (isBlank(code)) return { end: offset + 1 };
  if (code !== char.slash) return undefined;
  const kind = text.charCodeAt(offset + 1);
  if (kind === char.slash) {
    let end = offset + 2;
    while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
    return { end, isComment: true };
  }
  if (kind !== char.asterisk) return undefined;
  const close = text.indexOf("*/", offset + 2);
  const end = close < 0 ? text.length : close + 2;
  return { end, isComment: true, hasLineEnd: /[\n\r\u2028\u2029]/.test(text.slice(offset, end)) };
}
