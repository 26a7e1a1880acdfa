/**
 * The panel with the matrix page: one at a time, and after a reload of the window where it was. Fetches what the page wants from the server and goes
 * where the page points.
 */
import { commands, env, l10n, Uri, ViewColumn, window, workspace, type Disposable, type WebviewPanel } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { matrixRequest, type MatrixParams, type MatrixResult, type MatrixView, type Place } from "../../server/src/lsp/protocol.ts";
import type { FromPage, PageState, ToPage } from "../webview/messages.ts";
import { matrixPage } from "./matrix-page.ts";
import { pageLabels, pageWords } from "./matrix-words.ts";

export interface MatrixPanel extends Disposable {
  /** Opens it, or brings it to the front; with a view that is chosen in it. */
  readonly show: (view?: MatrixView) => void;
  /** What is shown may have changed. */
  readonly refresh: () => void;
}

/** package.json names it too, so that the extension is there when VS Code brings the panel back. */
const panelType = "grantlint.matrix";

/** Milliseconds without a change after which somebody has stopped typing. */
const pause = 800;

export function createMatrixPanel(client: BaseLanguageClient, extensionUri: Uri): MatrixPanel {
  let panel: WebviewPanel | undefined;
  let wanted: MatrixParams = { view: { kind: "now" } };
  /** What was looked at when the matrix was asked for: its set comes first. */
  let from: string | undefined;
  /** Chosen outside of the page, which is to hear of it as soon as it listens. */
  let chosen: MatrixView | undefined;
  let shown: MatrixResult | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** One question at a time; what comes up meanwhile is asked once, afterwards. */
  let asking = false;
  let askAgain = false;

  async function update(): Promise<void> {
    if (asking) {
      askAgain = true;
      return;
    }
    asking = true;
    shown = await ask();
    asking = false;
    await post({ type: "show", result: shown });
    if (!askAgain) return;
    askAgain = false;
    await update();
  }

  /** A server that is not there, or goes while it is asked, has nothing to show; once it is back it makes itself heard. */
  async function ask(): Promise<MatrixResult> {
    const nothing: MatrixResult = { configs: [], shown: null };
    if (!client.isRunning()) return nothing;
    return client.sendRequest<MatrixResult>(matrixRequest, wanted).catch(() => nothing);
  }

  async function post(message: ToPage): Promise<void> {
    await panel?.webview.postMessage(message);
  }

  async function tellChosen(): Promise<void> {
    const view = chosen;
    chosen = undefined;
    if (view) await post({ type: "view", view });
  }

  async function receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case "want":
        if (chosen) return tellChosen();
        wanted = paramsFor(message.view, message.config ?? from);
        return update();
      case "open": {
        const place = placeOf(shown, message);
        if (place) await goTo(place);
      }
    }
  }

  function open(): WebviewPanel {
    return fill(window.createWebviewPanel(panelType, l10n.t("Grants Matrix"), ViewColumn.Active));
  }

  function fill(made: WebviewPanel): WebviewPanel {
    const folder = Uri.joinPath(extensionUri, "dist");
    const { webview } = made;
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    made.iconPath = Uri.joinPath(extensionUri, "docs", "images", "openclaw-config.svg");
    const addressOf = (name: string): string => webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
    webview.onDidReceiveMessage((message: FromPage) => void receive(message));
    made.onDidDispose(() => {
      if (panel === made) panel = undefined;
    });
    webview.html = matrixPage({
      nonce: crypto.randomUUID(),
      script: addressOf("matrix.js"),
      style: addressOf("matrix.css"),
      language: env.language,
      words: pageWords(),
      labels: pageLabels(),
    });
    return made;
  }

  /** What was chosen in the page is the page's own state, and comes back with it. */
  async function restore(made: WebviewPanel, state: PageState | undefined): Promise<void> {
    panel?.dispose();
    panel = fill(made);
    from = state?.shown;
    // A tab in the background does not open its file, and without it there would be nothing to show.
    if (from !== undefined) await openFile(from);
  }

  const serializer = window.registerWebviewPanelSerializer(panelType, { deserializeWebviewPanel: restore });

  return {
    show: (view) => {
      chosen = view;
      from = activeFile(client) ?? from;
      const isListening = panel?.visible === true;
      panel ??= open();
      panel.reveal();
      if (isListening) void tellChosen();
    },
    refresh: () => {
      // A hidden page is gone; it asks again when it comes back.
      if (!panel?.visible) return;
      clearTimeout(timer);
      // To try out every fix takes the server longer than a keystroke, so that has to wait until nobody types.
      timer = setTimeout(() => void update(), wanted.view.kind === "fixed" ? pause : 0);
    },
    dispose: () => {
      clearTimeout(timer);
      serializer.dispose();
      panel?.dispose();
    },
  };
}

/** The file in the active editor, as the server knows it. */
export function activeFile(client: BaseLanguageClient): string | undefined {
  const document = window.activeTextEditor?.document;
  return document && client.code2ProtocolConverter.asUri(document.uri);
}

export function paramsFor(view: MatrixView, config: string | undefined): MatrixParams {
  return config === undefined ? { view } : { view, config };
}

/** A file that is not there any more, or was never saved, is left alone. */
async function openFile(address: string): Promise<void> {
  try {
    const uri = Uri.parse(address, true);
    if (uri.scheme !== "untitled") await workspace.openTextDocument(uri);
  } catch {
    // The page says that nothing is open.
  }
}

/** What the page's numbers mean in what was shown last. */
function placeOf(
  result: MatrixResult | undefined,
  { agent, cell, detail, reason }: Extract<FromPage, { type: "open" }>,
): Place | undefined {
  const row = result?.shown?.agents[agent];
  if (!row || cell === undefined) return row?.at;
  const { at, details } = row.cells[cell] ?? {};
  if (detail === undefined || reason === undefined) return at ?? row.at;
  return details?.[detail]?.reasons[reason]?.at ?? undefined;
}

/** Beside the matrix, so that both can be seen. */
async function goTo({ uri, range }: Place): Promise<void> {
  await commands.executeCommand("vscode.open", Uri.parse(uri, true), { selection: range, viewColumn: ViewColumn.Beside });
}
