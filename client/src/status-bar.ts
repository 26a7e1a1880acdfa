/** In the status bar how many agents have a shell, while a file of a set is shown, or that nothing is checked. Says what it was told, and asks nothing. */
import { l10n, MarkdownString, StatusBarAlignment, ThemeColor, window, type Disposable, type TextEditor } from "vscode";
import type { OverviewParams } from "../../server/src/lsp/protocol.ts";

export interface StatusBar extends Disposable {
  readonly show: (overview: OverviewParams) => void;
  /** Nothing is known of these files any more. */
  readonly forget: (files: readonly string[]) => void;
  /** Whether the server that says so is there at all. */
  readonly tell: (state: "off" | "on") => void;
}

/** The commands that a click runs: while there is something to show, and while the server is off. */
export function createStatusBar(commands: { readonly overview: string; readonly restart: string }): StatusBar {
  const item = window.createStatusBarItem("grantlint.overview", StatusBarAlignment.Right, 100);
  item.name = "Grantlint";
  const overviews = new Map<string, OverviewParams>();
  let isOff = false;
  const showOff = (): void => {
    item.text = `$(warning) ${l10n.t("Grantlint is off")}`;
    item.tooltip = l10n.t("Grantlint's server is not running: nothing is checked. Click to restart it.");
    item.backgroundColor = new ThemeColor("statusBarItem.warningBackground");
    item.command = commands.restart;
    item.show();
  };
  const refresh = (editor: TextEditor | undefined): void => {
    if (isOff) return showOff();
    // The output panel counts as an editor while it has the focus; the file is still in front.
    if (editor?.document.uri.scheme === "output") return;
    const overview = editor && overviews.get(editor.document.uri.toString());
    if (!overview) return item.hide();
    const { agents, shells, release } = overview;
    const sentence =
      agents === 1 ? l10n.t("{0} of {1} agent has a shell", shells, agents) : l10n.t("{0} of {1} agents have a shell", shells, agents);
    item.text = `$(shield) ${sentence}`;
    item.tooltip = tooltipFor(release);
    item.backgroundColor = undefined;
    item.command = commands.overview;
    item.show();
  };
  const listener = window.onDidChangeActiveTextEditor(refresh);
  return {
    show: (overview) => {
      for (const file of overview.files) overviews.set(file, overview);
      refresh(window.activeTextEditor);
    },
    forget: (files) => {
      for (const file of files) overviews.delete(file);
      refresh(window.activeTextEditor);
    },
    tell: (state) => {
      isOff = state === "off";
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
