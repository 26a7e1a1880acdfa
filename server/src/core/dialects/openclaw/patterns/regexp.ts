/**
 * Reads the source of a JavaScript regular expression (without flags but `i`) into pieces, so that it can be matched without ever running
 * it. Knows the notation only; the source must be one that JavaScript itself accepts.
 */
import { isWord, type Piece } from "./automaton.ts";

/** What stands for one code unit. */
type Has = (unit: number) => boolean;

/** The pieces of a source, or nothing where it uses something that is not judged here (a reference back to a group). */
export function parseRegExp(source: string, ignoreCase: boolean): Piece | undefined {
  let index = 0;
  let judged = true;
  const peek = () => source.charAt(index);
  const take = () => source.charAt(index++);
  const exactly = (unit: number): Has => (ignoreCase ? (other) => fold(other) === fold(unit) : (other) => other === unit);

  function parseChoice(): Piece {
    const branches = [parseSequence()];
    while (peek() === "|") {
      index++;
      branches.push(parseSequence());
    }
    return branches.length === 1 && branches[0] ? branches[0] : { type: "choice", pieces: branches };
  }

  function parseSequence(): Piece {
    const pieces: Piece[] = [];
    while (index < source.length && peek() !== "|" && peek() !== ")") pieces.push(parseQuantified());
    return { type: "sequence", pieces };
  }

  function parseQuantified(): Piece {
    const piece = parseAtom();
    const counted = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(source.slice(index, index + 40));
    if (!counted) return piece;
    index += counted[0].length;
    const [sign, from, comma, to] = [counted[0].charAt(0), counted[1], counted[2], counted[3]];
    if (sign === "*") return { type: "repeat", piece, from: 0, to: Infinity };
    if (sign === "+") return { type: "repeat", piece, from: 1, to: Infinity };
    if (sign === "?") return { type: "repeat", piece, from: 0, to: 1 };
    const most = comma === undefined ? Number(from) : to === "" ? Infinity : Number(to);
    return { type: "repeat", piece, from: Number(from), to: most };
  }

  function parseAtom(): Piece {
    const character = take();
    if (character === "^") return { type: "start" };
    if (character === "$") return { type: "end" };
    if (character === ".") return { type: "set", has: (unit) => !isLineEnd(unit) };
    if (character === "[") return { type: "set", has: parseClass() };
    if (character === "\\") return parseEscape();
    if (character !== "(") return { type: "set", has: exactly(character.charCodeAt(0)) };
    if (peek() === "?") {
      if (source.charAt(index + 1) !== ":") judged = false;
      index += 2;
    }
    const inner = parseChoice();
    index++;
    return inner;
  }

  function parseEscape(): Piece {
    const character = peek();
    if (character === "b") {
      index++;
      return { type: "boundary" };
    }
    if (character === "B" || /[1-9]/.test(character)) judged = false;
    return { type: "set", has: parseEscapedSet() };
  }

  /** What follows a backslash and stands for characters. */
  function parseEscapedSet(): Has {
    const shorthand = shorthands[peek()];
    if (shorthand) {
      index++;
      return shorthand;
    }
    return exactly(parseEscapedUnit());
  }

  function parseEscapedUnit(): number {
    const rest = source.slice(index, index + 5);
    const code = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|c([A-Za-z])|([0-3]?[0-7]{1,2}))/.exec(rest);
    if (code) {
      index += code[0].length;
      if (code[3] !== undefined) return code[3].charCodeAt(0) % 32;
      return code[4] === undefined ? parseInt(code[1] ?? code[2] ?? "0", 16) : parseInt(code[4], 8);
    }
    // A control letter that is none leaves its backslash as it stands.
    if (peek() === "c") return "\\".charCodeAt(0);
    const character = take();
    return controls[character] ?? character.charCodeAt(0);
  }

  function parseClass(): Has {
    const negated = peek() === "^";
    if (negated) index++;
    const members: Has[] = [];
    while (index < source.length && peek() !== "]") members.push(parseClassMember());
    index++;
    const inClass: Has = (unit) => members.some((has) => has(unit));
    return negated ? (unit) => !inClass(unit) : inClass;
  }

  function parseClassMember(): Has {
    const first = parseClassAtom();
    if (peek() !== "-" || source.charAt(index + 1) === "]" || index + 1 >= source.length) return setOf(first);
    index++;
    const last = parseClassAtom();
    if (typeof first === "number" && typeof last === "number") {
      const inRange: Has = (unit) => unit >= first && unit <= last;
      return ignoreCase ? (unit) => casesOf(unit).some(inRange) : inRange;
    }
    const [one, other, dash] = [setOf(first), setOf(last), exactly(45)];
    return (unit) => one(unit) || other(unit) || dash(unit);
  }

  function parseClassAtom(): number | Has {
    if (peek() !== "\\") return take().charCodeAt(0);
    index++;
    const shorthand = shorthands[peek()];
    if (!shorthand) return peek() === "b" ? (index++, 8) : parseEscapedUnit();
    index++;
    return shorthand;
  }

  const setOf = (atom: number | Has): Has => (typeof atom === "number" ? exactly(atom) : atom);
  const piece = parseChoice();
  return judged && index >= source.length ? piece : undefined;
}

const shorthands: Readonly<Record<string, Has | undefined>> = {
  d: (unit) => unit >= 48 && unit <= 57,
  D: (unit) => unit < 48 || unit > 57,
  w: isWord,
  W: (unit) => !isWord(unit),
  s: (unit) => isSpace(unit),
  S: (unit) => !isSpace(unit),
};

const controls: Readonly<Record<string, number | undefined>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };

function isSpace(unit: number): boolean {
  return /\s/.test(String.fromCharCode(unit));
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;
}

/** The form in which JavaScript compares letters when case does not count. */
function fold(unit: number): number {
  const upper = String.fromCharCode(unit).toUpperCase();
  if (upper.length !== 1) return unit;
  const folded = upper.charCodeAt(0);
  return unit >= 128 && folded < 128 ? unit : folded;
}

function casesOf(unit: number): readonly number[] {
  const text = String.fromCharCode(unit);
  return [unit, fold(unit), text.toLowerCase().charCodeAt(0)];
}
