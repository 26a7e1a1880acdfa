/** The language server on Node: over IPC for VS Code, over --stdio for any other editor. */
import { join } from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../lsp/server.ts";
import { tuneEngine } from "./engine.ts";
import { readNodeFile } from "./node-files.ts";
import { findNodePrograms } from "./node-programs.ts";
import { nodeSchemaSource } from "./schemas-node.ts";

tuneEngine();
startServer(createConnection(ProposedFeatures.all), {
  readFile: (request) => (request.uri.startsWith("file:") ? readNodeFile(request) : undefined),
  schemas: nodeSchemaSource(join(__dirname, "schemas")),
  schedule: setImmediate,
  findPrograms: () => findNodePrograms(process.env["PATH"] ?? ""),
});
