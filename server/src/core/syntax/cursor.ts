/**
 * A place in a text that moves over blanks and comments, and keeps account of lines and comments on its way.
 * Knows nothing of tokens.
 */
import { char, isBlank, isJsonBlank, isLineEnd } from "./characters.ts";
import { faults, type Fault } from "./faults.ts";
import type { ProblemList } from "./problem-list.ts";
import type { Comment, Grammar } from "./tree.ts";

export class Cursor {
  position = 0;
  /** Where the current line begins. */
  lineStart = 0;
  /** Nothing but blanks and comments stands between the beginning of the line and the position. */
  isFirstOnLine = true;
  readonly comments: Comment[] = [];
  protected readonly text: string;
  protected readonly grammar: Grammar;
  private readonly found: ProblemList;
  /** No end of a block comment stands behind this place: do not look for one again. */
  private hasUnclosedComment = false;

  constructor(text: string, grammar: Grammar, found: ProblemList) {
    this.text = text;
    this.grammar = grammar;
    this.found = found;
    if (grammar === "json" && text.charCodeAt(0) === char.byteOrderMark) {
      this.report(faults.byteOrderMark, 0, 1);
      this.position = 1;
    }
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
      if (code !== char.slash || this.text.charCodeAt(position + 1) !== char.asterisk || this.hasUnclosedComment) return false;
      const close = this.text.indexOf("*/", position + 2);
      if (close < 0) return false;
      position = close + 2;
    }
    return false;
  }

  protected skipTrivia(): void {
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
      } else if (this.isMeantAsComment(code)) {
        this.report(faults.halfComment, this.position, this.position + 1);
        this.position = this.endOfLine(this.position);
      } else {
        return;
      }
    }
  }

  /** A single slash before a blank is a comment half typed; a number sign at the head of a line is one in other languages. */
  private isMeantAsComment(code: number): boolean {
    if (code === char.slash) return isBlank(this.text.charCodeAt(this.position + 1));
    return code === char.numberSign && this.isFirstOnLine;
  }

  private endOfLine(offset: number): number {
    let end = offset;
    while (end < this.text.length && !isLineEnd(this.text.charCodeAt(end))) end++;
    return end;
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
    this.position = this.endOfLine(start);
    this.addComment(start, false);
  }

  private skipBlockComment(): void {
    const start = this.position;
    const close = this.hasUnclosedComment ? -1 : this.text.indexOf("*/", start + 2);
    if (close < 0) {
      // To the letter, the rest of the text is comment. While one is being typed, it is the line at most.
      this.report(faults.unclosedComment, start, start + 2);
      this.hasUnclosedComment = true;
      this.position = this.endOfLine(start);
    } else {
      this.position = close + 2;
    }
    this.addComment(start, true);
    for (let offset = this.position - 1; offset > start; offset--) {
      if (isLineEnd(this.text.charCodeAt(offset))) return this.startLine(offset + 1);
    }
  }

  private addComment(start: number, block: boolean): void {
    this.comments.push({ offset: start, length: this.position - start, block });
    if (this.grammar === "json") this.report(faults.comment, start, this.position);
  }

  protected report(fault: Fault, start: number, end: number): void {
    this.found.add(fault, start, end, this.lineStart);
  }
}
