/**
 * Cuts a text into tokens, one at a time, and reports what is wrong inside of one.
 * Knows what a token is made of, never which token may follow which.
 */
import { char, isAsciiIdentifierStart, isBlank, isDigit, isJsonBlank, isLineEnd } from "./characters.ts";
import { faults, type Fault } from "./faults.ts";
import { scanString } from "./scan-string.ts";
import { readIdentifier, readNumber } from "./scan-word.ts";
import type { Comment, Grammar } from "./tree.ts";

export type TokenKind = "{" | "}" | "[" | "]" | ":" | "," | "=" | ";" | "string" | "number" | "word" | "end";

/** Integers of so few digits are exact however they are summed up. */
const exactDigits = 15;

export class Scanner {
  /** The current token, from `start` to `end`. */
  kind: TokenKind = "end";
  start = 0;
  end = 0;
  /** Decoded: the text of a string, the value of a number, the name of a word. */
  value: string | number = "";
  /** False when the token's own text is not complete or not correct. */
  isSound = true;
  /** Words: it is spelled with letters and digits as a bare key is. */
  isIdentifier = false;
  isFirstOnLine = true;
  /** The column of the first token on the current token's line. */
  indent = 0;
  /** Where the token before the current one ends. */
  previousEnd = 0;

  readonly comments: Comment[] = [];
  private readonly text: string;
  private readonly grammar: Grammar;
  private readonly report: (fault: Fault, start: number, end: number) => void;
  private position = 0;
  private lineStart = 0;

