/**
 * Turns a remediation into text edits, and tries them out first: an edit that widens any agent's power, takes what its contract says it needs,
 * or makes the product refuse a file it took before, is never offered.
 */
import type { Analysis } from "./analyze.ts";
import type { ConfigFile, ConfigSet } from "./dialects/dialect.ts";
import type { CommentEdit, CreateEdit, Edit, Remediation } from "./finding.ts";
import type { Credential } from "./grants/policy.ts";
import { isWider } from "./grants/compare.ts";
import { keepsNeeded } from "./grants/contract.ts";
import { perSet } from "./per-set.ts";
import { applyTextEdits, printDocument, toTextEdits, type TextEdit } from "./syntax/edit.ts";
import { parseText } from "./syntax/parse.ts";
import type { Uri } from "./syntax/tree.ts";
import { withText } from "./with-text.ts";

export interface FileEdits {
  readonly file: Uri;
  readonly edits: readonly TextEdit[];
  /** Only for a file that does not exist yet: what it is going to be. Its edits put everything in. */
  readonly creates?: Pick<ConfigFile, "role" | "grammar">;
}

/** The text edits of a remediation, file by file; undefined when there is nothing to offer. */
export function textEditsOf(analysis: Analysis, remediation: Remediation): FileEdits[] | undefined {
  const { set, dialect, release, policy, contract } = analysis;
  const edits = remediation.edits();
  const fileEdits = toFileEdits(set, edits);
  if (!fileEdits) return undefined;
  const edited = applyToSet(set, fileEdits);
  if (countErrors(edited, analysis) > countErrors(set, analysis)) return undefined;
  // What a credential says decides nothing about power, so there is nothing to try out.
  if (edits.every((edit) => edit.op === "set" && policy.credentials.some((credential) => isAt(credential, edit)))) return fileEdits;
  const after = dialect.resolve(edited, release);
  return isWider(after, policy) || !keepsNeeded(after.agents, policy.agents, contract) ? undefined : fileEdits;
}

/** Whether the edits take a secret out of the file that is not elsewhere in what they put in. */
export function takesSecret({ set, policy }: Analysis, { file, edits }: FileEdits): boolean {
  const text = set.files.find(({ uri }) => uri === file)?.text ?? "";
  return policy.credentials.some(({ at, form }) => {
    if (form !== "literal" || at.file !== file) return false;
    const touching = edits.filter(({ start, end }) => start < at.end && end > at.start);
    const secret = text.slice(at.start, at.end);
    return touching.length > 0 && !touching.some(({ newText }) => newText.includes(secret));
  });
}

function isAt({ at, path }: Credential, edit: Edit): boolean {
  return at.file === edit.file && path.length === edit.path.length && path.every((segment, index) => segment === edit.path[index]);
}

/** Edits as text, or undefined when one of their files is not in the set or they clash. */
export function toFileEdits(set: ConfigSet, edits: readonly (Edit | CommentEdit | CreateEdit)[]): FileEdits[] | undefined {
  const all: FileEdits[] = [];
  for (const uri of new Set(edits.map(({ file }) => file))) {
    const creation = edits.find((edit) => edit.op === "create" && edit.file === uri);
    if (creation?.op === "create") {
      const isAbsent = set.missing.some((file) => file.uri === uri && file.state === "absent");
      if (!isAbsent || edits.some((edit) => edit.file === uri && edit !== creation)) return undefined;
      all.push(toNewFile(creation));
      continue;
    }
    const file = set.files.find((candidate) => candidate.uri === uri);
    const own = edits.filter((edit) => edit.file === uri);
    const ofValues = own.filter((edit) => edit.op !== "comment" && edit.op !== "create");
    const ofComments = own.filter((edit) => edit.op === "comment").map(({ start, end, newText }) => ({ start, end, newText }));
    const textEdits = file && (ofValues.length === 0 ? [] : toTextEdits(file.parsed, file.text, ofValues));
    if (!textEdits) return undefined;
    const joined = [...textEdits, ...ofComments].sort((one, other) => one.start - other.start);
    if (joined.length === 0 || joined.some(({ start }, index) => start < (joined[index - 1]?.end ?? 0))) return undefined;
    all.push({ file: uri, edits: joined });
  }
  return all.length === 0 ? undefined : all;
}

function toNewFile({ file, role, grammar, value }: CreateEdit): FileEdits {
  return { file, creates: { role, grammar }, edits: [{ start: 0, end: 0, newText: printDocument(value) }] };
}

/** The set as it would be with the edits applied. */
export const applyToSet: (set: ConfigSet, fileEdits: readonly FileEdits[]) => ConfigSet = perSet(JSON.stringify, withEdits);

function withEdits(set: ConfigSet, fileEdits: readonly FileEdits[]): ConfigSet {
  const files = set.files.map((file) => {
    const own = fileEdits.find((candidate) => candidate.file === file.uri);
    return own ? withText(file, applyTextEdits(file.text, own.edits)) : file;
  });
  const created = fileEdits.flatMap(({ file: uri, edits, creates }): ConfigFile[] => {
    const text = applyTextEdits("", edits);
    return creates ? [{ uri, ...creates, text, parsed: parseText(text, { grammar: creates.grammar, file: uri }) }] : [];
  });
  const missing = set.missing.filter(({ uri }) => created.every((file) => file.uri !== uri));
  return { ...set, files: [...files, ...created], missing };
}

/** How often the texts are not well-formed, or are not what the release takes. */
const countErrors = perSet(
  ({ dialect, release }: Analysis) => JSON.stringify([dialect.id, release]),
  (set, { dialect, release, options }) => {
    const isError = ({ severity }: { readonly severity: string }): boolean => severity === "error";
    const malformed = set.files.flatMap(({ parsed }) => parsed.problems).filter(isError);
    return malformed.length + dialect.validate(set, release, options.schemas).filter(isError).length;
  },
);
