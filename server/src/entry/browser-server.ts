/** The language server in a browser worker: files come from the client, schemas are inside the bundle. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from "vscode-languageserver/browser";
import schemas from "schemas:all";
import { startServer } from "../lsp/server.ts";

const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

startServer(createConnection(ProposedFeatures.all, new BrowserMessageReader(port), new BrowserMessageWriter(port)), {
  readFile: () => undefined,
  schemas: { load: (release, part) => schemas[release]?.[part] },
  schedule: (task) => void setTimeout(task, 0),
});
