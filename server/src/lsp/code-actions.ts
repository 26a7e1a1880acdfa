/** Remediations as quick fixes: plain workspace edits bound to the versions they were computed for, never commands. */
import { CodeActionKind, type CodeAction, type CodeActionParams, type TextDocumentEdit, type WorkspaceEdit } from "vscode-languageserver";
import { normalizeUri, offsetAt, lineIndex, textEditsOf } from "../core/index.ts";
import { converter } from "./convert.ts";
import type { Session } from "./session.ts";

/** The quick fixes for the findings that touch a range. */
export async function codeActions(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
  takesVersions: boolean,
): Promise<CodeAction[]> {
  if (context.only && !context.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
  const uri = normalizeUri(textDocument.uri);
  const current = await session.current(uri);
  const file = current?.analysis.set.files.find((candidate) => candidate.uri === uri);
  if (!current || !file) return [];
  const index = lineIndex(file.text);
  const start = offsetAt(index, range.start);
  const end = offsetAt(index, range.end);
  const convert = converter(current.analysis, session.editorUri);
  const touched = current.analysis.findings.filter(({ at }) => at.file === uri && at.start <= end && at.end >= start);
  return touched.flatMap((finding) =>
    finding.remediations.flatMap((remediation): CodeAction[] => {
      const { title, safety } = remediation;
      const fileEdits = textEditsOf(current.analysis, remediation);
      if (!fileEdits) return [];
      const changes = fileEdits.map((fileEdit): TextDocumentEdit => ({
        textDocument: { uri: session.editorUri(fileEdit.file), version: current.versions.get(fileEdit.file) ?? null },
        edits: convert.textEdits(fileEdit),
      }));
      return [
        {
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [convert.diagnostic(finding)],
          isPreferred: safety === "safe",
          edit: toWorkspaceEdit(changes, takesVersions),
        },
      ];
    }),
  );
}

/** Older clients know edits by address only, without versions. */
function toWorkspaceEdit(changes: readonly TextDocumentEdit[], takesVersions: boolean): WorkspaceEdit {
  if (takesVersions) return { documentChanges: [...changes] };
  return {
    changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits as { range: never; newText: string }[]])),
  };
}
