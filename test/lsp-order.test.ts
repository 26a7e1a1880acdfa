/** Changes that do not come in the order they were made in, as Helix 25.01 sends them when keys come quickly. */
import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { TextDocumentSyncKind, type DocumentSymbol } from "vscode-languageserver";
import { startClient } from "./lsp-client.ts";

const config = "file:///set/openclaw.json";
const textOf = (version: number): string => `{ agents: { list: [{ id: "agent-${version}" }] } }`;

it("takes changes alone from editors that keep the order, and whole texts from Helix", async () => {
  for (const [editor, kind] of [
    ["Visual Studio Code", TextDocumentSyncKind.Incremental],
    ["Neovim", TextDocumentSyncKind.Incremental],
    ["helix", TextDocumentSyncKind.Full],
  ] as const) {
    const client = await startClient({}, { editor });
    assert.deepEqual(client.capabilities.textDocumentSync, { openClose: true, change: kind }, editor);
    await client.stop();
  }
});

it("keeps to the newest of whole texts, whenever it comes", async () => {
  const versions = [2, 3, 4, 5];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(versions, { minLength: versions.length }), async (order) => {
      const client = await startClient({}, { editor: "helix" });
      client.open(config, textOf(1));
      for (const version of order) client.change(config, version, textOf(version));
      const found = await client.connection.sendRequest<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument: { uri: config } });
      assert.equal(JSON.stringify(found).match(/agent-\d/)?.[0], "agent-5");
      await client.stop();
    }),
    { numRuns: 24 },
  );
});
