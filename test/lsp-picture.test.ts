/** What the editor shows without any squiggle: over each agent what it may do, what silence means, and the sum in the status bar. */
import assert from "node:assert/strict";
import { afterEach, it } from "node:test";
import type { CodeLens, InlayHint } from "vscode-languageserver";
import {
  goneNotification,
  grantsRequest,
  matrixRequest,
  overviewNotification,
  showReasonsCommand,
  type GoneParams,
  type GrantsResult,
  type MatrixResult,
  type OverviewParams,
} from "../server/src/lsp/protocol.ts";
import { startClient, type TestClient } from "./lsp-client.ts";

const uri = "file:///set/openclaw.json";
const text = `{
  meta: { lastTouchedVersion: "2026.6.1" },
  agents: { list: [
    { id: "main", default: true },
    { id: "podcast", tools: { allow: ["read"] }, sandbox: { mode: "all" } },
  ] },
  tools: { exec: { security: "full" } },
  channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } },
}`;

let client: TestClient;
afterEach(() => client.stop());

const textDocument = { uri };
const lenses = (): Promise<CodeLens[]> => client.connection.sendRequest("textDocument/codeLens", { textDocument });
const hints = (lastLine = 99): Promise<InlayHint[]> =>
  client.connection.sendRequest("textDocument/inlayHint", {
    textDocument,
    range: { start: { line: 0, character: 0 }, end: { line: lastLine, character: 0 } },
  });

it("says over each agent what it may do, and leads to the reasons", async () => {
  client = await startClient({}, { about: { commands: [showReasonsCommand] } });
  client.open(uri, text);
  const found = await lenses();
  assert.deepEqual(
    found.map(({ range, command }) => [range.start.line, command?.command, command?.arguments?.[0]]),
    [
      [3, showReasonsCommand, uri],
      [4, showReasonsCommand, uri],
    ],
  );
  const [main = "", podcast = ""] = found.map(({ command }) => command?.title);
  assert.match(main, /^host shell, never asks · host files · web, .* · anyone on telegram$/);
  assert.match(podcast, /^sandbox files \(read\)$/);
});

it("names no command a client has not", async () => {
  client = await startClient();
  client.open(uri, text);
  assert.ok((await lenses()).every(({ command }) => command?.command === ""));
});

it("says what silence means, once for each block, and only in the range asked for", async () => {
  client = await startClient();
  client.open(uri, text);
  const labels = (await hints()).map(({ position, label }) => `${position.line}:${position.character} ${String(label)}`);
  // Behind what is written in a block of one line; at the top, behind the brace.
  assert.deepEqual(labels, ["6:35 not set: ask off, host auto", "5:3 defaults.sandbox not set: mode off"]);
  assert.deepEqual(await hints(1), []);
});

