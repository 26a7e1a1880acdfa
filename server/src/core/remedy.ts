/**
 * Turns a remediation into text edits, and tries them out first: an edit that widens any agent's power, or makes the product refuse
 * a file it took before, is never offered.
 */
import type { Analysis } from "./analyze.ts";
import type { ConfigFile, ConfigSet } from "./dialects/dialect.ts";
import type { CommentEdit, Edit, Remediation } from "./finding.ts";
import type { Credential } from "./grants/policy.ts";
import { isWider } from "./grants/compare.ts";
import { applyTextEdits, toTextEdits, type TextEdit } from "./syntax/edit.ts";
import { parseText } from "./syntax/parse.ts";
import type { Uri } from "./syntax/tree.ts";

export interface FileEdits {
  readonly file: Uri;
  readonly edits: readonly TextEdit[];
}

/** The text edits of a remediation, file by file; undefined when there is nothing to offer. */
export function textEditsOf({ set, dialect, release, policy }: Analysis, remediation: Remediation): FileEdits[] | undefined {
  const edits = remediation.edits();
  const fileEdits = toFileEdits(set, edits);
  if (!fileEdits) return undefined;
  const edited = applyToSet(set, fileEdits);
  const breaks = edited.files.some((file, index) => countErrors(file) > countErrors(set.files[index]));
  if (breaks) return undefined;
  // What a credential says decides nothing about power, so there is nothing to try out.
  if (edits.every((edit) => edit.op === "set" && policy.credentials.some((credential) => isAt(credential, edit)))) return fileEdits;
  return isWider(dialect.resolve(edited, release), policy) ? undefined : fileEdits;
}

function isAt({ at, path }: Credential, edit: Edit): boolean {
  return at.file === edit.file && path.length === edit.path.length && path.every((segment, index) => segment === edit.path[index]);
}

/** Edits as text, or undefined when one of their files is not in the set or they clash. */
export function toFileEdits(set: ConfigSet, edits: readonly (Edit | CommentEdit)[]): FileEdits[] | undefined {
  const all: FileEdits[] = [];
  for (const uri of new Set(edits.map(({ file }) => file))) {
    const file = set.files.find((candidate) => candidate.uri === uri);
    const own = edits.filter((edit) => edit.file === uri);
    const ofValues = own.filter((edit) => edit.op !== "comment");
    const ofComments = own.filter((edit) => edit.op === "comment").map(({ start, end, newText }) => ({ start, end, newText }));
    const textEdits = file && (ofValues.length === 0 ? [] : toTextEdits(file.parsed, file.text, ofValues));
    if (!textEdits) return undefined;
    const joined = [...textEdits, ...ofComments].sort((one, other) => one.start - other.start);
    if (joined.length === 0 || joined.some(({ start }, index) => start < (joined[index - 1]?.end ?? 0))) return undefined;
    all.push({ file: uri, edits: joined });
  }
  return all.length === 0 ? undefined : all;
}

/** The set as it would be with the edits applied. */
export function applyToSet(set: ConfigSet, fileEdits: readonly FileEdits[]): ConfigSet {
  const files = set.files.map((file) => {
    const own = fileEdits.find((candidate) => candidate.file === file.uri);
    if (!own) return file;
    const text = applyTextEdits(file.text, own.edits);
    return { ...file, text, parsed: parseText(text, { grammar: file.grammar, file: file.uri }) };
  });
  return { ...set, files };
}

function countErrors(file: ConfigFile | undefined): number {
  return file?.parsed.problems.filter(({ severity }) => severity === "error").length ?? 0;
}
