/** The language server as an editor sees it: one test per feature, over a real protocol connection in memory. */
import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { DiagnosticSeverity, type Diagnostic, type TextDocumentEdit } from "vscode-languageserver/node";
import type { FileText } from "../server/src/core/index.ts";
import { startClient, type TestClient } from "./lsp-client.ts";

const config = "file:///home/openclaw.json";
const approvals = "file:///home/exec-approvals.json";
const ungated = `{
  // stamped on purpose
  meta: { lastTouchedVersion: "2026.6.1" },
  tools: { exec: { security: "full", ask: "off" } },
}
`;

describe("the language server", () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const ruleOf = (diagnostics: readonly Diagnostic[], rule: string): Diagnostic => {
    const found = diagnostics.find(({ code }) => code === rule);
    assert.ok(found, `no ${rule} among ${diagnostics.map(({ code }) => code).join(", ")}`);
    return found;
  };

  it("publishes findings with version, rule page and techniques when a config is opened", async () => {
    client = await startClient();
    client.open(config, ungated);
    const { diagnostics, version } = await client.published(config);
    const finding = ruleOf(diagnostics, "ungated-host-exec");
    assert.equal(version, 1);
    assert.match(finding.codeDescription?.href ?? "", /docs\/rules\/ungated-host-exec\.md$/);
    assert.match(String(finding.message), /enables AML\.T0053/);
    assert.equal(finding.source, "grantlint");
  });

  it("shows the worst of very many findings, and says how many there are", async () => {
    client = await startClient();
    const keys = Array.from({ length: 1200 }, (_, index) => `k${index}: { apiKey: "sk-live-${index}-4fd0e1a97c2b4a6d8e3f5b1c" }`);
    client.open(config, `{ meta: { lastTouchedVersion: "2026.6.1" }, gateway: { bind: 7 }, skills: { entries: { ${keys.join(", ")} } } }`);
    const { diagnostics } = await client.published(config);
    assert.equal(diagnostics.length, 1001);
    const [first] = diagnostics;
    assert.equal(first?.code, "too-many-findings");
    assert.match(String(first?.message), /^12\d\d findings in this file, of which the worst 1000 are shown/);
    assert.ok(ruleOf(diagnostics, "schema"), "an error gives way to milder ones");
  });

  it("offers a versioned fix that makes the finding go away", async () => {
    client = await startClient();
    client.open(config, ungated);
    const finding = ruleOf((await client.published(config)).diagnostics, "ungated-host-exec");
    const [action] = await client.codeActions(config, finding);
    const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(change?.textDocument, { uri: config, version: 1 });
    const fixed = ungated.replace('"full"', '"allowlist"').replace('"off"', '"on-miss"');
    client.change(config, 2, fixed);
    const { diagnostics } = await client.published(config, 2);
    assert.ok(!diagnostics.some(({ code }) => code === "ungated-host-exec"));
  });

  it("explains a finding on hover with the technique and its mitigations", async () => {
    client = await startClient();
    client.open(config, ungated);
    const { range } = ruleOf((await client.published(config)).diagnostics, "ungated-host-exec");
    const hover = await client.hover(config, range.start.line, range.start.character + 1);
    assert.match(JSON.stringify(hover?.contents), /AML\.T0053.*AI Agent Tool Invocation.*AML\.M0029/);
  });

  it("judges both open files together and prefers their open texts to the disk", async () => {
    client = await startClient({ [approvals]: { state: "absent" } });
    client.open(config, ungated);
    await client.published(config);
    client.open(approvals, '{ "version": 1, "defaults": { "security": "deny" } }', "json");
    for (;;) {
      const { diagnostics } = await client.published(config);
      if (!diagnostics.some(({ code }) => code === "ungated-host-exec")) break;
    }
  });

  it("judges anew when a neighbour is made, changed or removed on disk", async () => {
    const files: Record<string, FileText> = {};
    client = await startClient(files);
    client.open(config, ungated);
    const isUngated = async (): Promise<boolean> =>
      (await client.published(config)).diagnostics.some(({ code }) => code === "ungated-host-exec");
    assert.equal(await isUngated(), true);
    for (const [security, expected] of [
      ["deny", false],
      ["full", true],
      [undefined, true],
    ] as const) {
      files[approvals] = security
        ? { state: "read", text: `{ "version": 1, "defaults": { "security": "${security}", "ask": "off" } }` }
        : { state: "absent" };
      client.fileChanged(approvals);
      assert.equal(await isUngated(), expected, security);
    }
  });

  it("judges a contract that alone is open with the config beside it, and once when that is opened too", async () => {
    const contract = "file:///home/grantlint.json";
    const rulesAt = async (uri: string) => (await client.published(uri)).diagnostics.map(({ code }) => code);
    client = await startClient({ [config]: { state: "read", text: ungated } });
    client.open(contract, '{ "agents": { "nobody": { "needs": [] } } }', "json");
    assert.deepEqual(await rulesAt(contract), ["contract"]);
    assert.ok((await rulesAt(config)).includes("ungated-host-exec"));
    client.open(config, "{ agents: { list: [{ id: 'nobody' }] } }");
    while ((await rulesAt(contract)).length > 0);
    client.close(config);
    while ((await rulesAt(contract)).length === 0);
    client.close(contract);
    while ((await rulesAt(config)).length > 0);
  });

  it("says nothing of a contract with nothing beside it", async () => {
    client = await startClient();
    client.open("file:///lone/grantlint.json", '{ "agents": { "nobody": {} } }', "json");
    client.open(config, ungated);
    assert.equal((await client.published(config)).uri, config);
    assert.equal(await client.hover("file:///lone/grantlint.json", 0, 3), null);
    assert.doesNotMatch(client.received(), /publishDiagnostics","params":\{"uri":"file:\/\/\/lone/);
  });

  it("asks to be told of settings and of the files it has read, where the editor can tell", async () => {
    for (const watches of [true, false]) {
      client = await startClient({}, { watches });
      client.open(config, ungated);
      await client.published(config);
      await client.hover(config, 0, 0);
      assert.deepEqual(client.registered, ["workspace/didChangeConfiguration", ...(watches ? ["workspace/didChangeWatchedFiles"] : [])]);
      if (watches) await client.stop();
    }
  });

  it("takes changes to a part of a text", async () => {
    client = await startClient();
    client.open(config, ungated);
    await client.published(config);
    const [line, start] = [3, (ungated.split("\n")[3] ?? "").indexOf("full")];
    await client.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: config, version: 2 },
      contentChanges: [
        { range: { start: { line, character: start }, end: { line, character: start + 4 } }, text: "deny" },
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "// new\n" },
      ],
    });
    const { diagnostics } = await client.published(config, 2);
    assert.ok(!diagnostics.some(({ code }) => code === "ungated-host-exec"));
    assert.match(JSON.stringify(await client.hover(config, line + 1, start + 1)), /deny/);
  });

  it("answers for the newest of many quick changes", async () => {
    client = await startClient();
    client.open(config, ungated);
    for (let version = 2; version <= 30; version++) client.change(config, version, version === 30 ? "{}" : ungated + " ".repeat(version));
    const { version } = await client.published(config, 30);
    assert.equal(version, 30);
  });

  it("clears the findings of a file that is closed", async () => {
    client = await startClient();
    client.open(config, ungated);
    await client.published(config);
    client.close(config);
    const { diagnostics } = await client.published(config);
    assert.deepEqual(diagnostics, []);
  });

  it("leaves a file alone that only shares the name", async () => {
    client = await startClient();
    client.open("file:///other/openclaw.json", '{ "mcpServers": {} }');
    client.open(config, ungated);
    const { uri } = await client.published(config);
    assert.equal(uri, config);
    assert.equal(await client.hover("file:///other/openclaw.json", 0, 3), null);
  });

  it("judges for the release of the settings", async () => {
    client = await startClient({}, { settings: { openclawVersion: "2026.2.17" } });
    client.open(config, '{ tools: { exec: { mode: "full" } } }');
    for (;;) {
      const { diagnostics } = await client.published(config);
      if (diagnostics.some(({ code }) => code === "schema")) break;
    }
  });

  it("reads the settings of each document, and again when they change", async () => {
    const other = "file:///elsewhere/openclaw.json";
    const settings: Record<string, Record<string, unknown>> = {
      [config]: { rules: { "ungated-host-exec": "hint" } },
      [other]: { strict: true },
    };
    client = await startClient({}, { settings: (uri) => settings[uri] ?? {} });
    const severity = async (uri: string): Promise<unknown> =>
      (await client.published(uri)).diagnostics.find(({ code }) => code === "ungated-host-exec")?.severity;
    client.open(config, ungated);
    assert.equal(await severity(config), DiagnosticSeverity.Hint);
    client.open(other, ungated);
    assert.equal(await severity(other), DiagnosticSeverity.Error);
    settings[config] = { rules: { "ungated-host-exec": "off" } };
    client.settingsChanged();
    assert.equal(await severity(config), undefined);
  });

  it("tells the log about settings it does not understand, and goes on", async () => {
    client = await startClient(
      {},
      { settings: { rules: { "ungated-host-exek": "off", "ungated-host-exec": "loud", suppression: "off" }, strict: "yes" } },
    );
    const logged: string[] = [];
    client.connection.onNotification("window/logMessage", ({ message }: { message: string }) => void logged.push(message));
    client.open(config, ungated);
    ruleOf((await client.published(config)).diagnostics, "ungated-host-exec");
    assert.deepEqual(logged, [
      'grantlint.rules: there is no rule "ungated-host-exek"; did you mean "ungated-host-exec"?',
      'grantlint.rules: "ungated-host-exec" takes one of off, error, warning, info, hint',
    ]);
  });

  it("takes settings it is told by a client that cannot be asked", async () => {
    client = await startClient({}, { canBeAsked: false });
    client.open(config, ungated);
    ruleOf((await client.published(config)).diagnostics, "ungated-host-exec");
    client.settingsChanged({ rules: { "ungated-host-exec": "off" } });
    const { diagnostics } = await client.published(config);
    assert.ok(!diagnostics.some(({ code }) => code === "ungated-host-exec"));
  });

  it("offers to ignore a finding, last, with the cursor where the reason belongs if the client can", async () => {
    for (const snippets of [false, true]) {
      client = await startClient({}, { snippets });
      client.open(config, ungated);
      const finding = ruleOf((await client.published(config)).diagnostics, "ungated-host-exec");
      const actions = await client.codeActions(config, finding);
      const action = actions.at(-1);
      assert.equal(action?.title, 'Ignore "ungated-host-exec" here, with a reason');
      assert.notEqual(action.isPreferred, true);
      const [change] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.deepEqual(change?.textDocument, { uri: config, version: 1 });
      const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
      const comment = "  // grantlint-ignore-next-line ungated-host-exec -- ";
      assert.deepEqual(change.edits, [
        snippets ? { range, snippet: { kind: "snippet", value: `${comment}$0\n` } } : { range, newText: `${comment}\n` },
      ]);
      if (!snippets) await client.stop();
    }
  });

  it("removes a suppression that is not needed, and offers none for what is said about suppressions", async () => {
    client = await startClient();
    const text = "// grantlint-ignore-file ungated-host-exec -- wanted\n{ tools: { deny: ['exec', 'process'] } }\n";
    client.open(config, text);
    const unused = ruleOf((await client.published(config)).diagnostics, "suppression");
    const actions = await client.codeActions(config, unused);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ["Remove this comment"],
    );
    const [change] = (actions[0]?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(change?.edits, [{ range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, newText: "" }]);
  });

  it("goes on serving a text that is half typed", async () => {
    client = await startClient();
    client.open(config, '{ tools: { exec: { security: "fu');
    const { diagnostics } = await client.published(config);
    assert.ok(diagnostics.some(({ code }) => code === "syntax"));
    client.change(config, 2, ungated);
    ruleOf((await client.published(config, 2)).diagnostics, "ungated-host-exec");
  });
});
