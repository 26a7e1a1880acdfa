/** Asks for another release and shows in the matrix what it would make of the same files. */
import { l10n, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { matrixRequest, type MatrixResult } from "../../server/src/lsp/protocol.ts";
import { activeFile, paramsFor, type MatrixPanel } from "./matrix-panel.ts";

export async function compareReleases(client: BaseLanguageClient, matrix: MatrixPanel): Promise<void> {
  const params = paramsFor({ kind: "now" }, activeFile(client));
  const result = client.isRunning() ? await client.sendRequest<MatrixResult>(matrixRequest, params) : undefined;
  if (!result?.shown) {
    void window.showInformationMessage(l10n.t("Open an openclaw.json first."));
    return;
  }
  const { release: current, releases } = result.shown;
  const items = releases.map((release) => ({ label: release, description: release === current ? l10n.t("judged for now") : "" }));
  const title = l10n.t("What would the same files mean in another release?");
  const placeHolder = l10n.t("A release; those not listed mean the same as the one before them");
  // When the matrix is in front, it gets the focus back just as the list opens, which would close it.
  const chosen = await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true });
  if (chosen) matrix.show({ kind: "release", release: chosen.label });
}
