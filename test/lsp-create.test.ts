/** The fix that makes a new file, over the protocol: the file and its text in one edit, and nothing where the editor cannot make files. */
import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import type { CreateFile, TextDocumentEdit } from "vscode-languageserver/node";
import { startClient, type TestClient } from "./lsp-client.ts";

const config = "file:///set/openclaw.json";
const approvals = "file:///set/exec-approvals.json";
const text = '{ meta: { lastTouchedVersion: "2026.6.1" }, agents: { list: [{ id: "main" }, { id: "dev" }] } }';

describe("a fix that makes a new file", () => {
  let client: TestClient;
  afterEach(() => client.stop());

  /** The document changes of the fix; undefined when it is not offered. */
  async function changesOf(creation: boolean): Promise<unknown[] | undefined> {
    client = await startClient({}, { creation });
    client.open(config, text);
    const { diagnostics } = await client.published(config);
    const finding = diagnostics.find(({ code }) => code === "no-exec-approvals");
    assert.ok(finding);
    const actions = await client.codeActions(config, finding);
    return actions.find(({ title }) => title.startsWith("Create exec-approvals.json"))?.edit?.documentChanges;
  }

  it("makes it first, then fills it", async () => {
    const [file, content] = ((await changesOf(true)) ?? []) as [CreateFile, TextDocumentEdit];
    assert.deepEqual(file, { kind: "create", uri: approvals });
    assert.deepEqual(content.textDocument, { uri: approvals, version: null });
    const [edit] = content.edits;
    assert.ok(edit && "newText" in edit);
    assert.deepEqual(edit.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    assert.deepEqual(JSON.parse(edit.newText), {
      version: 1,
      defaults: { security: "allowlist", ask: "on-miss", askFallback: "deny" },
      agents: { main: { allowlist: [] }, dev: { allowlist: [] } },
    });
  });
  it("is not offered to an editor that makes no files", async () => assert.equal(await changesOf(false), undefined));
});
