/**
 * Cuts a text into tokens, one at a time, and reports what is wrong inside of one.
 * Knows what a token is made of, never which token may follow which.
 */
import { char, endsWord, isAsciiIdentifierStart, isCommaOrCloser, isDigit, isLineEnd, isQuote, markOf, type Mark } from "./characters.ts";
import { Cursor } from "./cursor.ts";
import { faults } from "./faults.ts";
import { ownPartOfUnclosed, scanString } from "./scan-string.ts";
import { readIdentifier, readNumber } from "./scan-word.ts";

export type TokenKind = Mark | "string" | "number" | "word" | "end";

/** Integers of so few digits are exact however they are summed up. */
const exactDigits = 15;

export class Scanner extends Cursor {
  /** The current token, from `start` to `end`. */
  kind: TokenKind = "end";
  start = 0;
  end = 0;
  /** Decoded: the text of a string, the value of a number, the name of a word. */
  value: string | number = "";
  /** False when the token's own text is not complete or not correct. */
  isSound = true;
  /** Words: spelled as a bare key is. */
  isIdentifier = false;
  /** The column of the first token on the current token's line. */
  indent = 0;
  /** Where the token before the current one ends. */
  previousEnd = 0;

  /** Moves to the next token. `expected` only decides where a text without closing quote is cut off. */
  next(expected: "key" | "value" = "value"): void {
    this.previousEnd = this.end;
    this.skipTrivia();
    const start = (this.start = this.position);
    if (this.isFirstOnLine) this.indent = start - this.lineStart;
    this.isSound = true;
    if (start >= this.text.length) {
      this.kind = "end";
      this.end = start;
      return;
    }
    const code = this.text.charCodeAt(start);
    const mark = markOf(code);
    if (mark !== undefined) {
      this.kind = mark;
      this.position++;
    } else if (isQuote(code)) {
      this.scanQuoted(code, expected);
    } else {
      this.scanWord(code);
    }
    this.end = this.position;
  }

  private scanQuoted(quote: number, expected: "key" | "value"): void {
    this.kind = "string";
    const { text, start } = this;
    if (this.grammar === "json" && quote === char.apostrophe) this.report(faults.singleQuote, start, start + 1);
    // Nearly every text is plain; this loop is where a large file spends its time.
    for (let end = start + 1; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === quote) {
        this.value = text.slice(start + 1, end);
        this.position = end + 1;
        return;
      }
      if (code === char.backslash || code < char.space) break;
    }
    const quoted = scanString(text, start, this.grammar, (fault, from, to) => this.report(fault, from, to));
    this.value = quoted.value;
    this.position = quoted.end;
    this.isSound = quoted.isSound;
    if (quoted.isClosed) return;
    const content = text.slice(start + 1, quoted.end);
    const own = ownPartOfUnclosed(content, expected);
    if (own.length < content.length) {
      this.value = own;
      this.position = start + 1 + own.length;
    }
    this.report(faults.unclosedString, start, this.position);
  }

  private scanWord(first: number): void {
    const { text, start } = this;
    const isNumeric = isDigit(first) || first === char.minus || first === char.plus || first === char.dot;
    if (isNumeric ? this.scanShortInteger(first) : this.scanPlainIdentifier(first)) return;

    let end = start + 1;
    while (end < text.length && !endsWord(text, end)) end++;
    this.position = end;
    const word = text.slice(start, end);
    this.kind = "word";
    this.value = word;
    this.isIdentifier = false;
    if (this.takeStrayQuote()) return;
    if (isNumeric) {
      const number = readNumber(word, this.grammar);
      if (typeof number.value === "number") this.kind = "number";
      this.value = number.value;
      this.isSound = number.fault === undefined;
      if (number.fault) this.report(number.fault, start, end);
    } else {
      const name = readIdentifier(word);
      this.value = name ?? word;
      this.isIdentifier = name !== undefined;
    }
  }

  /** The common number: a few digits and nothing else. */
  private scanShortInteger(first: number): boolean {
    const { text } = this;
    const from = first === char.minus ? this.start + 1 : this.start;
    let position = from;
    let value = 0;
    for (let code = text.charCodeAt(position); isDigit(code); code = text.charCodeAt(++position)) value = value * 10 + code - char.zero;
    const digits = position - from;
    if (digits === 0 || digits > exactDigits || (digits > 1 && text.charCodeAt(from) === char.zero)) return false;
    if (!this.isWholeWord(position)) return false;
    this.kind = "number";
    this.value = first === char.minus ? -value : value;
    this.position = position;
    return true;
  }

  /** The common word: ASCII letters and digits. */
  private scanPlainIdentifier(first: number): boolean {
    if (!isAsciiIdentifierStart(first)) return false;
    const { text } = this;
    let position = this.start + 1;
    let code = text.charCodeAt(position);
    while (isAsciiIdentifierStart(code) || isDigit(code)) code = text.charCodeAt(++position);
    if (!this.isWholeWord(position)) return false;
    this.kind = "word";
    this.value = text.slice(this.start, position);
    this.isIdentifier = true;
    this.position = position;
    return true;
  }

  private isWholeWord(end: number): boolean {
    return end >= this.text.length || (endsWord(this.text, end) && !isQuote(this.text.charCodeAt(end)));
  }

  /**
   * A quote right behind a word, with nothing behind it that a text could be made of, closes a text whose opening quote is missing:
   * takes it in with the word, so that it does not open another text.
   */
  private takeStrayQuote(): boolean {
    const { text } = this;
    if (!isQuote(text.charCodeAt(this.position))) return false;
    let after = this.position + 1;
    while (text.charCodeAt(after) === char.space || text.charCodeAt(after) === char.tab) after++;
    const code = text.charCodeAt(after);
    if (after < text.length && !isLineEnd(code) && !isCommaOrCloser(code) && code !== char.colon) return false;
    this.report(faults.strayQuote, this.position, this.position + 1);
    this.isSound = false;
    this.position++;
    return true;
  }
}