it("says in one breath what is missing in a block, behind its brace, and tells the layers on request", async () => {
  client = await startClient();
  client.open(uri, '{\n  agents: {\n    defaults: { },\n  },\n  tools: {\n    deny: ["web_fetch"],\n  },\n}');
  const found = await hints();
  assert.deepEqual(
    found.map(({ position, label }) => `${position.line}:${position.character} ${String(label)}`),
    ["4:10 exec not set: security full, ask off, host auto", "2:15 sandbox not set: mode off"],
  );
  assert.match(JSON.stringify(found[0]?.tooltip), /`tools\.exec\.ask` is not written: ask is \\"off\\" \(default of /);
});

it("is silent where the settings say so", async () => {
  client = await startClient({}, { settings: { codeLens: { enabled: false }, inlayHints: { enabled: false } } });
  client.open(uri, text);
  assert.deepEqual([await lenses(), await hints()], [[], []]);
});

it("keeps what is half typed apart from what is silent", async () => {
  client = await startClient();
  client.open(uri, '{ agents: { list: [{ id: "main" }] }, tools: { exec: { ask: "o');
  // Hooks may still be typed.
  assert.match((await lenses())[0]?.command?.title ?? "", / · listed on hooks \?$/);
  assert.ok((await hints()).every(({ label }) => !String(label).includes("ask")));
});

it("puts a sandbox in doubt that nobody can tell is there", async () => {
  client = await startClient();
  const shown = async (mode: string): Promise<unknown[]> => {
    client.open(uri, `{ agents: { defaults: { sandbox: { mode: "${mode}" } }, list: [{ id: "main" }] }, tools: { exec: {} } }`);
    const found = [(await lenses())[0]?.command?.title.split(" · ").slice(0, 2).join(" · "), ...(await hints()).map(({ label }) => label)];
    client.close(uri);
    return found;
  };
  assert.deepEqual(await shown("all"), ["sandbox shell · sandbox files", "not set: in the sandbox"]);
  assert.deepEqual(await shown("off"), ["host shell, never asks · host files", "not set: security full, ask off, host auto"]);
  assert.deepEqual(await shown("${SANDBOX}"), ["sandbox shell ? · sandbox files ?"]);
});

it("tells who wants to know how many agents have a shell", async () => {
  client = await startClient({}, { about: { overview: true } });
  const told = new Promise<OverviewParams>((resolve) => void client.connection.onNotification(overviewNotification, resolve));
  client.open(uri, text);
  assert.deepEqual(await told, { files: [uri], release: "2026.6.1", agents: 2, shells: 1 });
});

it("tells who wants to know which files belong to a set no more, and has nothing to show of them then", async () => {
  const part = "file:///set/part.json5";
  client = await startClient({ [part]: { state: "read", text: "{}" } }, { about: { overview: true } });
  const told: (readonly string[])[] = [];
  client.connection.onNotification(goneNotification, ({ files }: GoneParams) => void told.push(files));
  const agentsShown = async (): Promise<(string | undefined)[]> => {
    const { sets } = await client.connection.sendRequest<GrantsResult>(grantsRequest);
    const { shown } = await client.connection.sendRequest<MatrixResult>(matrixRequest, { view: { kind: "now" } });
    return [sets[0]?.agents[0]?.id, shown?.agents[0]?.id];
  };
  const withPart = `{ $include: "./part.json5", agents: { list: [{ id: "main" }] } }`;
  const cases: readonly (readonly [then: string | undefined, gone: readonly string[], shown: string | undefined])[] = [
    [text, [part], "main"],
    ["", [part], "main"],
    ['{ "mcpServers": {} }', [uri, part], undefined],
    [undefined, [uri, part], undefined],
  ];
  for (const [index, [then, gone, shown]] of cases.entries()) {
    client.open(uri, withPart);
    assert.deepEqual(await agentsShown(), ["main", "main"]);
    if (then === undefined) client.close(uri);
    else client.change(uri, 2, then);
    assert.deepEqual(await agentsShown(), [shown, shown]);
    assert.deepEqual(told.splice(0), [gone], String(index));
    if (then !== undefined) client.close(uri);
    await agentsShown();
    told.splice(0);
  }
});

it("tells nobody who did not ask, and nothing of files beside a config", async () => {
  const companion = "file:///set/.mcp.json";
  for (const overview of [false, true]) {
    client = await startClient({}, { about: { overview } });
    const told: string[] = [];
    for (const message of [goneNotification, overviewNotification])
      client.connection.onNotification(message, () => void told.push(message));
    const opened = overview ? companion : uri;
    client.open(opened, overview ? '{ "mcpServers": { "own": { "command": "own" } } }' : text, "json");
    await client.published(opened);
    client.close(opened);
    await client.connection.sendRequest(grantsRequest);
    assert.deepEqual(told, []);
    if (!overview) await client.stop();
  }
});

it("hands over every grant with the places that decide it", async () => {
  client = await startClient();
  client.open(uri, text);
  const { sets } = await client.connection.sendRequest<GrantsResult>(grantsRequest);
  const [main, podcast] = sets[0]?.agents ?? [];
  assert.deepEqual([sets.length, main?.at.range.start.line, podcast?.grants.map(({ capability }) => capability)], [1, 3, ["fs.read"]]);
  const shell = main?.grants.find(({ capability }) => capability === "exec");
  assert.match(shell?.words ?? "", /^nothing in the way, on the host$/);
  assert.ok(shell?.because.some(({ says, at }) => says === 'security is "full"' && at.range.start.line === 6));
});
