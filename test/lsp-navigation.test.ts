/** An agent's name in both files: where it is defined, where it is meant, and another name for it. The outline too. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, it } from "node:test";
import type { DocumentLink, DocumentSymbol, Location, Range, WorkspaceEdit } from "vscode-languageserver";
import { startClient, type TestClient } from "./lsp-client.ts";

const config = "file:///set/openclaw.json";
const approvals = "file:///set/exec-approvals.json";
const configText = `{
  agents: { list: [
    { id: "main", subagents: { allowAgents: ["cto", "*"] } },
    { id: "CTO", tools: { deny: ["exec"] } },
  ] },
  bindings: [{ agentId: "cto", match: { channel: "telegram" } }],
}`;
const approvalsText = `{ "version": 1, "agents": { "cto": { "allowlist": [] }, "*": {} } }`;

let client: TestClient;
beforeEach(async () => {
  client = await startClient({ [approvals]: { state: "read", text: approvalsText } });
  client.open(config, configText);
});
afterEach(() => client.stop());

/** Just inside the n-th time a text stands in the config. */
function inside(text: string): { textDocument: { uri: string }; position: { line: number; character: number } } {
  const before = configText.slice(0, configText.indexOf(text) + 1).split("\n");
  return { textDocument: { uri: config }, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}
const placesOf = (found: readonly Location[]): string[] =>
  found.map(({ uri, range }) => `${uri === config ? "config" : "approvals"} ${range.start.line}`);

it("leads from a mention to the agent's entry", async () => {
  const found = await client.connection.sendRequest<Location[]>("textDocument/definition", inside('"cto", "*"'));
  assert.deepEqual(placesOf(found), ["config 3"]);
});

it("finds every mention in both files, with or without the entry itself", async () => {
  const at = inside('"CTO"');
  const all = await client.connection.sendRequest<Location[]>("textDocument/references", { ...at, context: { includeDeclaration: true } });
  assert.deepEqual(placesOf(all), ["config 2", "config 3", "config 5", "approvals 0"]);
  const others = await client.connection.sendRequest<Location[]>("textDocument/references", {
    ...at,
    context: { includeDeclaration: false },
  });
  assert.deepEqual(placesOf(others), ["config 2", "config 5", "approvals 0"]);
});

it("renames an agent across both files, one of them not open", async () => {
  const at = inside('"cto", match');
  const offered = await client.connection.sendRequest<{ range: Range; placeholder: string } | null>("textDocument/prepareRename", at);
  assert.deepEqual(offered, {
    range: { start: { line: 5, character: 24 }, end: { line: 5, character: 29 } },
    placeholder: "cto",
  });
  const edit = await client.connection.sendRequest<WorkspaceEdit>("textDocument/rename", { ...at, newName: "chief" });
  const texts = (edit.documentChanges ?? []).map((change) =>
    "edits" in change
      ? [change.textDocument.uri, change.textDocument.version, change.edits.map((each) => "newText" in each && each.newText)]
      : [],
  );
  assert.deepEqual(texts, [
    [config, 1, ['"chief"', '"chief"', '"chief"']],
    [approvals, null, ['"chief"']],
  ]);
});

it("knows an agent's entry in an included file, wherever that is laid in, and renames it there", async () => {
  const included: readonly (readonly [agents: string, file: string])[] = [
    ['{ $include: "./agents.json5" }', '{ list: [{ id: "cto" }] }'],
    ['{ list: { $include: "./agents.json5" } }', '[{ id: "cto" }]'],
    ['{ list: [{ $include: "./agents.json5" }] }', '{ id: "cto" }'],
    ['{ entries: { $include: "./agents.json5" } }', "{ cto: {} }"],
  ];
  for (const [index, [agents, file]] of included.entries()) {
    const [start, entry] = ["openclaw.json", "agents.json5"].map((name) => `file:///included/${index}/${name}`) as [string, string];
    client.open(start, `{ bindings: [{ agentId: "cto" }], agents: ${agents} }`);
    client.open(entry, file, "json5");
    const at = { textDocument: { uri: start }, position: { line: 0, character: 27 } };
    const [found] = await client.connection.sendRequest<Location[]>("textDocument/definition", at);
    assert.deepEqual([found?.uri, found?.range.start.character], [entry, file.search(/"?cto/)], agents);
    const { documentChanges } = await client.connection.sendRequest<WorkspaceEdit>("textDocument/rename", { ...at, newName: "chief" });
    assert.deepEqual(
      documentChanges?.map((change) => "edits" in change && [change.textDocument.uri, change.edits.length]),
      [
        [start, 1],
        [entry, 1],
      ],
      agents,
    );
  }
});

it("takes the contract along, and leads from there to the agent's entry", async () => {
  const files = {
    "file:///kept/openclaw.json": '{ agents: { list: [{ id: "cto" }] }, bindings: [{ agentId: "CTO" }] }',
    "file:///kept/grantlint.json": '{ "agents": { "cto": { "needs": [] }, "*": { "needs": ["exec"] } } }',
  };
  const [start, contract] = Object.keys(files) as [string, string];
  const own = await startClient(Object.fromEntries(Object.entries(files).map(([uri, text]) => [uri, { state: "read" as const, text }])));
  // The contract alone is open.
  own.open(contract, files["file:///kept/grantlint.json"], "json");
  const at = { textDocument: { uri: contract }, position: { line: 0, character: 16 } };
  const [entry] = await own.connection.sendRequest<Location[]>("textDocument/definition", at);
  assert.deepEqual([entry?.uri, entry?.range.start.character], [start, 25]);
  const { documentChanges } = await own.connection.sendRequest<WorkspaceEdit>("textDocument/rename", { ...at, newName: "chief" });
  assert.deepEqual(
    documentChanges?.map(
      (change) => "edits" in change && [change.textDocument.uri, ...change.edits.map(({ range }) => range.start.character)],
    ),
    [
      [start, 25, 59],
      [contract, 14],
    ],
  );
  await own.stop();
});

it("counts no byte order mark in an included file, as editors do not", async () => {
  const [start, part] = ["file:///marked/openclaw.json", "file:///marked/part.json5"];
  const own = await startClient({ [part]: { state: "read", text: '\ufeff{ list: [{ id: "cto" }] }' } });
  own.open(start, '{ bindings: [{ agentId: "cto" }], agents: { $include: "./part.json5" } }');
  const at = { textDocument: { uri: start }, position: { line: 0, character: 27 } };
  const [entry] = await own.connection.sendRequest<Location[]>("textDocument/definition", at);
  assert.deepEqual([entry?.uri, entry?.range.start.character], [part, 15]);
  await own.stop();
});

it("refuses a name that is taken, or none", async () => {
  const at = inside('"cto", match');
  await assert.rejects(client.connection.sendRequest("textDocument/rename", { ...at, newName: "main" }), /already/);
  await assert.rejects(client.connection.sendRequest("textDocument/rename", { ...at, newName: "Über uns" }), /lower case/);
  assert.equal(await client.connection.sendRequest("textDocument/prepareRename", inside('"exec"')), null);
});

it("links to an included file of the folder, and to none outside of it", async () => {
  client.open(
    "file:///other/openclaw.json",
    "{ tools: { $include: './part.json5' }, agents: { $include: ['../elsewhere.json5', 'agents.json5'] } }",
  );
  const textDocument = { uri: "file:///other/openclaw.json" };
  const links = await client.connection.sendRequest<DocumentLink[]>("textDocument/documentLink", { textDocument });
  assert.deepEqual(
    links.map(({ target, range }) => `${target} ${range.start.character}`),
    ["file:///other/part.json5 21", "file:///other/agents.json5 82"],
  );
});

it("outlines the document, elements of lists by their names", async () => {
  const symbols = await client.connection.sendRequest<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument: { uri: config } });
  assert.deepEqual(
    symbols.map(({ name }) => name),
    ["agents", "bindings"],
  );
  assert.deepEqual(
    symbols[0]?.children?.[0]?.children?.map(({ name }) => name),
    ["main", "CTO"],
  );
});

it("outlines half-typed text", async () => {
  client.change(config, 2, '{ agents: { list: [{ id: "ma');
  const symbols = await client.connection.sendRequest<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument: { uri: config } });
  assert.deepEqual(
    symbols.map(({ name }) => name),
    ["agents"],
  );
});
