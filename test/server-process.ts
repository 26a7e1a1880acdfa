/** The language server as it ships, in a process of its own, and a client that speaks to it over stdio. What it writes is searched for secrets. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from "vscode-languageserver/node";
import type { InitializationOptions } from "../server/src/lsp/protocol.ts";
import { startSecretSearch } from "./secret-search.ts";

export interface ServerProcess {
  readonly connection: ProtocolConnection;
  /** Bytes past the client's own writing, for messages no client would send. */
  readonly send: (bytes: string) => void;
  open(uri: string, text: string, version?: number): void;
  /** The next publication for a file, at least of this version if one is asked for. */
  published(uri: string, version?: number): Promise<PublishDiagnosticsParams>;
  /** Shuts down in order and gives the exit code. */
  stop(): Promise<number | null>;
  /** The exit code, once it has ended by itself. */
  ended(): Promise<number | null>;
  kill(): void;
  /** Ends the connection without a word, as an editor that crashed. */
  hangUp(): void;
  signal(name: NodeJS.Signals): void;
  /** What it wrote to its error stream. */
  readonly complaints: () => string;
}

export interface ServerProcessOptions {
  /** Options for Node before the program. */
  readonly node?: readonly string[];
  /** Skips the greeting: the test does it, or does not. */
  readonly silent?: boolean;
  /** What the client can do besides showing findings, and what it tells about itself. */
  readonly capabilities?: { readonly workspace: object };
  readonly about?: InitializationOptions;
  /** The settings for every document. */
  readonly settings?: object | null;
  /** The folders it searches for programs. */
  readonly searchPath?: string;
}

/** It ends with the test at the latest. */
export async function startServerProcess(
  test: Pick<TestContext, "after">,
  { node = [], silent = false, capabilities, about = {}, settings = null, searchPath }: ServerProcessOptions = {},
): Promise<ServerProcess> {
  const program = fileURLToPath(new URL("../dist/server.js", import.meta.url));
  const child = spawn(process.execPath, [...node, program, "--stdio"], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, ...(searchPath === undefined ? {} : { PATH: searchPath }) },
  });
  test.after(() => {
    child.kill("SIGKILL");
    connection.dispose();
  });
  const exit = once(child, "exit").then(([code]) => code as number | null);
  const secrets = startSecretSearch();
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => secrets.searchStream(chunk.toString(), "the language server"));
  let complaints = "";
  child.stderr.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
  // Writing to a server that has ended is part of some tests.
  child.stdin.on("error", () => undefined);
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  /** The newest publication for each file that nobody has asked for yet. */
  const seen = new Map<string, PublishDiagnosticsParams>();
  let arrived = (): void => undefined;
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    seen.set(params.uri, params);
    arrived();
  });
  connection.onRequest("workspace/configuration", ({ items }: { items: readonly unknown[] }) => items.map(() => settings));
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  if (!silent) {
    await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      initializationOptions: about,
      capabilities: {
        ...capabilities,
        textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } },
      },
    });
    await connection.sendNotification("initialized", {});
  }
  return {
    connection,
    send: (bytes) => void child.stdin.write(bytes),
    open: (uri, text, version = 1) => {
      secrets.handOver(text);
      void connection
        .sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "json5", version, text } })
        .catch(() => undefined);
    },
    async published(uri, version) {
      for (;;) {
        const found = seen.get(uri);
        // What is none of ours any more is cleared without a version.
        if (found && (version === undefined || (found.version ?? version) >= version)) {
          seen.delete(uri);
          return found;
        }
        await new Promise<void>((resolve) => (arrived = resolve));
      }
    },
    async stop() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      const code = await exit;
      connection.dispose();
      return code;
    },
    ended: () => exit,
    kill: () => void child.kill("SIGKILL"),
    hangUp: () => {
      connection.dispose();
      child.stdin.end();
    },
    signal: (name) => void child.kill(name),
    complaints: () => complaints,
  };
}
