/**
 * The comment that lets one finding be ignored, ready to be put in. It comes without a reason, which only a person can give; until then the
 * finding stays, and the comment is reported too.
 */
import type { Analysis } from "./analyze.ts";
import { builtIns } from "./built-in.ts";
import type { Finding } from "./finding.ts";
import { nextLine } from "./suppressions.ts";
import { commentAbove } from "./syntax/comments.ts";
import type { TextEdit } from "./syntax/edit.ts";

export interface IgnoreComment extends TextEdit {
  /** Where in the new text the reason belongs. */
  readonly reasonAt: number;
}

/** Undefined where no comment can do it: for what is never ignored, and in files that hold no comments. */
export function ignoreComment({ set }: Analysis, { rule, at }: Finding): IgnoreComment | undefined {
  const file = set.files.find(({ uri }) => uri === at.file);
  if (!file || file.grammar !== "json5" || builtIns.some(({ id }) => id === rule)) return undefined;
  const comment = `// grantlint-${nextLine} ${rule} -- `;
  const edit = commentAbove(file.text, file.parsed, at.start, comment);
  return edit && { ...edit, reasonAt: edit.newText.indexOf(comment) + comment.length };
}
