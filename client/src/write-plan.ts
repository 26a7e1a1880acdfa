/** Opens the least-privilege plan for the config in the active editor, as a document that is not saved yet. */
import { l10n, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { planRequest, type PlanParams, type PlanResult } from "../../server/src/lsp/protocol.ts";

export async function writePlan(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  const params: PlanParams | undefined = document && { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const result = params && client.isRunning() ? await client.sendRequest<PlanResult>(planRequest, params) : undefined;
  if (typeof result?.text !== "string") {
    void window.showInformationMessage(l10n.t("Open an openclaw.json first: the plan is for the config in the active editor."));
    return;
  }
  await window.showTextDocument(await workspace.openTextDocument({ language: "markdown", content: result.text }));
}
