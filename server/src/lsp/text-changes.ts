/** What turns one text into another, line by line, so that cursors and marks on all other lines stay. */
import { diffLines } from "diff";
import type { FileEdits } from "../core/index.ts";

export function textChanges(before: string, after: string): FileEdits["edits"] {
  const edits: { start: number; end: number; newText: string }[] = [];
  let at = 0;
  for (const { added, removed, value } of diffLines(before, after)) {
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
