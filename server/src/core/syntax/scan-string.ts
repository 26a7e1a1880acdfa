/**
 * Reads a quoted text that is not plain: with escapes, control characters, or without its closing quote.
 * Knows nothing of what stands around it.
 */
import { char, hexDigit, isDigit } from "./characters.ts";
import { faults, type Fault, type Report } from "./faults.ts";
import type { Grammar } from "./tree.ts";

export interface QuotedText {
  readonly value: string;
  /** The offset after the closing quote; where the line or the text ends if there is none. */
  readonly end: number;
  readonly isClosed: boolean;
  /** False when some of it had to be guessed. */
  readonly isSound: boolean;
}

/** Reads the text whose opening quote stands at `start`. */
export function scanString(text: string, start: number, grammar: Grammar, report: Report): QuotedText {
  const quote = text.charCodeAt(start);
  const parts: string[] = [];
  let isSound = true;
  let plainFrom = start + 1;
  let position = start + 1;
  const value = (end: number): string => parts.join("") + text.slice(plainFrom, end);

  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (code === quote) return { value: value(position), end: position + 1, isClosed: true, isSound };
    if (code === char.lineFeed || code === char.carriageReturn) break;
    if (code === char.backslash && position + 1 < text.length) {
      parts.push(text.slice(plainFrom, position));
      const escape = scanEscape(text, position, grammar);
      if (escape.fault) {
        report(escape.fault, position, escape.end);
        isSound = false;
      }
      parts.push(escape.value);
      position = plainFrom = escape.end;
      continue;
    }
    if (code < char.space && grammar === "json") report(faults.controlCharacter, position, position + 1);
    position++;
  }
  return { value: value(position), end: position, isClosed: false, isSound: false };
}

/**
 * A text without closing quote runs to the end of its line and swallows what is not its own: the colon and what follows when it is a key,
 * the comma and the closing brackets when it is a value. The part that is its own, given its content.
 */
export function ownPartOfUnclosed(content: string, expected: "key" | "value"): string {
  const colon = expected === "key" ? content.indexOf(":") : -1;
  if (colon > 0) return content.slice(0, colon).trimEnd();
  // A text with opening brackets in it may well have closing ones.
  const notItsOwn = /[{[]/.test(content) ? " \t," : " \t,]}";
  let end = content.length;
  while (end > 1 && notItsOwn.includes(content.charAt(end - 1))) end--;
  return content.slice(0, end);
}

interface Escape {
  readonly value: string;
  readonly end: number;
  readonly fault?: Fault;
}

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
]);

/** Reads the escape sequence whose backslash stands at `start`; there is at least one more character. */
function scanEscape(text: string, start: number, grammar: Grammar): Escape {
  const letter = text.charAt(start + 1);
  const end = start + 2;
  const simple = simpleEscapes.get(letter);
  if (simple !== undefined) return { value: simple, end };
  if (letter === "u") return scanHexEscape(text, end, 4);
  if (grammar === "json") return { value: "", end: end + tail(text, start), fault: faults.strictEscape };
  switch (letter) {
    case "x":
      return scanHexEscape(text, end, 2);
    case "v":
      return { value: "\v", end };
    case "0":
      return isDigit(text.charCodeAt(end)) ? { value: "", end, fault: faults.badEscape } : { value: "\0", end };
    case "\r": // A backslash at the end of a line: the text goes on in the next one.
      return { value: "", end: text.charCodeAt(end) === char.lineFeed ? end + 1 : end };
    case "\n":
    case "\u2028":
    case "\u2029":
      return { value: "", end };
    default:
      return isDigit(letter.charCodeAt(0)) ? { value: "", end, fault: faults.badEscape } : { value: letter, end };
  }
}

/** Strict JSON has no line continuation, but whoever wrote one meant it: do not take the line break for the end of the text. */
function tail(text: string, start: number): number {
  return text.charCodeAt(start + 1) === char.carriageReturn && text.charCodeAt(start + 2) === char.lineFeed ? 1 : 0;
}

function scanHexEscape(text: string, start: number, digits: number): Escape {
  let value = 0;
  for (let position = start; position < start + digits; position++) {
    const digit = hexDigit(text.charCodeAt(position));
    if (digit < 0) return { value: "", end: position, fault: faults.badHexEscape };
    value = value * 16 + digit;
  }
  return { value: String.fromCharCode(value), end: start + digits };
}
