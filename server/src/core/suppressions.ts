/**
 * Reads the comments by which people say that they have looked at a finding and want it ignored:
 *
 *   // grantlint-ignore-next-line <rule>[, <rule>] -- <reason>
 *   // grantlint-ignore-file <rule>[, <rule>] -- <reason>
 *
 * Only reads; what follows from them is `suppress.ts`'s business. Strict JSON has no comments, so it has none of these.
 */
import type { ConfigFile } from "./dialects/dialect.ts";
import { nextCodeLine, type Range } from "./syntax/comments.ts";
import type { Comment, Location } from "./syntax/tree.ts";

export interface Suppression {
  /** The word after `grantlint-`, as written. */
  readonly word: string;
  /** Where findings must begin to be ignored; undefined when there is no such place, or the word means nothing. */
  readonly scope: Location | undefined;
  readonly rules: readonly SuppressedRule[];
  /** Empty when none is given. */
  readonly reason: string;
  readonly comment: Comment;
  readonly at: Location;
}

/** A rule named by a suppression. */
export interface SuppressedRule {
  readonly id: string;
  readonly at: Location;
}

export const nextLine = "ignore-next-line";
export const wholeFile = "ignore-file";

/** A file with more such comments than this was not written by people: the others are not read. */
export const mostSuppressions = 1000;

export function readSuppressions(file: ConfigFile): Suppression[] {
  if (file.grammar !== "json5") return [];
  const found: Suppression[] = [];
  for (const comment of file.parsed.comments) {
    const suppression = readSuppression(file, comment);
    if (suppression) found.push(suppression);
    if (found.length > mostSuppressions) break;
  }
  return found;
}

function readSuppression(file: ConfigFile, comment: Comment): Suppression | undefined {
  const text = file.text.slice(comment.offset, comment.offset + comment.length);
  const [head, word = ""] = /^\/[/*][\s*]*grantlint-([\w-]*)/.exec(text) ?? [];
  if (head === undefined) return undefined;
  const from = comment.offset + head.length;
  const body = text.slice(head.length, comment.block && text.endsWith("*/") ? -2 : undefined);
  const at = { file: file.uri, start: comment.offset, end: comment.offset + comment.length };
  const dashes = body.indexOf("--");
  // Without dashes the reason may well follow directly: its words are no rules.
  const list = dashes < 0 ? (/^\s*[^\s,]+(?:\s*,\s*[^\s,]+)*/.exec(body)?.[0] ?? "") : body.slice(0, dashes);
  const rules = [...list.matchAll(/[^\s,]+/g)].map(({ 0: id, index }): SuppressedRule => {
    const start = from + index;
    return { id, at: { file: file.uri, start, end: start + id.length } };
  });
  const words =
    dashes < 0
      ? ""
      : body
          .slice(dashes + 2)
          .replaceAll(/[\s*]+/g, " ")
          .trim();
  const reason = /[\p{L}\p{N}]/u.test(words) ? words : "";
  const scope = scopeOf(word, file, comment);
  return { word, scope: scope && { file: file.uri, ...scope }, rules, reason, comment, at };
}

function scopeOf(word: string, file: ConfigFile, comment: Comment): Range | undefined {
  if (word === wholeFile) return { start: 0, end: file.text.length };
  return word === nextLine ? nextCodeLine(file.text, file.parsed, comment) : undefined;
}
