/**
 * What turns one text into another: first the lines that differ, then the words within them. So cursors and marks elsewhere stay, and what does not
 * change is not sent to anybody, secrets among it.
 */
import { diffLines, diffWordsWithSpace, type ChangeObject } from "diff";
import type { FileEdits } from "../core/index.ts";

type Edits = FileEdits["edits"];

export function textChanges(before: string, after: string): Edits {
  return editsOf(diffLines(before, after), 0).flatMap(({ start, end, newText }) =>
    editsOf(diffWordsWithSpace(before.slice(start, end), newText), start),
  );
}

/** `offset` is where the compared text begins. */
function editsOf(changes: readonly ChangeObject<string>[], offset: number): Edits {
  const edits: { start: number; end: number; newText: string }[] = [];
  let at = offset;
  for (const { added, removed, value } of changes) {
    const last = edits.at(-1);
    const follows = last?.end === at ? last : undefined;
    if (added) {
      if (follows) follows.newText += value;
      else edits.push({ start: at, end: at, newText: value });
      continue;
    }
    at += value.length;
    if (!removed) continue;
    if (follows) follows.end = at;
    else edits.push({ start: at - value.length, end: at, newText: "" });
  }
  return edits;
}
