/**
 * The faults a text can have: the code, and the sentence a person reads (what is wrong, and what to write instead).
 * A sentence may name a key; it never repeats a value, because values can be secrets.
 */
import type { ProblemCode } from "./tree.ts";

export interface Fault {
  readonly code: ProblemCode;
  readonly message: string;
  /** A bracket, key or colon is out of place, so that the shape of the tree is a guess. */
  readonly isStructural?: true;
  /** Often the mere consequence of another fault on the same line. */
  readonly isFollowUp?: true;
}

/** Takes note of a fault between two offsets. */
export type Report = (fault: Fault, start: number, end: number) => void;

export const faults = {
  emptyDocument: { code: "empty-document", message: "The document is empty: write at least {}" },
  missingBrace: { code: "value-expected", message: "Expected { before this key", isStructural: true, isFollowUp: true },
  contentAfterEnd: { code: "content-after-end", message: "The document ends before this: remove what follows", isStructural: true },

  unclosedObject: { code: "unclosed-object", message: "This { is never closed: write the missing }", isStructural: true },
  unclosedArray: { code: "unclosed-array", message: "This [ is never closed: write the missing ]", isStructural: true },
  strayBracket: {
    code: "unexpected-token",
    message: "This closes nothing that is open: remove it, or write the missing opening bracket",
    isStructural: true,
    isFollowUp: true,
  },
  strayColon: {
    code: "unexpected-token",
    message: "Did not expect a colon here: a list holds values without keys",
    isStructural: true,
    isFollowUp: true,
  },
  tooLarge: { code: "too-large", message: "Too large to be read: nothing in it is checked" },
  tooMany: { code: "too-many", message: "More entries than are read: what follows is not checked" },
  tooDeep: { code: "too-deep", message: "Nested too deeply to be read: what is inside is not checked" },

  missingKey: { code: "property-expected", message: "Expected a key and a colon before this value", isStructural: true, isFollowUp: true },
  missingKeyBeforeColon: { code: "property-expected", message: "Expected a key before this colon", isStructural: true, isFollowUp: true },
  missingColon: { code: "colon-expected", message: "Expected a colon and a value after this key", isStructural: true, isFollowUp: true },
  missingValue: { code: "value-expected", message: "Expected a value after this key", isFollowUp: true },
  surplusCommaInObject: { code: "property-expected", message: "Expected a key before this comma: remove the comma", isFollowUp: true },
  surplusCommaInArray: { code: "value-expected", message: "Expected a value before this comma: remove the comma", isFollowUp: true },
  missingRoot: { code: "value-expected", message: "Did not expect this here: a document is one object in { }", isStructural: true },
  commaBeforeKey: { code: "comma-expected", message: "Expected a comma before this key", isFollowUp: true },
  commaBeforeValue: { code: "comma-expected", message: "Expected a comma before this value", isFollowUp: true },
  semicolon: { code: "unexpected-character", message: "Write a comma instead of this semicolon", isFollowUp: true },
  equalsSign: { code: "colon-expected", message: "Write a colon instead of this equals sign", isFollowUp: true },

  unclosedString: { code: "unclosed-string", message: "This text is not closed on its line: write the missing quote" },
  strayQuote: {
    code: "unclosed-string",
    message: "This quote closes a text that was never opened: write the missing quote before it",
    isFollowUp: true,
  },
  halfComment: { code: "unexpected-character", message: "A comment begins with //" },
  unclosedComment: { code: "unclosed-comment", message: "This comment is never closed: write the missing */" },
  unquotedString: { code: "unquoted-string", message: "Put quotes around this text", isFollowUp: true },
  unexpectedCharacter: {
    code: "unexpected-character",
    message: "Did not expect this character here: remove it, or put quotes around the text",
    isFollowUp: true,
  },
  keyNeedsQuotes: {
    code: "unquoted-key",
    message: "Put quotes around this key: only letters, digits, _ and $ may stand without, and no digit first",
    isFollowUp: true,
  },
  badEscape: { code: "bad-escape", message: "Not an escape sequence: write \\\\ for a backslash" },
  badHexEscape: { code: "bad-escape", message: "Not an escape sequence: \\u takes four hexadecimal digits and \\x two" },
  badNumber: { code: "bad-number", message: "Not a number: put quotes around it if it is text", isFollowUp: true },
  leadingZero: { code: "bad-number", message: "A number must not begin with a needless 0" },

  byteOrderMark: {
    code: "byte-order-mark",
    message: "The file begins with a byte order mark, which strict JSON refuses: save it as UTF-8 without BOM",
  },
  comment: { code: "comment", message: "Comments are not allowed in strict JSON: remove this one" },
  trailingComma: { code: "trailing-comma", message: "A comma after the last item is not allowed in strict JSON: remove it" },
  singleQuote: { code: "single-quote", message: "Strict JSON wants double quotes: write \" instead of '" },
  unquotedKey: { code: "unquoted-key", message: "Strict JSON wants double quotes around every key" },
  controlCharacter: { code: "control-character", message: "A control character must be escaped in strict JSON, as in \\n or \\t" },
  badBlank: { code: "bad-whitespace", message: "Strict JSON knows no such white space: write an ordinary space" },
  strictEscape: { code: "bad-escape", message: "Strict JSON does not know this escape sequence" },
  strictNumber: { code: "bad-number", message: "Strict JSON does not know this way to write a number" },
} as const satisfies Record<string, Fault>;

/** A repeated key; unnamed in a text so broken that what looks like a key may be anything. */
export function duplicateKey(key: string | undefined): Fault {
  const which = key === undefined ? "This key" : `The key ${named(key)}`;
  return { code: "duplicate-key", message: `${which} is repeated in this object: only the last one counts` };
}

export const firstOfDuplicates = "The same key stands here first: what it says is ignored";

/** A key as it may be shown: on one line and not too long. */
function named(key: string): string {
  const longest = 60;
  return JSON.stringify(key.length > longest ? `${key.slice(0, longest)}…` : key);
}