  constructor(text: string, grammar: Grammar, report: (fault: Fault, start: number, end: number) => void) {
    this.text = text;
    this.grammar = grammar;
    this.report = report;
    if (grammar === "json" && text.charCodeAt(0) === char.byteOrderMark) {
      report(faults.byteOrderMark, 0, 1);
      this.position = 1;
    }
  }

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
    } else if (code === char.quotationMark || code === char.apostrophe) {
      this.scanQuoted(code, expected);
    } else {
      this.scanWord(code);
    }
    this.end = this.position;
  }

  /** Whether a colon comes next, behind blanks and comments. */
  isFollowedByColon(): boolean {
    for (let position = this.position; position < this.text.length;) {
      const code = this.text.charCodeAt(position);
      if (code === char.colon) return true;
      if (isBlank(code)) {
        position++;
        continue;
      }
      if (code !== char.slash || this.text.charCodeAt(position + 1) !== char.asterisk) return false;
      const close = this.text.indexOf("*/", position + 2);
      if (close < 0) return false;
      position = close + 2;
    }
    return false;
  }

  private skipTrivia(): void {
    const { text } = this;
    this.isFirstOnLine = this.position === 0;
    for (;;) {
      const code = text.charCodeAt(this.position);
      if (code === char.space) {
        this.position++;
      } else if (isBlank(code)) {
        if (this.grammar === "json" && !isJsonBlank(code)) this.reportBadBlanks();
        this.position++;
        if (isLineEnd(code)) this.startLine(this.position);
      } else if (code === char.slash && text.charCodeAt(this.position + 1) === char.slash) {
        this.skipLineComment();
      } else if (code === char.slash && text.charCodeAt(this.position + 1) === char.asterisk) {
        this.skipBlockComment();
      } else {
        return;
      }
    }
  }

  private startLine(offset: number): void {
    this.isFirstOnLine = true;
    this.lineStart = offset;
  }

  /** Reports a run of blanks that strict JSON refuses, once, at its first. */
  private reportBadBlanks(): void {
    const isBad = (offset: number): boolean => {
      const code = this.text.charCodeAt(offset);
      return isBlank(code) && !isJsonBlank(code);
    };
    if (this.position > 0 && isBad(this.position - 1)) return;
    let end = this.position + 1;
    while (isBad(end)) end++;
    this.report(faults.badBlank, this.position, end);
  }

  private skipLineComment(): void {
    const start = this.position;
    let end = start + 2;
    while (end < this.text.length && !isLineEnd(this.text.charCodeAt(end))) end++;
    this.position = end;
    this.addComment(start, false);
  }

  private skipBlockComment(): void {
    const start = this.position;
    const close = this.text.indexOf("*/", start + 2);
    this.position = close < 0 ? this.text.length : close + 2;
    if (close < 0) this.report(faults.unclosedComment, start, start + 2);
    this.addComment(start, true);
    for (let offset = this.position - 1; offset > start; offset--) {
      if (isLineEnd(this.text.charCodeAt(offset))) return this.startLine(offset + 1);
    }
  }

  private addComment(start: number, block: boolean): void {
    this.comments.push({ offset: start, length: this.position - start, block });
    if (this.grammar === "json") this.report(faults.comment, start, this.position);
  }

  private scanQuoted(quote: number, expected: "key" | "value"): void {
    this.kind = "string";
    const { text, start } = this;
    if (this.grammar === "json" && quote === char.apostrophe) this.report(faults.singleQuote, start, start + 1);
    // Nearly every text is plain; the loop below is where a large file spends its time.
    for (let end = start + 1; ; end++) {
      const code = text.charCodeAt(end);
      if (code === quote) {
        this.value = text.slice(start + 1, end);
        this.position = end + 1;
        return;
      }
      if (code === char.backslash || code < char.space || end >= text.length) break;
    }
    const quoted = scanString(text, start, this.grammar, this.report);
    this.value = quoted.value;
    this.position = quoted.end;
    this.isSound = quoted.isSound;
    if (!quoted.isClosed) this.cutUnclosed(expected);
  }

  /**
   * A text without closing quote runs to the end of its line and swallows what is not its own: the colon and what follows when it is a key,
   * the comma and closing brackets when it is a value. Gives them back.
   */
  private cutUnclosed(expected: "key" | "value"): void {
    const content = this.text.slice(this.start + 1, this.position);
    const kept = (expected === "key" ? /^[^:]+(?=:)/ : content.includes("{") || content.includes("[") ? /^.*[^\s,]/ : /^.*[^\s,\]}]/).exec(
      content,
    );
    if (kept && kept[0].length < content.length) {
      this.value = kept[0].trimEnd();
      this.position = this.start + 1 + this.value.length;
    }
    this.report(faults.unclosedString, this.start, this.position);
  }

  private scanWord(first: number): void {
    const { text, start } = this;
    const isNumeric = isDigit(first) || first === char.minus || first === char.plus || first === char.dot;
    if (isNumeric ? this.scanShortInteger(first) : this.scanPlainIdentifier(first)) return;

    let end = start + 1;
    while (end < text.length && !this.endsWord(end)) end++;
    this.position = end;
    const word = text.slice(start, end);
    if (isNumeric) {
      const number = readNumber(word, this.grammar);
      this.kind = typeof number.value === "number" ? "number" : "word";
      this.value = number.value;
      this.isIdentifier = false;
      if (number.fault) {
        this.report(number.fault, start, end);
        this.isSound = false;
      }
    } else {
      const name = readIdentifier(word);
      this.kind = "word";
      this.value = name ?? word;
      this.isIdentifier = name !== undefined;
    }
    this.takeStrayQuote();
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
    if (position < text.length && (!this.endsWord(position) || isQuote(text.charCodeAt(position)))) return false;
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
    if (position < text.length && (!this.endsWord(position) || isQuote(code))) return false;
    this.kind = "word";
    this.value = text.slice(this.start, position);
    this.isIdentifier = true;
    this.position = position;
    return true;
  }

  /** A quote right behind a word, with nothing behind it that a text could be made of, is the closing quote of a text whose opening one is missing. */
  private takeStrayQuote(): void {
    const { text } = this;
    if (!isQuote(text.charCodeAt(this.position))) return;
    let after = this.position + 1;
    while (text.charCodeAt(after) === char.space || text.charCodeAt(after) === char.tab) after++;
    const code = text.charCodeAt(after);
    if (after < text.length && !isLineEnd(code) && !isCommaOrCloser(code) && code !== char.colon) return;
    this.report(faults.strayQuote, this.position, this.position + 1);
    this.kind = "word";
    this.value = text.slice(this.start, this.position);
    this.isIdentifier = false;
    this.isSound = false;
    this.position++;
  }

  /** Whether the character at an offset cannot be part of a word. */
  private endsWord(offset: number): boolean {
    const code = this.text.charCodeAt(offset);
    if (isBlank(code) || isQuote(code) || markOf(code) !== undefined) return true;
    if (code !== char.slash) return false;
    const next = this.text.charCodeAt(offset + 1);
    return next === char.slash || next === char.asterisk;
  }
}

/** The kind of token that a character is on its own. `=` and `;` are in neither grammar, but people write them for `:` and `,`. */
function markOf(code: number): TokenKind | undefined {
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

function isQuote(code: number): boolean {
  return code === char.quotationMark || code === char.apostrophe;
}

function isCommaOrCloser(code: number): boolean {
  return code === char.comma || code === char.closeBracket || code === char.closeBrace;
}
