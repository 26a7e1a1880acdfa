/** Many fixes at once over the protocol: on save, and for all findings of a rule; and edits that are shown before they are made. */
import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { CodeActionKind, type CodeAction, type TextDocumentEdit, type TextEdit, type WorkspaceEdit } from "vscode-languageserver/node";
import { applyTextEdits, lineIndex, offsetAt } from "../server/src/core/index.ts";
import { startClient, type TestClient, type TestClientOptions } from "./lsp-client.ts";

const config = "file:///set/openclaw.json";
const approvals = "file:///set/exec-approvals.json";

/** One safe fix, two that need a look, and comments in between. */
const text = `{
  // set up by hand
  meta: { lastTouchedVersion: "2026.6.1" },
  tools: { profile: "messaging" },
  logging: { redactSensitive: "off" }, // for debugging
  channels: {
    telegram: { dmPolicy: "open", allowFrom: ["*"] }, // the bot
    discord: { dmPolicy: "open", allowFrom: ["*"] },
  },
  gateway: { auth: { token: "4fd0e1a97c2b4a6d8e3f5b1c" } },
}
`;

describe("fixing much at once", () => {
  let client: TestClient;
  afterEach(() => client.stop());

  async function open(options: TestClientOptions = {}, opened = text): Promise<void> {
    client = await startClient({}, options);
    client.open(config, opened);
    await client.published(config);
  }
  const everything = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  const actions = (only?: string[]): Promise<CodeAction[]> =>
    client.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri: config },
      range: everything,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });

  for (const asked of [CodeActionKind.SourceFixAll, "source.fixAll.grantlint", CodeActionKind.Source]) {
    it(`makes what is safe, and nothing else, for ${asked}`, async () => {
      await open();
      const [action, ...others] = await actions([asked]);
      assert.ok(action?.edit);
      assert.deepEqual(others, []);
      assert.equal(action.kind, "source.fixAll.grantlint");
      assert.equal(after(action.edit), text.replace('"off"', '"tools"'));
      assert.equal(versionsIn(action.edit)[config], 1);
    });
  }

  it("is not asked of this server for another server's kind, nor offered where nobody asked", async () => {
    await open();
    assert.deepEqual(await actions(["source.fixAll.eslint"]), []);
    assert.deepEqual(await actions(["source.organizeImports"]), []);
    assert.deepEqual(
      (await actions()).filter(({ kind }) => kind !== CodeActionKind.QuickFix),
      [],
    );
  });

  it("offers nothing on save where all that is left needs a look", async () => {
    await open();
    client.change(config, 2, text.replace('"off"', '"tools"'));
    await client.published(config, 2);
    assert.deepEqual(await actions([CodeActionKind.SourceFixAll]), []);
  });

  const ofRule = async (): Promise<CodeAction | undefined> => (await actions()).find(({ title }) => title.startsWith("Fix all"));
  it("fixes all findings of a rule, those that need a look too, and no other rule's", async () => {
    await open();
    const action = await ofRule();
    assert.equal(action?.title, 'Fix all 2 "open-direct-messages" findings');
    assert.ok(action.edit);
    const fixed = after(action.edit);
    assert.equal(fixed.match(/"open"/g), null);
    assert.match(fixed, /redactSensitive: "off" }, \/\/ for debugging/);
    assert.match(fixed, /\/\/ the bot/);
  });

  it("works the edit out once it is chosen, where the editor asks then", async () => {
    await open({ lazyActions: true });
    const action = await ofRule();
    assert.ok(action);
    assert.equal(action.edit, undefined);
    const resolved: CodeAction = await client.connection.sendRequest("codeAction/resolve", action);
    assert.ok(resolved.edit);
    assert.equal(after(resolved.edit).match(/"open"/g), null);
  });

  it("offers of very many findings the first of each rule one by one, and all of a rule at once", async () => {
    const shells = Array.from({ length: 25 }, (_, number) => `{ id: "a${number}", tools: { exec: { security: "full", ask: "off" } } },`);
    await open(
      { lazyActions: true },
      `{ meta: { lastTouchedVersion: "2026.6.1" }, tools: { exec: { host: "gateway" } }, agents: { list: [\n${shells.join("\n")}\n] } }`,
    );
    const offered = await actions();
    const about = offered.filter(({ diagnostics }) => diagnostics?.some(({ code }) => code === "ungated-host-exec"));
    assert.equal(about.filter(({ title }) => title.startsWith("Ask a person")).length, 5);
    assert.ok(offered.some(({ title }) => /^Fix all \d+ "ungated-host-exec" findings$/.test(title)));
    assert.ok(offered.some(({ title }) => title.startsWith('Ignore "no-exec-approvals"')));
  });

  it("refuses to work it out once the text is another", async () => {
    await open({ lazyActions: true });
    const action = await ofRule();
    client.change(config, 2, `// new\n${text}`);
    await client.published(config, 2);
    await assert.rejects(client.connection.sendRequest("codeAction/resolve", action ?? {}), /has changed/);
  });

  it("shows a secret's removal and a new file before they are made", async () => {
    await open({ annotations: true, creation: true }, text.replace("messaging", "coding"));
    const offered = await actions();
    const asking = offered.flatMap(({ edit }) => Object.values(edit?.changeAnnotations ?? {}));
    assert.deepEqual([...new Set(asking.map(({ label }) => label))].sort(), ["A new file", "A secret is taken out"]);
    assert.ok(asking.every(({ needsConfirmation }) => needsConfirmation));
    const creating = offered.find(({ title }) => title.startsWith("Create"));
    const [file, content] = creating?.edit?.documentChanges ?? [];
    assert.ok(file && "kind" in file && file.kind === "create" && file.uri === approvals && file.annotationId === "A new file");
    assert.ok(content && "edits" in content && content.edits.every((edit) => "annotationId" in edit && edit.annotationId === "A new file"));
  });

  it("makes the same edits without asking where the editor cannot ask", async () => {
    await open({ creation: true }, text.replace("messaging", "coding"));
    const edits = (await actions()).flatMap(({ edit }) => edit ?? []);
    assert.ok(edits.length > 0);
    assert.doesNotMatch(JSON.stringify(edits), /nnotation/);
  });
});

/** The config once an edit of it is made. */
function after({ documentChanges = [] }: WorkspaceEdit): string {
  const index = lineIndex(text);
  const edits = documentChanges.filter((change): change is TextDocumentEdit => "edits" in change && change.textDocument.uri === config);
  return applyTextEdits(
    text,
    edits.flatMap((change) =>
      (change.edits as TextEdit[]).map(({ range, newText }) => ({
        start: offsetAt(index, range.start),
        end: offsetAt(index, range.end),
        newText,
      })),
    ),
  );
}

function versionsIn({ documentChanges = [] }: WorkspaceEdit): Record<string, number | null> {
  return Object.fromEntries(
    documentChanges.flatMap((change) => ("edits" in change ? [[change.textDocument.uri, change.textDocument.version]] : [])),
  );
}
