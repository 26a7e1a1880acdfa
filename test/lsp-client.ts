/** A language client in memory: what an editor does, without an editor. What the server sends is searched for secrets. */
import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type RegistrationParams,
} from "vscode-languageserver/node";
import type { FileText } from "../server/src/core/index.ts";
import { readFileRequest, type InitializationOptions } from "../server/src/lsp/protocol.ts";
import { startServer } from "../server/src/lsp/server.ts";
import { startSecretSearch } from "./secret-search.ts";
import { testSchemas } from "./test-schemas.ts";

export interface TestClient {
  open(uri: string, text: string, languageId?: string): void;
  change(uri: string, version: number, text: string): void;
  close(uri: string): void;
  /** The next publication for a file (of at least this version, if one is asked for). */
  published(uri: string, version?: number): Promise<PublishDiagnosticsParams>;
  hover(uri: string, line: number, character: number): Promise<Hover | null>;
  codeActions(uri: string, diagnostic: Diagnostic): Promise<CodeAction[]>;
  fileChanged(uri: string): void;
  /** Tells the server that settings changed, and to what where it cannot ask. */
  settingsChanged(settings?: Section): void;
  /** What the server said it can do when it was started. */
  readonly capabilities: InitializeResult["capabilities"];
  /** The messages it has asked to be sent since. */
  readonly registered: readonly string[];
  readonly connection: ProtocolConnection;
  /** Everything the server has sent so far, byte for byte: answers, findings, logs, requests of its own. */
  received(): string;
  stop(): Promise<void>;
}

type Section = Readonly<Record<string, unknown>>;

export interface TestClientOptions {
  /** The settings for a document, of the section `grantlint`. */
  readonly settings?: Section | ((uri: string) => Section);
  /** Whether the client takes edits that place the cursor. */
  readonly snippets?: boolean;
  /** Whether the client takes edits that make new files. */
  readonly creation?: boolean;
  /** Whether the client shows edits first that ask for it. */
  readonly annotations?: boolean;
  /** Whether the client asks for the edit of an action once it is chosen. */
  readonly lazyActions?: boolean;
  /** Whether the client asks again for lenses and hints when it is told to. */
  readonly refreshes?: boolean;
  /** Whether the client watches files when it is told to. */
  readonly watches?: boolean;
  /** What the client tells about itself. */
  readonly about?: InitializationOptions;
  /** The editor's name. */
  readonly editor?: string;
  /** Whether the server may ask for settings; otherwise they are only told. */
  readonly canBeAsked?: boolean;
}

/** Starts a server whose files are these; what is not among them does not exist. A promise is a file that takes its time. */
export async function startClient(
  files: Record<string, FileText | Promise<FileText>> = {},
  {
    settings = {},
    snippets = false,
    creation = false,
    annotations = false,
    lazyActions = false,
    canBeAsked = true,
    refreshes = false,
    watches = false,
    about = {},
    editor = "test",
  }: TestClientOptions = {},
): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(server, { readFile: () => undefined, schemas: testSchemas, schedule: setImmediate });
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const sent: Buffer[] = [];
  const secrets = startSecretSearch();
  toClient.on("data", (chunk: Buffer) => {
    sent.push(chunk);
    secrets.searchStream(chunk.toString(), "the language server");
  });
  const seen: PublishDiagnosticsParams[] = [];
  const waiting: { uri: string; version: number | undefined; resolve: (params: PublishDiagnosticsParams) => void }[] = [];
  const fits = (params: PublishDiagnosticsParams, uri: string, version: number | undefined): boolean =>
    params.uri === uri && (version === undefined || (params.version ?? -1) >= version);

  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    const index = waiting.findIndex(({ uri, version }) => fits(params, uri, version));
    if (index < 0) seen.push(params);
    else waiting.splice(index, 1)[0]?.resolve(params);
  });
  connection.onRequest(readFileRequest, async ({ uri }: { uri: string }): Promise<FileText> => {
    const found = (await files[uri]) ?? { state: "absent" };
    if (found.state === "read") secrets.handOver(found.text);
    return found;
  });
  connection.onRequest("workspace/configuration", ({ items }: { items: readonly { scopeUri: string }[] }) =>
    items.map(({ scopeUri }) => (typeof settings === "function" ? settings(scopeUri) : settings)),
  );
  const registered: string[] = [];
  connection.onRequest("client/registerCapability", ({ registrations }: RegistrationParams) => {
    registered.push(...registrations.map(({ method }) => method));
    return null;
  });
  connection.onRequest("client/unregisterCapability", () => null);
  connection.listen();
  const { capabilities } = await connection.sendRequest<InitializeResult>("initialize", {
    processId: null,
    rootUri: null,
    clientInfo: { name: editor },
    initializationOptions: about,
    capabilities: {
      workspace: {
        configuration: canBeAsked,
        workspaceEdit: {
          documentChanges: true,
          snippetEditSupport: snippets,
          resourceOperations: creation ? ["create"] : [],
          ...(annotations ? { changeAnnotationSupport: {} } : {}),
        },
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: watches, relativePatternSupport: watches },
        codeLens: { refreshSupport: refreshes },
        inlayHint: { refreshSupport: refreshes },
      },
      textDocument: {
        ...(lazyActions ? { codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } } } : {}),
        completion: { completionItem: { snippetSupport: snippets } },
        publishDiagnostics: { versionSupport: true, relatedInformation: true },
      },
    },
  });
  await connection.sendNotification("initialized", {});
  const notify = (method: string, params: object): void => void connection.sendNotification(method, params);

  return {
    capabilities,
    registered,
    connection,
    received: () => Buffer.concat(sent).toString(),
    open: (uri, text, languageId = "openclaw-config") => {
      secrets.handOver(text);
      notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
    },
    change: (uri, version, text) => {
      secrets.handOver(text);
      notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
    },
    close: (uri) => notify("textDocument/didClose", { textDocument: { uri } }),
    fileChanged: (uri) => notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] }),
    settingsChanged: (section) => notify("workspace/didChangeConfiguration", { settings: section ? { grantlint: section } : null }),
    published: (uri, version) => {
      const index = seen.findIndex((params) => fits(params, uri, version));
      const [early] = index < 0 ? [] : seen.splice(0, index + 1).slice(-1);
      return early ? Promise.resolve(early) : new Promise((resolve) => waiting.push({ uri, version, resolve }));
    },
    hover: (uri, line, character) => connection.sendRequest("textDocument/hover", { textDocument: { uri }, position: { line, character } }),
    codeActions: (uri, diagnostic) =>
      connection.sendRequest("textDocument/codeAction", {
        textDocument: { uri },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic] },
      }),
    stop: async () => {
      // The answer comes after everything the server had begun.
      await connection.sendRequest("shutdown");
      connection.dispose();
      server.dispose();
    },
  };
}
