/** Makes the approvals file that the config in the active editor lacks, by the fix that the server offers for it. Undone like any edit. */
import { commands, l10n, Range, Uri, window, workspace, type CodeAction } from "vscode";

const name = "exec-approvals.json";

export async function createApprovals(): Promise<void> {
  const document = window.activeTextEditor?.document;
  const whole = document && new Range(0, 0, document.lineCount, 0);
  const offered =
    document && (await commands.executeCommand<CodeAction[]>("vscode.executeCodeActionProvider", document.uri, whole, "quickfix"));
  // The server's own title is all that tells the fix apart: an edit does not say which files it makes.
  const creation = offered?.find(({ title }) => title.startsWith(`Create ${name}`))?.edit;
  if (!document || !creation || !(await workspace.applyEdit(creation))) {
    void window.showInformationMessage(l10n.t("The config in the active editor needs no new {0}.", name));
    return;
  }
  await window.showTextDocument(Uri.joinPath(document.uri, "..", name), { preview: false });
}
