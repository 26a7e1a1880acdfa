/**
 * Text to tree. Reads JSON5 and strict JSON, goes on after every fault, and says what is wrong in words.
 * Never throws on a text and never knows what a key means.
 */
import { duplicateKeys } from "./duplicates.ts";
import { faults } from "./faults.ts";
import { Parser, type Reading } from "./parser.ts";
import type { Grammar, Node, ParsedText, Problem, Uri } from "./tree.ts";

export interface ParseOptions {
  readonly grammar: Grammar;
  /** Stamped on the root node. */
  readonly file?: Uri;
}

/**
 * The tree, the problems (in the order of their offsets) and the comments of a text. Takes time linear in the length of the text.
 * There is an `error` among the problems exactly when the `json5` package (or `JSON.parse`) refuses the text or it nests too deeply or is too large.
 */
export function parseText(text: string, options: ParseOptions): ParsedText {
  if (text.length > largestText) return unreadText(options.grammar);
  const { root, found, comments } = read(text, options.grammar);
  if (root && options.file !== undefined) stamp(root, options.file);
  const all: Problem[] = [...found.problems, ...duplicateKeys(root, found.faultCount === 0)];
  return { grammar: options.grammar, root, problems: all.sort((a, b) => a.offset - b.offset), comments };
}

/**
 * The longest text that is read, in UTF-16 units: no editor is to wait for a text that nobody wrote. It is OpenClaw's own limit for an include
 * since 2026.6.1.
 */
export const largestText = 2 * 1024 * 1024;

/** What stands for a text that is too large: no tree, so that everything in it is unknown, and one problem. */
export function unreadText(grammar: Grammar): ParsedText {
  const { code, message } = faults.tooLarge;
  return { grammar, root: undefined, problems: [{ code, message, severity: "error", offset: 0, length: 0 }], comments: [] };
}

/**
 * A first reading follows the grammar to the letter. Only when brackets, keys or colons turn out to be missing does a second one look at the
 * indentation to find out where; a text that is indented at random would mislead it, so it must not find more wrong than the first.
 */
function read(text: string, grammar: Grammar): Reading {
  const first = new Parser(text, grammar, { trustsIndentation: false }).read();
  if (!first.found.isStructureBroken) return first;
  const second = new Parser(text, grammar, { trustsIndentation: true }).read();
  return second.found.faultCount <= first.found.faultCount ? second : first;
}

function stamp(root: { -readonly [Name in keyof Node]: Node[Name] }, file: Uri): void {
  root.file = file;
}
