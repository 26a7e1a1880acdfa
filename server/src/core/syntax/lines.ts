/**
 * Offsets to lines and columns and back, as LSP counts them: from zero, columns in UTF-16 code units, lines ended by `\n`, `\r\n` or `\r`.
 * The only place that turns one into the other.
 */

/** A place in a text, zero based. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where the lines of a text begin. Built once per text. */
export interface LineIndex {
  readonly text: string;
  /** The offset of the first character of every line, behind the byte order mark in the first; never empty. */
  readonly starts: readonly number[];
}

/** A byte order mark is no part of the first line: editors neither show nor count it. */
export function lineIndex(text: string): LineIndex {
  const first = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
  const starts = [first];
  for (let offset = first; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(offset + 1) !== lineFeed)) starts.push(offset + 1);
  }
  return { text, starts };
}

/** The position of an offset. Offsets outside the text mean its nearest end; the inside of a line break belongs to the line it ends. */
export function positionAt(index: LineIndex, offset: number): Position {
  const inside = Math.min(Math.max(offset, 0), index.text.length);
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(index, middle) <= inside) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: Math.max(Math.min(inside, endOf(index, low)) - startOf(index, low), 0) };
}

/** The offset of a position. A column behind the end of its line means that end, a line behind the last one the end of the text. */
export function offsetAt(index: LineIndex, position: Position): number {
  if (position.line < 0) return 0;
  if (position.line >= index.starts.length) return index.text.length;
  const offset = startOf(index, position.line) + Math.max(position.character, 0);
  return Math.min(offset, endOf(index, position.line));
}

const byteOrderMark = 0xfeff;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

function startOf(index: LineIndex, line: number): number {
  return index.starts[line] ?? index.text.length;
}

/** The offset at which a line's own text ends, before its line break. */
function endOf(index: LineIndex, line: number): number {
  const start = startOf(index, line);
  let end = startOf(index, line + 1);
  if (line + 1 === index.starts.length) return end;
  if (end > start && index.text.charCodeAt(end - 1) === lineFeed) end--;
  if (end > start && index.text.charCodeAt(end - 1) === carriageReturn) end--;
  return end;
}
