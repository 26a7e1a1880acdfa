/** In the status bar how many agents have a shell, while a file of a set is shown. Says what the server told, and asks nothing. */
import { l10n, MarkdownString, StatusBarAlignment, window, type Disposable, type TextEditor } from "vscode";
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
    const sentence =
      agents === 1 ? l10n.t("{0} of {1} agent has a shell", shells, agents) : l10n.t("{0} of {1} agents have a shell", shells, agents);
    item.text = `$(shield) ${sentence}`;
    item.tooltip = tooltipFor(release);
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

/** What more there is to see. Only these commands may be run from it. */
function tooltipFor(release: string): MarkdownString {
  const links = [
    `[${l10n.t("Agent Grants")}](command:grantlint.showGrants)`,
    `[${l10n.t("Grants Matrix")}](command:grantlint.showMatrix)`,
    `[${l10n.t("Compare Releases")}](command:grantlint.compareReleases)`,
  ];
  const tooltip = new MarkdownString(`${l10n.t("Judged for OpenClaw {0}.", release)}\n\n${links.join(" · ")}`);
  tooltip.isTrusted = { enabledCommands: ["grantlint.showGrants", "grantlint.showMatrix", "grantlint.compareReleases"] };
  return tooltip;
}
