/** Quick fixes: plain workspace edits bound to the versions they were computed for, never commands. */
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type CreateFile,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { ignoreComment, lineIndex, normalizeUri, offsetAt, textEditsOf, type Finding, type IgnoreComment } from "../core/index.ts";
import { converter } from "./convert.ts";
import type { Current, Session } from "./session.ts";

type DocumentChange = TextDocumentEdit | CreateFile;

/** What the client understands of an edit. */
export interface EditAbilities {
  /** Edits that name the version of the document they are for. */
  readonly versions: boolean;
  /** Edits that leave the cursor where the person goes on typing. */
  readonly snippets: boolean;
  /** Edits that make new files. */
  readonly creation: boolean;
}

/** For the findings that touch a range: first what makes them go away, then the comment that lets them be ignored. */
export async function codeActions(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
  abilities: EditAbilities,
): Promise<CodeAction[]> {
  if (context.only && !context.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
  const uri = normalizeUri(textDocument.uri);
  const current = await session.current(uri);
  const file = current?.analysis.set.files.find((candidate) => candidate.uri === uri);
  if (!current || !file) return [];
  const index = lineIndex(file.text);
  const start = offsetAt(index, range.start);
  const end = offsetAt(index, range.end);
  const touched = current.analysis.findings.filter(({ at }) => at.file === uri && at.start <= end && at.end >= start);
  return [
    ...touched.flatMap((finding) => fixesOf(finding, current, session, abilities)),
    ...touched.flatMap((finding) => ignoringOf(finding, current, session, abilities)),
  ];
}

function fixesOf(finding: Finding, current: Current, session: Session, abilities: EditAbilities): CodeAction[] {
  const convert = converter(current.analysis, session.editorUri);
  return finding.remediations.flatMap((remediation): CodeAction[] => {
    const { title, safety } = remediation;
    const fileEdits = textEditsOf(current.analysis, remediation);
    if (!fileEdits || (fileEdits.some(({ creates }) => creates) && !(abilities.versions && abilities.creation))) return [];
    const changes = fileEdits.flatMap((fileEdit): DocumentChange[] => {
      const uri = session.editorUri(fileEdit.file);
      const change = { textDocument: { uri, version: current.versions.get(fileEdit.file) ?? null }, edits: convert.textEdits(fileEdit) };
      // Without options the editor refuses when the file is there after all, and changes nothing.
      return fileEdit.creates ? [{ kind: "create", uri }, change] : [change];
    });
    const edit = toWorkspaceEdit(changes, abilities);
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [convert.diagnostic(finding)], isPreferred: safety === "safe", edit }];
  });
}

function ignoringOf(finding: Finding, current: Current, session: Session, abilities: EditAbilities): CodeAction[] {
  const comment = ignoreComment(current.analysis, finding);
  if (!comment) return [];
  const { file } = finding.at;
  const convert = converter(current.analysis, session.editorUri);
  const [plain] = convert.textEdits({ file, edits: [comment] });
  if (!plain) return [];
  const change: TextDocumentEdit = {
    textDocument: { uri: session.editorUri(file), version: current.versions.get(file) ?? null },
    edits: [abilities.versions && abilities.snippets ? withCursor(plain, comment) : plain],
  };
  return [
    {
      title: `Ignore "${finding.rule}" here, with a reason`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [convert.diagnostic(finding)],
      edit: toWorkspaceEdit([change], abilities),
    },
  ];
}

/** The same edit, and the cursor where the reason belongs. */
function withCursor({ range, newText }: TextEdit, { reasonAt }: IgnoreComment): SnippetTextEdit {
  const [before, after] = [newText.slice(0, reasonAt), newText.slice(reasonAt)].map((text) => text.replace(/[\\$}]/g, "\\$&"));
  return { range, snippet: { kind: "snippet", value: `${before}$0${after}` } };
}

/** Older clients know edits by address only, without versions. */
function toWorkspaceEdit(changes: readonly DocumentChange[], { versions }: EditAbilities): WorkspaceEdit {
  if (versions) return { documentChanges: [...changes] };
  const texts = changes.filter((change) => "textDocument" in change);
  return { changes: Object.fromEntries(texts.map(({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]])) };
}
