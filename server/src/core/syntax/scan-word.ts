/**
 * Reads what stands without quotes: numbers and bare keys. Gets the whole word, from blank or bracket to blank or bracket,
 * and says whether it is one. Knows nothing of where the word stands.
 */
import { char, hexDigit, isIdentifierPart, isIdentifierStart } from "./characters.ts";
import { faults, type Fault } from "./faults.ts";
import type { Grammar } from "./tree.ts";

export interface NumberWord {
  /** The number, or the word itself when it is none. */
  readonly value: number | string;
  readonly fault?: Fault;
}

const strictNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const json5Number = /^[+-]?(?:Infinity|NaN|0[xX][\da-fA-F]+|(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)$/;
const needlessZero = /^[+-]?0\d+(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

/** Reads a word that begins as a number does: with a digit, a sign or a dot. */
export function readNumber(word: string, grammar: Grammar): NumberWord {
  if ((grammar === "json" ? strictNumber : json5Number).test(word)) return { value: numberValue(word) };
  if (json5Number.test(word)) return { value: numberValue(word), fault: faults.strictNumber };
  if (needlessZero.test(word)) return { value: Number(word), fault: faults.leadingZero };
  return { value: word, fault: faults.badNumber };
}

function numberValue(word: string): number {
  const sign = word.charCodeAt(0);
  if (sign === char.minus) return -Number(word.slice(1));
  return Number(sign === char.plus ? word.slice(1) : word);
}

/** The name a bare key stands for, its escapes decoded; undefined when the word cannot be a bare key. */
export function readIdentifier(word: string): string | undefined {
  let name = "";
  for (let position = 0; position < word.length;) {
    let codePoint = word.codePointAt(position) ?? 0;
    if (codePoint === char.backslash) {
      codePoint = escapedCodeUnit(word, position);
      position += 6;
    } else {
      position += codePoint > 0xffff ? 2 : 1;
    }
    if (!(name === "" ? isIdentifierStart(codePoint) : isIdentifierPart(codePoint))) return undefined;
    name += String.fromCodePoint(codePoint);
  }
  return name;
}

/** The code unit of a `\uXXXX`; one that no identifier may contain when there is no such escape. */
function escapedCodeUnit(word: string, backslash: number): number {
  if (word.charAt(backslash + 1) !== "u") return char.space;
  let value = 0;
  for (let position = backslash + 2; position < backslash + 6; position++) {
    const digit = hexDigit(word.charCodeAt(position));
    if (digit < 0) return char.space;
    value = value * 16 + digit;
  }
  return value;
}
