/** Folding, and selections that grow. */
import assert from "node:assert/strict";
import { afterEach, it } from "node:test";
import type { FoldingRange, SelectionRange } from "vscode-languageserver";
import { startClient, type TestClient } from "./lsp-client.ts";

const uri = "file:///set/openclaw.json";
const text = `{
  // one
  // two
  agents: { list: [
    { id: "main" },
  ] },
  tools: {
    deny: ["exec"],
  },
}`;

let client: TestClient;
afterEach(() => client.stop());

const textDocument = { uri };
const folds = async (): Promise<string[]> =>
  (await client.connection.sendRequest<FoldingRange[]>("textDocument/foldingRange", { textDocument })).map(
    ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind === undefined ? "" : ` ${kind}`}`,
  );
const selections = async (line: number, character: number): Promise<string[]> => {
  const [first] = await client.connection.sendRequest<SelectionRange[]>("textDocument/selectionRange", {
    textDocument,
    positions: [{ line, character }],
  });
  const lines = text.split("\n");
  const found: string[] = [];
  for (let each = first; each; each = each.parent) {
    const { start, end } = each.range;
    found.push(start.line === end.line ? (lines[start.line] ?? "").slice(start.character, end.character) : `${start.line}-${end.line}`);
  }
  return found;
};

it("folds blocks down to their closing line, and comments below each other", async () => {
  client = await startClient();
  client.open(uri, text);
  assert.deepEqual(await folds(), ["0-8", "3-4", "3-4", "6-7", "1-2 comment"]);
});

it("folds no lines of code for the comments behind them", async () => {
  client = await startClient();
  client.open(uri, "{\n  tools: {}, // one\n  agents: {}, // two\n  // three\n  // four\n}\n");
  assert.deepEqual(await folds(), ["0-4", "3-4 comment"]);
});

it("folds what is there of a half-typed text", async () => {
  client = await startClient();
  client.open(uri, "{\n  tools: {\n    deny: [\n      'exec',\n");
  assert.ok((await folds()).some((fold) => fold.startsWith("1-")));
});

it("lets a selection grow from the name to its quotes, the list, the property and the blocks around", async () => {
  client = await startClient();
  client.open(uri, text);
  assert.deepEqual(await selections(7, 13), ["exec", '"exec"', '"exec"', '["exec"]', 'deny: ["exec"]', "6-8", "6-8", "6-8", "0-9", "0-9"]);
});

it("answers for every place, also where there is nothing", async () => {
  client = await startClient();
  client.open("file:///set/other.json", "{}");
  const places = [0, 1].map((character) => ({ line: 0, character }));
  const found = await client.connection.sendRequest<SelectionRange[]>("textDocument/selectionRange", {
    textDocument: { uri: "file:///set/other.json" },
    positions: places,
  });
  assert.deepEqual(
    found,
    places.map((place) => ({ range: { start: place, end: place } })),
  );
});
