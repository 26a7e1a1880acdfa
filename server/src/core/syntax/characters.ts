/**
 * Classes of characters, by UTF-16 code unit. What JSON5 calls a letter or a blank stands here;
 * what a token is made of does not.
 */
import { identifierPartEdges, identifierStartEdges } from "./identifier-characters.gen.ts";

export const char = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  quotationMark: 0x22,
  numberSign: 0x23,
  apostrophe: 0x27,
  asterisk: 0x2a,
  plus: 0x2b,
  comma: 0x2c,
  minus: 0x2d,
  dot: 0x2e,
  slash: 0x2f,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  semicolon: 0x3b,
  equals: 0x3d,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
  noBreakSpace: 0xa0,
  lineSeparator: 0x2028,
  paragraphSeparator: 0x2029,
  byteOrderMark: 0xfeff,
} as const;

export function isDigit(code: number): boolean {
  return code >= char.zero && code <= char.nine;
}

/** The characters that end a line, and with it a line comment. A string may contain the last two. */
export function isLineEnd(code: number): boolean {
  return code === char.lineFeed || code === char.carriageReturn || code === char.lineSeparator || code === char.paragraphSeparator;
}

/** Blanks in strict JSON. */
export function isJsonBlank(code: number): boolean {
  return code === char.space || code === char.lineFeed || code === char.carriageReturn || code === char.tab;
}

/** Blanks in JSON5: those of strict JSON, vertical tab, form feed, the byte order mark and Unicode's space separators. */
export function isBlank(code: number): boolean {
  if (code < 0x80) return code === char.space || (code >= char.tab && code <= char.carriageReturn);
  if (code === char.noBreakSpace || code === char.byteOrderMark || code === 0x1680 || code === 0x3000) return true;
  if (code < 0x2000 || code > 0x205f) return false;
  return code <= 0x200a || code === char.lineSeparator || code === char.paragraphSeparator || code === 0x202f || code === 0x205f;
}

export function isAsciiIdentifierStart(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x24 || code === 0x5f;
}

/** Whether a bare key may begin with this code point. */
export function isIdentifierStart(codePoint: number): boolean {
  return codePoint < 0x80 ? isAsciiIdentifierStart(codePoint) : isInside(startEdges, codePoint);
}

/** Whether a bare key may go on with this code point. */
export function isIdentifierPart(codePoint: number): boolean {
  if (codePoint < 0x80) return isAsciiIdentifierStart(codePoint) || isDigit(codePoint);
  return isInside(partEdges, codePoint);
}

/** The value of a hexadecimal digit, or -1. */
export function hexDigit(code: number): number {
  if (isDigit(code)) return code - char.zero;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

export type Mark = "{" | "}" | "[" | "]" | ":" | "," | "=" | ";";

/** The token that a character is on its own. `=` and `;` are in neither grammar, but people write them for `:` and `,`. */
export function markOf(code: number): Mark | undefined {
  switch (code) {
    case char.openBrace:
      return "{";
    case char.closeBrace:
      return "}";
    case char.openBracket:
      return "[";
    case char.closeBracket:
      return "]";
    case char.colon:
      return ":";
    case char.comma:
      return ",";
    case char.equals:
      return "=";
    case char.semicolon:
      return ";";
    default:
      return undefined;
  }
}

export function isQuote(code: number): boolean {
  return code === char.quotationMark || code === char.apostrophe;
}

export function isCommaOrCloser(code: number): boolean {
  return code === char.comma || code === char.closeBracket || code === char.closeBrace;
}

/** Whether the character at an offset cannot be part of a word. */
export function endsWord(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (isBlank(code) || isQuote(code) || markOf(code) !== undefined) return true;
  if (code !== char.slash) return false;
  const next = text.charCodeAt(offset + 1);
  return next === char.slash || next === char.asterisk;
}

const startEdges = edgesOf(identifierStartEdges);
const partEdges = edgesOf(identifierPartEdges);

function edgesOf(differences: string): readonly number[] {
  let edge = 0;
  return differences.split(" ").map((difference) => (edge += parseInt(difference, 36)));
}

/** True when an odd number of edges lies at or before the code point. */
function isInside(edges: readonly number[], codePoint: number): boolean {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) <= codePoint) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}
