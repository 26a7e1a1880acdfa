/**
 * The editor's side, the same on the desktop and in the browser: starts the server once a document of ours is open, answers what the
 * server asks of the editor, and offers the commands. It shows what the server says and never reads a config itself.
 */
import { commands, window, workspace, type ExtensionContext, type TextDocument, type Uri } from "vscode";
import { RevealOutputChannelOn, type BaseLanguageClient, type LanguageClientOptions } from "vscode-languageclient";
import {
  goneNotification,
  overviewNotification,
  readFileRequest,
  showReasonsCommand,
  trustedNotification,
  type GoneParams,
  type InitializationOptions,
  type OverviewParams,
} from "../../server/src/lsp/protocol.ts";
import { documentSelector, isOurs } from "./documents.ts";
import { compareReleases } from "./compare-releases.ts";
import { copyFinding } from "./copy-finding.ts";
import { createApprovals } from "./create-approvals.ts";
import { createGrantsView } from "./grants-view.ts";
import { createIncludedFiles } from "./included-files.ts";
import { createMatrixPanel } from "./matrix-panel.ts";
import { lintHome } from "./lint-home.ts";
import { lintWorkspace } from "./lint-workspace.ts";
import { readFile } from "./read-file.ts";
import { openRulePage } from "./rule-page.ts";
import { controlServer } from "./server-control.ts";
import { showReasons } from "./show-reasons.ts";
import { createStatusBar } from "./status-bar.ts";
import { traceOf } from "./trace.ts";
import { unnamedDocuments } from "./unnamed.ts";
import { writePlan } from "./write-plan.ts";

/** What a platform supplies: a client whose server is not running yet. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/**
 * Sets the extension up. Everything made here is given back through the context's subscriptions.
 * `findHome`: the person's home folder on the machine the extension runs on; a browser has none.
 */
export function activateWith(context: ExtensionContext, createClient: CreateClient, findHome?: () => Uri): void {
  const log = window.createOutputChannel("Grantlint", { log: true });
  const status = createStatusBar({ overview: "grantlint.showGrants", restart: "grantlint.restartServer" });
  const about = (): InitializationOptions => ({ commands: [showReasonsCommand], overview: true, isTrusted: workspace.isTrusted });
  const server = controlServer({
    createClient: (handlers) =>
      createClient({
        ...handlers,
        initializationOptions: about,
        documentSelector,
        outputChannel: log,
        traceOutputChannel: traceOf(log),
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        uriConverters: unnamedDocuments,
        middleware: {
          didOpen: (document, next) => (isOurs(document) ? next(document) : Promise.resolve()),
        },
      }),
    log,
    tellState: (state) => {
      status.tell(state);
      grants.refresh();
    },
  });
  const { client } = server;
  const grants = createGrantsView(client);
  const included = createIncludedFiles();
  const matrix = createMatrixPanel(client, context.extensionUri);
  // Any JSON file wakes the extension, as the approvals file is one; the server is started for our own files only.
  const startFor = (document: TextDocument): void => void (isOurs(document) && server.start());

  context.subscriptions.push(
    log,
    server,
    status,
    grants,
    matrix,
    included,
    client.onNotification(overviewNotification, (overview: OverviewParams) => {
      void commands.executeCommand("setContext", "grantlint.hasConfig", true);
      status.show(overview);
      included.know(overview.files);
      grants.refresh();
      matrix.refresh();
    }),
    client.onNotification(goneNotification, ({ files }: GoneParams) => {
      status.forget(files);
      included.forget(files);
      grants.refresh();
      matrix.refresh();
    }),
    commands.registerCommand("grantlint.lintWorkspace", lintWorkspace),
    commands.registerCommand("grantlint.showGrants", () => commands.executeCommand("grantlint.grants.focus")),
    commands.registerCommand("grantlint.showMatrix", () => matrix.show()),
    commands.registerCommand("grantlint.compareReleases", () => compareReleases(client, matrix)),
    commands.registerCommand("grantlint.lintHome", () => lintHome(findHome)),
    commands.registerCommand("grantlint.createApprovals", createApprovals),
    commands.registerCommand(showReasonsCommand, showReasons),
    client.onRequest(readFileRequest, readFile),
    commands.registerCommand("grantlint.writePlan", () => writePlan(client)),
    commands.registerCommand("grantlint.restartServer", server.restart),
    commands.registerCommand("grantlint.showOutput", () => log.show()),
    commands.registerCommand("grantlint.copyFinding", copyFinding),
    commands.registerCommand("grantlint.openRulePage", () => openRulePage(context.extensionUri)),
    workspace.onDidOpenTextDocument(startFor),
    workspace.onDidGrantWorkspaceTrust(() => client.isRunning() && client.sendNotification(trustedNotification)),
  );
  workspace.textDocuments.forEach(startFor);
}
