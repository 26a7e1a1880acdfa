/** Opens every config of the workspace, so that the Problems list holds the findings of all of them. Shows none of them. */
import { commands, l10n, ProgressLocation, window, workspace } from "vscode";
import { companionFiles } from "./companion-files.gen.ts";
import { approvalsFiles, configFiles } from "./documents.ts";

/** More sets than this are a matter for the command line. */
const most = 200;

export async function lintWorkspace(): Promise<void> {
  const patterns = [configFiles, approvalsFiles, ...companionFiles];
  const found = (await Promise.all(patterns.map((pattern) => workspace.findFiles(pattern, undefined, most)))).flat();
  if (found.length === 0) {
    void window.showInformationMessage(l10n.t("No OpenClaw config in this workspace."));
    return;
  }
  const title = l10n.t("Grantlint: reading {0} files", found.length);
  await window.withProgress({ location: ProgressLocation.Window, title }, async () => {
    for (const uri of found) await workspace.openTextDocument(uri);
  });
  await commands.executeCommand("workbench.actions.view.problems");
}
