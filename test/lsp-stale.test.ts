/** What is shown inside a text is asked for again once it is untrue, though the text is the same; and only then. */
import assert from "node:assert/strict";
import { afterEach, it } from "node:test";
import type { CodeLens } from "vscode-languageserver";
import { startClient, type TestClient } from "./lsp-client.ts";

const uri = "file:///set/openclaw.json";
const approvals = "file:///set/exec-approvals.json";
const text = '{ meta: { lastTouchedVersion: "2026.6.1" }, agents: { list: [{ id: "main" }] } }';

let client: TestClient;
afterEach(() => client.stop());

/** A client with the config open; `told` is what it was told to ask for again. */
async function openConfig(settings: Record<string, unknown> = {}, refreshes = true): Promise<string[]> {
  client = await startClient({}, { settings, refreshes });
  const told: string[] = [];
  for (const what of ["codeLens", "inlayHint"])
    client.connection.onRequest(`workspace/${what}/refresh`, () => {
      told.push(what);
      return null;
    });
  client.open(uri, text);
  await client.published(uri);
  return told;
}

const lenses = (): Promise<CodeLens[]> => client.connection.sendRequest("textDocument/codeLens", { textDocument: { uri } });

it("when another file of the set changes what an agent may do", async () => {
  const told = await openConfig();
  const [before] = await lenses();
  client.open(approvals, '{ "version": 1, "defaults": { "security": "deny" } }', "json");
  const [after] = await lenses();
  assert.notEqual(after?.command?.title, before?.command?.title);
  assert.deepEqual(told.sort(), ["codeLens", "inlayHint"]);
});

it("when the settings change", async () => {
  const settings: Record<string, unknown> = {};
  const told = await openConfig(settings);
  assert.equal((await lenses()).length, 1);
  settings["codeLens"] = { enabled: false };
  client.settingsChanged();
  await client.published(uri);
  assert.deepEqual(await lenses(), []);
  assert.deepEqual(told.sort(), ["codeLens", "inlayHint"]);
});

it("when the config that includes a text is opened, includes it no more, or is closed", async () => {
  const part = "file:///set/part.json5";
  const withPart = '{ agents: { $include: "./part.json5" } }';
  client = await startClient({}, { refreshes: true });
  let told = 0;
  client.connection.onRequest("workspace/codeLens/refresh", () => {
    told += 1;
    return null;
  });
  const shownInPart = async (): Promise<number> => {
    const found = await client.connection.sendRequest<CodeLens[]>("textDocument/codeLens", { textDocument: { uri: part } });
    return found.length;
  };
  client.open(part, '{ list: [{ id: "main" }] }', "json5");
  assert.deepEqual([await shownInPart(), told], [0, 0]);
  client.open(uri, withPart);
  assert.deepEqual([await shownInPart(), told], [1, 1]);
  client.change(uri, 2, "{}");
  assert.deepEqual([await shownInPart(), told], [0, 2]);
  client.change(uri, 3, withPart);
  assert.deepEqual([await shownInPart(), told], [1, 3]);
  client.close(uri);
  assert.deepEqual([await shownInPart(), told], [0, 4]);
});

it("not when the text itself changes, for then the editor asks by itself", async () => {
  const told = await openConfig();
  client.change(uri, 2, text.replace("main", "other"));
  await lenses();
  assert.deepEqual(told, []);
});

it("not of a client that does not know how", async () => {
  const told = await openConfig({}, false);
  client.settingsChanged();
  await client.published(uri);
  await lenses();
  assert.deepEqual(told, []);
});
