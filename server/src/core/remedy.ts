/** Turns a remediation into text edits, file by file. */
import type { ConfigSet } from "./dialects/dialect.ts";
import type { Edit } from "./finding.ts";
import { toTextEdits, type TextEdit } from "./syntax/edit.ts";
import type { Uri } from "./syntax/tree.ts";

export interface FileEdits {
  readonly file: Uri;
  readonly edits: readonly TextEdit[];
}

/** The text edits of a remediation; undefined when one of its files is not in the set or the edits clash: then it is not offered. */
export function textEditsOf(set: ConfigSet, edits: readonly Edit[]): FileEdits[] | undefined {
  const all: FileEdits[] = [];
  for (const uri of new Set(edits.map(({ file }) => file))) {
    const file = set.files.find((candidate) => candidate.uri === uri);
    const textEdits = file && toTextEdits(
      file.parsed,
      file.text,
      edits.filter((edit) => edit.file === uri),
    );
    if (!textEdits || textEdits.length === 0) return undefined;
    all.push({ file: uri, edits: textEdits });
  }
  return all;
}
