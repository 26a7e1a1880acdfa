/** Puts what is found at the cursor on the clipboard, to be pasted into a ticket or a chat. */
import { env, l10n, languages, window, workspace, type Diagnostic, type Uri } from "vscode";

export async function copyFinding(): Promise<void> {
  const editor = window.activeTextEditor;
  const all = editor ? languages.getDiagnostics(editor.document.uri) : [];
  const here = all.filter(({ source, range }) => source === "grantlint" && editor && range.contains(editor.selection.active));
  if (!editor || here.length === 0) {
    void window.showInformationMessage(l10n.t("No finding of Grantlint at the cursor."));
    return;
  }
  await env.clipboard.writeText(here.map((finding) => asText(editor.document.uri, finding)).join("\n\n"));
  window.setStatusBarMessage(here.length === 1 ? l10n.t("Finding copied") : l10n.t("{0} findings copied", here.length), 3000);
}

/** `openclaw.json:42:5 rule-id`, the message, the address of the rule's page. */
function asText(uri: Uri, { message, code, range: { start } }: Diagnostic): string {
  const [rule, page] = typeof code === "object" ? [code.value, code.target.toString()] : [code, undefined];
  const place = `${workspace.asRelativePath(uri)}:${start.line + 1}:${start.character + 1}`;
  return [`${place} ${String(rule)}`, message, ...(page === undefined ? [] : [page])].join("\n");
}
