/** Where comments stand in a text, and how one is put in or taken out without touching anything else. Knows no comment's meaning. */
import { char, isBlank, isLineEnd } from "./characters.ts";
import { behindLineEnd, isFirstOnLine } from "./edit-gaps.ts";
import type { TextEdit } from "./edit.ts";
import { hasLineEnd, indentAt, lineEndOf } from "./edit-style.ts";
import type { Comment, ParsedText } from "./tree.ts";

/** A range of a text, half open. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** So far behind a comment its line of code is looked for, in UTF-16 units. */
const farthestLine = 20_000;

/** The first line behind the comment's own that holds anything but blanks and comments; undefined when none does, or none near by. */
export function nextCodeLine(text: string, { comments }: ParsedText, comment: Comment): Range | undefined {
  let isBehindLine = false;
  let next = comments.indexOf(comment) + 1;
  for (let offset = comment.offset + comment.length; offset < Math.min(text.length, comment.offset + comment.length + farthestLine);) {
    const other = comments[next];
    if (other?.offset === offset) {
      offset += other.length;
      next++;
      isBehindLine ||= hasLineEnd(text, other.offset, offset);
    } else {
      const code = text.charCodeAt(offset);
      isBehindLine ||= isLineEnd(code);
      if (isBehindLine && !isBlank(code)) return { start: startOfLine(text, offset), end: endOfLine(text, offset) };
      offset++;
    }
  }
  return undefined;
}

/** Takes a comment out: with its line when nothing else stands there, otherwise with the blanks before it. */
export function commentRemoval(text: string, { offset, length }: Comment): TextEdit {
  const end = offset + length;
  let start = offset;
  while (start > 0 && isSpace(text.charCodeAt(start - 1))) start--;
  let rest = end;
  while (isSpace(text.charCodeAt(rest))) rest++;
  const isLastOnLine = rest >= text.length || isLineEnd(text.charCodeAt(rest));
  if (isFirstOnLine(text, offset)) {
    if (isLastOnLine) return { start: startOfLine(text, offset), end: rest < text.length ? behindLineEnd(text, rest) : rest, newText: "" };
    return { start: offset, end: rest, newText: "" };
  }
  return { start, end: isLastOnLine ? rest : end, newText: "" };
}

/**
 * Puts a comment on a line of its own above the line an offset lies on, indented like it. Undefined where no comment can stand there
 * because that line begins inside of a comment or a text.
 */
export function commentAbove(text: string, parsed: ParsedText, offset: number, comment: string): TextEdit | undefined {
  const line = startOfLine(text, offset);
  // A byte order mark has to stay in front.
  const start = line === 0 && text.charCodeAt(0) === char.byteOrderMark ? 1 : line;
  if (isInside(parsed.comments, start) || isInsideText(parsed, start)) return undefined;
  return { start, end: start, newText: indentAt(text, offset) + comment + lineEndOf(text) };
}

function isInside(comments: readonly Comment[], offset: number): boolean {
  return comments.some((comment) => comment.offset < offset && offset < comment.offset + comment.length);
}

/** Whether an offset lies inside of a text, a key, or another value without parts. */
function isInsideText({ root }: ParsedText, offset: number): boolean {
  const pending = root ? [root] : [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.offset >= offset || node.offset + node.length <= offset) continue;
    if (!node.children) return true;
    pending.push(...node.children);
  }
  return false;
}

function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

function isSpace(code: number): boolean {
  return isBlank(code) && !isLineEnd(code);
}
