/** The language server over any connection: says what it can do and wires each request to its feature. The same for Node and the browser. */
import {
  CodeActionKind,
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  InlayHintRefreshRequest,
  ResponseError,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver";
import { name, version } from "../../../package.json";
import type { FileText, FoundProgram, ReadRequest, SchemaSource, Uri } from "../core/index.ts";
import { ignoreClosed } from "./closed.ts";
import { codeActions, fixAllKind, isLazy, resolveCodeAction, type ActionAbilities } from "./code-actions.ts";
import { codeLenses } from "./code-lens.ts";
import { plan } from "./plan.ts";
import { publishDiagnostics } from "./diagnostics.ts";
import { completion } from "./completion.ts";
import { openDocuments, syncKindFor } from "./documents.ts";
import { grants } from "./grants.ts";
import { hover } from "./hover.ts";
import { inlayHints } from "./inlay-hints.ts";
import { documentLinks } from "./links.ts";
import { matrix } from "./matrix.ts";
import { definition, prepareRename, references, rename } from "./navigation.ts";
import { goneFrom, overviewOf } from "./overview.ts";
import {
  goneNotification,
  grantsRequest,
  matrixRequest,
  overviewNotification,
  planRequest,
  readFileRequest,
  showReasonsCommand,
  trustedNotification,
  type InitializationOptions,
  type MatrixParams,
  type ReadFileResult,
  type PlanParams,
} from "./protocol.ts";
import { createSession, type Current, type Session } from "./session.ts";
import { createStaleViews } from "./stale.ts";
import { foldingRanges, selectionRanges } from "./structure.ts";
import { documentSymbols } from "./symbols.ts";
import { readSettings, type Settings } from "./settings.ts";
import { createFileWatch } from "./watch.ts";
import { editAbilities } from "./workspace-edits.ts";

export interface ServerHost {
  /** Reads a file of this machine; undefined where the client has to be asked. */
  readonly readFile: (request: ReadRequest) => FileText | undefined;
  readonly schemas: SchemaSource;
  readonly schedule: (task: () => void) => void;
  /** The programs of this machine, for completion. A browser has none. */
  readonly findPrograms?: () => Promise<readonly FoundProgram[]>;
}

/** Serves a connection until it closes. Answers every request, with an empty result if need be; writes nothing, runs nothing. */
export function startServer(connection: Connection, host: ServerHost): void {
  const documents = openDocuments();
  let client: InitializeParams["capabilities"] = {};
  let own: InitializationOptions = {};
  let isTrusted = true;

  const session: Session = createSession(
    {
      readFile: (request) => host.readFile(request) ?? askClient(connection, request),
      schemas: host.schemas,
      schedule: host.schedule,
      settingsOf: (uri) => settingsOf(uri),
      log: (message) => connection.console.error(message),
    },
    (before, now) => {
      publishDiagnostics(connection, session, before, now);
      staleViews.replace(before, now);
      if (own.overview) tellOverview(before, now);
      const { dynamicRegistration = false, relativePatternSupport = false } = client.workspace?.didChangeWatchedFiles ?? {};
      if (dynamicRegistration && relativePatternSupport) watch.replace(before?.analysis.set, now?.analysis.set);
    },
  );
  const tellOverview = (before: Current | undefined, now: Current | undefined): void => {
    if ((now ?? before)?.analysis.dialect.isCompanion) return;
    const gone = before && goneFrom(before, now, session.editorUri);
    if (gone) connection.sendNotification(goneNotification, gone).catch(ignoreClosed);
    if (now) connection.sendNotification(overviewNotification, overviewOf(now, session.editorUri)).catch(ignoreClosed);
  };
  const staleViews = createStaleViews(async () => {
    const { codeLens, inlayHint } = client.workspace ?? {};
    await Promise.all([
      ...(codeLens?.refreshSupport ? [connection.sendRequest(CodeLensRefreshRequest.type)] : []),
      ...(inlayHint?.refreshSupport ? [connection.sendRequest(InlayHintRefreshRequest.type)] : []),
    ]).catch(ignoreClosed);
  });
  const watch = createFileWatch(
    (watchers) => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
    (error) => connection.console.warn(`files are not watched: ${String(error)}`),
  );

  /** What a client told us that cannot be asked. */
  let told: unknown;
  const settingsOf = async (uri: Uri): Promise<Settings> => {
    const asked = client.workspace?.configuration
      ? connection.workspace.getConfiguration({ scopeUri: uri, section: "grantlint" }).catch(() => undefined)
      : told;
    const { settings, problems } = readSettings(await asked);
    for (const problem of problems) connection.console.warn(problem);
    return settings;
  };

  connection.onInitialize(({ capabilities, clientInfo, initializationOptions }: InitializeParams): InitializeResult => {
    client = capabilities;
    own = (initializationOptions ?? {}) as InitializationOptions;
    isTrusted = own.isTrusted ?? true;
    return {
      serverInfo: { name, version },
      capabilities: {
        textDocumentSync: { openClose: true, change: syncKindFor(clientInfo) },
        hoverProvider: true,
        codeLensProvider: {},
        completionProvider: { triggerCharacters: ['"', "'", ":", "[", "{", ",", " "] },
        inlayHintProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        documentSymbolProvider: true,
        documentLinkProvider: {},
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: true },
      },
    };
  });
  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: "grantlint" }).catch(ignoreClosed);
    }
  });
  connection.onDidChangeConfiguration(({ settings }: { settings?: { grantlint?: unknown } | null }) => {
    told = settings?.grantlint;
    session.settingsChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => changes.forEach(({ uri }) => session.fileChanged(uri)));
  connection.onHover((params) => hover(session, params));
  connection.onCompletion((params) =>
    completion(
      session,
      params,
      client.textDocument?.completion?.completionItem?.snippetSupport ?? false,
      async () => (isTrusted && (await host.findPrograms?.())) || [],
    ),
  );
  connection.onNotification(trustedNotification, () => void (isTrusted = true));
  connection.onDefinition((params) => definition(session, params));
  connection.onReferences((params) => references(session, params));
  connection.onPrepareRename((params) => prepareRename(session, params));
  connection.onRenameRequest((params) => rename(session, params));
  connection.onDocumentLinks((params) => documentLinks(session, params));
  connection.onDocumentSymbol((params) => documentSymbols(session, params));
  connection.onFoldingRanges((params) => foldingRanges(session, params));
  connection.onSelectionRanges((params) => selectionRanges(session, params));
  connection.onRequest(grantsRequest, () => grants(session));
  connection.onRequest(matrixRequest, (params: MatrixParams) => matrix(session, params));
  connection.onRequest(planRequest, (params: PlanParams) => plan(session, params));
  connection.onCodeLens((params) => codeLenses(session, params, own.commands?.includes(showReasonsCommand) ?? false));
  connection.languages.inlayHint.on((params) => inlayHints(session, params));
  const actionAbilities = (): ActionAbilities => ({
    ...editAbilities(client.workspace),
    lazy: isLazy(client.textDocument?.codeAction),
  });
  connection.onCodeAction((params) => codeActions(session, params, actionAbilities()));
  connection.onCodeActionResolve((action) => resolveCodeAction(session, action, actionAbilities()));
  documents.onDidChangeContent(({ document }) => session.update(document));
  documents.onDidClose(({ document }) => session.close(document));
  documents.listen(connection);
  connection.listen();
}

/** A client that does not know our request cannot read for us: the file stays unknown. */
async function askClient(connection: Connection, { uri }: ReadRequest): Promise<FileText> {
  try {
    return await connection.sendRequest<ReadFileResult>(readFileRequest, { uri });
  } catch (error) {
    return { state: "unreadable", why: error instanceof ResponseError ? "the editor cannot read it" : "the editor did not answer" };
  }
}
