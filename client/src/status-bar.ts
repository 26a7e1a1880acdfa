/** In the status bar how many agents have a shell, while a file of a set is shown. Says what the server told, and asks nothing. */
import { StatusBarAlignment, window, type Disposable, type TextEditor } from "vscode";
import type { OverviewParams } from "../../server/src/lsp/protocol.ts";

export interface StatusBar extends Disposable {
  readonly show: (overview: OverviewParams) => void;
}

/** `command`: what a click does. */
export function createStatusBar(command: string): StatusBar {
  const item = window.createStatusBarItem("grantlint.overview", StatusBarAlignment.Right, 100);
  item.name = "Grantlint";
  item.command = command;
  const overviews = new Map<string, OverviewParams>();
  const refresh = (editor: TextEditor | undefined): void => {
    const overview = editor && overviews.get(editor.document.uri.toString());
    if (!overview) return item.hide();
    const { agents, shells, release } = overview;
    item.text = `$(shield) ${shells} of ${agents} ${agents === 1 ? "agent has" : "agents have"} a shell`;
    item.tooltip = `Judged for OpenClaw ${release}. Click for the grants of every agent.`;
    item.show();
  };
  const listener = window.onDidChangeActiveTextEditor(refresh);
  return {
    show: (overview) => {
      for (const file of overview.files) overviews.set(file, overview);
      refresh(window.activeTextEditor);
    },
    dispose: () => {
      listener.dispose();
      item.dispose();
    },
  };
}
