/**
 * A server is killed in the middle of work, and another one takes its place: told of the same open documents, it knows all that the first one knew.
 * Nothing a person has set or typed is kept in the server alone.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import type { RegistrationParams, UnregistrationParams } from "vscode-languageserver/node";
import { grantsRequest, matrixRequest, overviewNotification, type OverviewParams } from "../server/src/lsp/protocol.ts";
import { startServerProcess, type ServerProcess } from "./server-process.ts";

const folder = mkdtempSync(join(tmpdir(), "grantlint-restart-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const addressOf = (name: string): string => pathToFileURL(join(folder, name)).href;

/** On disk nobody may do anything; what was typed and not saved says otherwise. */
const onDisk = {
  "openclaw.json": '{ tools: { deny: ["*"] } }',
  "exec-approvals.json": '{ "version": 1, "defaults": { "security": "deny" } }',
  "part.json5": '{ list: [{ id: "main" }, { id: "cto" }] }',
};
for (const [name, text] of Object.entries(onDisk)) writeFileSync(join(folder, name), text);

const unsaved: ReadonlyMap<string, string> = new Map([
  [
    "openclaw.json",
    '{ agents: { $include: "./part.json5" },\n tools: { exec: { host: "gateway", security: "full", ask: "off" } },\n typo: 1 }',
  ],
  ["exec-approvals.json", '{ "version": 1,\n "agents": { "cto": { "allowlist": [{ "pattern": "*" }] } } }'],
  ["grantlint.json", '{ "agents": { "cto": { "needs": ["fs.read"] }, "stranger": { "needs": [] } } }'],
]);

/** Everything a person set goes by the editor: it is asked for anew. */
const settings = { openclawVersion: "2026.2.17", strict: true, rules: { "no-exec-approvals": "off", "ungated-host-exec": "info" } };
const capabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
};

interface Editor {
  readonly server: ServerProcess;
  /** What the server has asked the editor to do, and not taken back. */
  readonly registrations: ReadonlyMap<string, unknown>;
  readonly overviews: OverviewParams[];
}

async function startEditor(test: Pick<TestContext, "after">): Promise<Editor> {
  const server = await startServerProcess(test, { capabilities, settings, about: { overview: true } });
  const registered = new Map<string, unknown>();
  const overviews: OverviewParams[] = [];
  server.connection.onRequest("client/registerCapability", (params: RegistrationParams) => {
    for (const { id, method, registerOptions } of params.registrations) registered.set(id, { method, registerOptions });
    return null;
  });
  server.connection.onRequest("client/unregisterCapability", ({ unregisterations }: UnregistrationParams) => {
    for (const { id } of unregisterations) registered.delete(id);
    return null;
  });
  server.connection.onNotification(overviewNotification, (overview: OverviewParams) => void overviews.push(overview));
  return { server, registrations: registered, overviews };
}

/** As a client does after a crash: every document as it stands, with the version it has. */
function openAll({ server }: Editor, version: number): void {
  for (const [name, text] of unsaved) server.open(addressOf(name), text, version);
}

/** All that an editor shows, once the server has nothing left to do. */
async function allShown({ server, registrations, overviews }: Editor, version: number): Promise<unknown> {
  const { connection } = server;
  const textDocument = { uri: addressOf("openclaw.json") };
  const findings = new Map<string, unknown>();
  for (const name of unsaved.keys()) findings.set(name, (await server.published(addressOf(name), version)).diagnostics);
  const shown = {
    findings,
    grants: await connection.sendRequest(grantsRequest),
    matrix: await connection.sendRequest(matrixRequest, { view: { kind: "now" } }),
    lenses: await connection.sendRequest("textDocument/codeLens", { textDocument }),
    hover: await connection.sendRequest("textDocument/hover", { textDocument, position: { line: 1, character: 4 } }),
    overview: overviews.at(-1),
  };
  return { ...shown, registrations: [...registrations.values()].map((each) => JSON.stringify(each)).sort() };
}

function type({ server }: Editor, version: number, name: string, text: string): void {
  const textDocument = { uri: addressOf(name), version };
  void server.connection.sendNotification("textDocument/didChange", { textDocument, contentChanges: [{ text }] }).catch(() => undefined);
}

describe("after a crash", { timeout: 120_000 }, () => {
  const moments: readonly { readonly when: string; readonly version: number; readonly work: (editor: Editor) => unknown }[] = [
    { when: "while it starts", version: 1, work: () => undefined },
    { when: "before it has answered", version: 1, work: (editor) => openAll(editor, 1) },
    {
      when: "after it has answered",
      version: 1,
      work: async (editor) => {
        openAll(editor, 1);
        await editor.server.published(addressOf("openclaw.json"));
      },
    },
    {
      when: "while somebody types and asks",
      version: 41,
      work: (editor) => {
        openAll(editor, 1);
        for (let version = 2; version <= 41; version++) {
          for (const [name, text] of unsaved) type(editor, version, name, version < 41 ? text.slice(0, version) : text);
          void editor.server.connection.sendRequest(grantsRequest).catch(() => undefined);
        }
      },
    },
  ];

  for (const { when, version, work } of moments) {
    it(`${when}, the next server knows as much`, async (test) => {
      const crashed = await startEditor(test);
      await work(crashed);
      crashed.server.kill();
      await crashed.server.ended();
      const [next, untouched] = [await startEditor(test), await startEditor(test)];
      for (const editor of [next, untouched]) openAll(editor, editor === next ? version : 1);
      const shown = await allShown(next, version);
      assert.deepEqual(shown, await allShown(untouched, 1));
      // Not two servers that both know nothing.
      const text = JSON.stringify(shown, (_, value: unknown) => (value instanceof Map ? [...value] : value));
      for (const known of ["ungated-host-exec", "waking-allowlist-pattern", "typo", "stranger", "2026.2.17", "part.json5", "cto"])
        assert.ok(text.includes(known), known);
      assert.ok(!text.includes("no-exec-approvals"));
      for (const { server } of [next, untouched]) assert.equal(await server.stop(), 0);
    });
  }
});
