/** What comes too late, what is half typed and what is not saved: every answer is for the newest text of every file. */
import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import {
  LSPErrorCodes,
  type CodeLens,
  type CompletionItem,
  type Location,
  type PublishDiagnosticsParams,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { FileText } from "../server/src/core/index.ts";
import { grantsRequest, planRequest, type GrantsResult, type PlanResult } from "../server/src/lsp/protocol.ts";
import { startClient, type TestClient } from "./lsp-client.ts";

const config = "file:///set/openclaw.json";
const approvals = "file:///set/exec-approvals.json";
const open = '{ meta: { lastTouchedVersion: "2026.6.1" }, tools: { exec: { security: "full", ask: "off" } } }';
const denied = open.replace('"full"', '"deny"');

let client: TestClient;
afterEach(() => client.stop());

const request = <Result>(method: string, params: object = {}): Promise<Result> =>
  client.connection.sendRequest<Result>(`textDocument/${method}`, { textDocument: { uri: config }, ...params });
const labels = async (line: number, character: number): Promise<string[]> =>
  (await request<CompletionItem[]>("completion", { position: { line, character } })).map(({ label }) => label);

/** Types a letter before a key, asks there, and types on while the server waits for a neighbour. */
async function askAndType<Result>(method: string): Promise<{ readonly column: number; readonly answer: Promise<Result> }> {
  let give: (text: FileText) => void = () => undefined;
  const slow = new Promise<FileText>((resolve) => (give = resolve));
  client = await startClient({ [approvals]: slow });
  const before = "{ tools: { exec: { ";
  client.open(config, `${before}security: "full" } } }`);
  client.change(config, 2, `${before}s security: "full" } } }`);
  const answer = request<Result>(method, { position: { line: 0, character: before.length + 1 } });
  client.change(config, 3, `${before}saf security: "full" } } }`);
  give({ state: "absent" });
  return { column: before.length, answer };
}

describe("an answer that comes too late", () => {
  it("is dropped: findings of a text that has moved on are never published", async () => {
    let give: (text: FileText) => void = () => undefined;
    const slow = new Promise<FileText>((resolve) => (give = resolve));
    client = await startClient({ [approvals]: slow });
    const published: PublishDiagnosticsParams[] = [];
    client.open(config, open);
    const next = client.published(config);
    // The server is waiting for the neighbour of the first text by now.
    client.change(config, 2, denied);
    give({ state: "absent" });
    published.push(await next);
    assert.equal(published[0]?.version, 2);
    assert.ok(!published[0]?.diagnostics.some(({ code }) => code === "ungated-host-exec"));
  });

  it("is dropped when the file has been closed meanwhile", async () => {
    let give: (text: FileText) => void = () => undefined;
    const slow = new Promise<FileText>((resolve) => (give = resolve));
    const other = "file:///other/openclaw.json";
    client = await startClient({ [approvals]: slow });
    client.open(config, open);
    client.close(config);
    give({ state: "absent" });
    // Whatever was to be said of the closed file would have been said before this.
    client.open(other, open);
    await client.published(other);
    assert.equal(await client.hover(config, 0, open.indexOf('"full"') + 1), null);
    const { sets } = await client.connection.sendRequest<GrantsResult>(grantsRequest);
    assert.deepEqual(
      sets.map(({ root }) => root),
      ["file:///other"],
    );
  });

  it("is refused when the text moves on: places in it would not fit any more", async () => {
    const { answer } = await askAndType("hover");
    await assert.rejects(answer, { code: LSPErrorCodes.ContentModified });
  });

  it("offers words for the text that was asked about, as the editor fits them to what was typed since", async () => {
    const { column, answer } = await askAndType<CompletionItem[]>("completion");
    const item = (await answer).find(({ label }) => label === "safeBins");
    assert.deepEqual(item?.textEdit && "range" in item.textEdit ? item.textEdit.range : item, {
      start: { line: 0, character: column },
      end: { line: 0, character: column + 1 },
    });
  });

  it("is not given: a question right after a change is answered for the changed text", async () => {
    client = await startClient();
    client.open(config, open);
    await client.published(config);
    client.change(config, 2, open.replace("tools:", 'agents: { list: [{ id: "new" }] }, tools:'));
    const [lenses, hover, { sets }] = await Promise.all([
      request<CodeLens[]>("codeLens"),
      client.hover(config, 0, open.indexOf("tools") + 25),
      client.connection.sendRequest<GrantsResult>(grantsRequest),
    ]);
    assert.equal(lenses.length, 1);
    assert.match(JSON.stringify(hover), /new/);
    assert.deepEqual(
      sets[0]?.agents.map(({ id }) => id),
      ["new"],
    );
  });
});

describe("half-typed text", () => {
  const half = '{ meta: { lastTouchedVersion: "2026.6.1" },\n agents: { list: [{ id: "main" }] },\n tools: { deny: ["exec", "gro';

  it("gets completion, hover, outline and lenses", async () => {
    client = await startClient();
    client.open(config, half);
    const last = half.split("\n").at(-1) ?? "";
    assert.ok((await labels(2, last.length)).includes("group:fs"));
    assert.match(JSON.stringify(await client.hover(config, 2, last.indexOf("exec") + 1)), /exec/);
    assert.equal((await request<CodeLens[]>("codeLens")).length, 1);
    assert.equal((await request<unknown[]>("documentSymbol")).length, 3);
  });

  it("gets completion wherever somebody stops typing, and never an error", async () => {
    client = await startClient();
    client.open(config, half);
    for (let end = 1; end < half.length; end += 1) {
      client.change(config, end + 1, half.slice(0, end));
      const lines = half.slice(0, end).split("\n");
      const found = await labels(lines.length - 1, lines.at(-1)?.length ?? 0);
      assert.ok(Array.isArray(found));
    }
  });

  it("gets keys, words, tools, agents and blocks where each belongs", async () => {
    client = await startClient({}, { snippets: true });
    const cases: readonly (readonly [text: string, wanted: string])[] = [
      ["{ to", "tools"],
      ['{ tools: { exec: { security: "', "allowlist"],
      ['{ tools: { deny: ["', "group:runtime"],
      ['{ agents: { list: [{ id: "main" }, { id: "cto" }] }, bindings: [{ agentId: "', "cto"],
    ];
    client.open(config, "{}");
    for (const [index, [text, wanted]] of cases.entries()) {
      client.change(config, index + 2, text);
      const found = await labels(0, text.length);
      assert.ok(found.includes(wanted), `${text}: ${found.slice(0, 12).join(", ")}`);
    }
  });
});

describe("a neighbour that is not saved", () => {
  const onDisk = '{ "version": 1, "agents": { "cto": {} } }';
  const typed = '{ "version": 1,\n "agents": {\n  "cto": { "allowlist": [] } } }';
  const agents = '{ meta: { lastTouchedVersion: "2026.6.1" }, agents: { list: [{ id: "main" }, { id: "cto" }] } }';
  const at = { position: { line: 0, character: agents.indexOf('"cto"') + 1 } };

  it("is found, renamed and judged as it stands in the editor", async () => {
    client = await startClient({ [approvals]: { state: "read", text: onDisk } });
    client.open(config, agents);
    client.open(approvals, onDisk, "json");
    client.change(approvals, 2, typed);
    const places = await request<Location[]>("references", { ...at, context: { includeDeclaration: false } });
    assert.deepEqual(
      places.map(({ uri, range }) => [uri, range.start.line]),
      [[approvals, 2]],
    );
    const edit = await request<WorkspaceEdit>("rename", { ...at, newName: "chief" });
    const changed = (edit.documentChanges ?? []).flatMap((change) =>
      "edits" in change ? [[change.textDocument.uri, change.textDocument.version]] : [],
    );
    assert.deepEqual(changed, [
      [config, 1],
      [approvals, 2],
    ]);
  });

  it("counts as on disk again once it is closed without saving", async () => {
    client = await startClient({ [approvals]: { state: "read", text: onDisk } });
    client.open(config, agents);
    client.open(approvals, typed, "json");
    await client.published(approvals);
    client.close(approvals);
    const places = await request<Location[]>("references", { ...at, context: { includeDeclaration: false } });
    assert.deepEqual(
      places.map(({ uri, range }) => [uri, range.start.line]),
      [[approvals, 0]],
    );
  });
});

describe("an open file that nobody reads", () => {
  it("keeps no answer waiting: of a set that includes too many files some stay unread", async () => {
    const parts = Array.from({ length: 200 }, (_, index) => `./part-${index}.json5`);
    client = await startClient(
      Object.fromEntries(parts.map((part) => [new URL(part, config).href, { state: "read", text: "{}" } satisfies FileText])),
    );
    client.open(new URL(parts.at(-1) ?? "", config).href, "{}", "json5");
    const including = open.replace("{ meta", `{ $include: ${JSON.stringify(parts)}, meta`);
    client.open(config, including);
    assert.equal((await client.published(config)).version, 1);
    assert.match(JSON.stringify(await client.hover(config, 0, including.indexOf('"full"') + 1)), /full/);
  });
});

describe("the plan", () => {
  it("is for the newest text of the set that a file belongs to, and for none where there is none", async () => {
    client = await startClient();
    client.open(config, denied);
    client.change(config, 2, open);
    const { text } = await client.connection.sendRequest<PlanResult>(planRequest, { uri: config });
    assert.match(text ?? "", /^# Least-privilege plan/);
    assert.match(text ?? "", /ungated-host-exec/);
    assert.deepEqual(await client.connection.sendRequest<PlanResult>(planRequest, { uri: "file:///nowhere/openclaw.json" }), {
      text: null,
    });
  });
});
