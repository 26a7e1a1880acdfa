/** Nothing that leaves Grantlint holds a secret: secrets are planted wherever they can stand, and every output is searched for them. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { main } from "../server/src/cli/main.ts";
import { nodeFileSystem } from "../server/src/entry/node-file-system.ts";
import { readNodeFile } from "../server/src/entry/node-files.ts";
import { grantsRequest } from "../server/src/lsp/protocol.ts";
import { startClient } from "./lsp-client.ts";
import { testSchemas } from "./test-schemas.ts";

/** Made up, each with a part in the middle that stands nowhere else. */
const secrets = {
  gateway: "a8f3planted0gateway0token91c27d4e",
  telegram: "1234567890:AAplanted0telegram0token0abcdefgh12",
  provider: "sk-ant-planted0provider0key0ABCDEF123456",
  header: "planted0header0credential0ZYX987",
  option: "planted0option0password",
  assigned: "planted0assigned0password",
  inAddress: "planted0address0password",
  query: "planted0query0token0123",
  stray: "ghp_planted0stray0key0abcdefghijklmnopqr",
  noted: "sk-planted0noted0key0abcdefghij0123",
  bearer: "planted0bearer0token0456",
  socket: "planted0socket0token0789abcdef",
  old: "xoxb-1234567890-planted0old0token",
  hooks: "planted0short",
};

const config = `{
  meta: { lastTouchedVersion: "2026.6.1" },
  // not one of these may come out: ${secrets.gateway}
  gateway: { bind: "lan", auth: { mode: "token", token: "${secrets.gateway}", tokn: "${secrets.stray}" } },
  hooks: { enabled: true, token: "${secrets.hooks}", mappings: [{ match: { path: "x" }, action: "agent", sessionKey: "${secrets.query}" }] },
  channels: { telegram: { botToken: "${secrets.telegram}", dmPolicy: "open", allowFrom: ["*"],
    webhookUrl: "https://own:${secrets.inAddress}@bot.example.com/hook?token=${secrets.query}" } },
  models: { providers: { acme: { baseUrl: "https://api.acme.example/v1", apiKey: "${secrets.provider}",
    headers: { Authorization: "Bearer ${secrets.header}" }, models: [] } } },
  mcp: { servers: { db: { command: "sh", args: ["--password", "${secrets.option}", "-c", "DB_PASSWORD=${secrets.assigned} run"] } } },
  tools: { deny: ["exce"], exec: { security: "full", ask: "off" } },
}
`;

const approvals = JSON.stringify(
  {
    version: 1,
    socket: { path: "/run/own.sock", token: secrets.socket },
    agents: {
      main: {
        allowlist: [
          { pattern: "/usr/bin/*", lastUsedCommand: `run --key ${secrets.noted}` },
          { pattern: "/usr/bin/curl", lastUsedCommand: `curl -H 'Authorization: Bearer ${secrets.bearer}' https://example.com` },
        ],
      },
    },
  },
  null,
  2,
);

const files: Readonly<Record<string, string>> = {
  "openclaw.json": config,
  "exec-approvals.json": approvals,
  "openclaw.json.bak": `{ channels: { slack: { botToken: "${secrets.old}" } } }`,
};

/** A part of each is enough to give it away. */
const parts = Object.entries(secrets).map(([name, secret]) => ({ name, part: secret.slice(secret.indexOf("planted"), -3) }));

function assertClean(text: string, where: string): void {
  for (const { name, part } of parts) assert.ok(!text.includes(part), `${where} gives away the ${name} secret`);
}

const folder = mkdtempSync(join(tmpdir(), "grantlint-secrets-"));
after(() => rmSync(folder, { recursive: true, force: true }));
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

const commands = [
  "lint --strict --min-severity hint",
  "lint --strict --min-severity hint --format json",
  "lint --openclaw 2026.2.17 --min-severity hint",
  "lint --openclaw 2026.9.6 --strict --min-severity hint --format json",
  "grants",
  "grants --format json",
  "grants --why main exec",
  "grants --compare-releases 2026.6.1 2026.9.6",
  "fix",
  "fix --review --strict",
  "fix --review --format json",
];

for (const command of commands) {
  test(`grantlint ${command} gives nothing away`, async () => {
    let out = "";
    const print = (text: string): void => void (out += text);
    await main([...command.split(" "), folder], {
      readFile: readNodeFile,
      fileSystem: nodeFileSystem,
      schemas: testSchemas,
      readPage: () => undefined,
      print,
      printError: print,
      color: false,
      showsProgress: false,
    });
    assert.ok(out.length > 100, "there is something to search");
    assertClean(out, command);
  });
}

test("the secrets are found, each of them", async () => {
  let out = "";
  await main(["lint", "--strict", "--rule", "ungated-host-exec=off", folder], {
    readFile: readNodeFile,
    fileSystem: nodeFileSystem,
    schemas: testSchemas,
    readPage: () => undefined,
    print: (text) => void (out += text),
    printError: () => undefined,
    color: false,
    showsProgress: false,
  });
  for (const kind of [
    "The gateway token stands",
    "The hooks token stands",
    "The Telegram bot token stands",
    "The model provider's API key stands",
    "The request header stands",
    "The secret on a command line stands",
    "The password in an address stands",
    "The API key stands",
    "The token on a command line stands",
    "The GitHub token stands",
    "This copy of the config holds 1 credential",
  ]) {
    assert.ok(out.includes(kind), `${kind} … is not said`);
  }
});

test("the language server gives nothing away: diagnostics, hovers, fixes, symbols, lenses, grants", async () => {
  const uri = (name: string): string => `file:///secrets/${name}`;
  const client = await startClient(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [uri(name), { state: "read" as const, text }])),
    { settings: { ruleSet: "strict", strict: true }, about: { commands: ["grantlint.showReasons"] } },
  );
  const said: unknown[] = [];
  for (const [name, text] of Object.entries(files)) {
    const document = { textDocument: { uri: uri(name) } };
    client.open(uri(name), text);
    const { diagnostics } = await client.published(uri(name));
    said.push(diagnostics);
    for (const diagnostic of diagnostics) said.push(await client.codeActions(uri(name), diagnostic));
    for (const [line, words] of text.split("\n").entries()) {
      for (let character = 0; character < words.length; character += 7) said.push(await client.hover(uri(name), line, character));
    }
    said.push(await client.connection.sendRequest("textDocument/documentSymbol", document));
    said.push(await client.connection.sendRequest("textDocument/codeLens", document));
  }
  said.push(await client.connection.sendRequest(grantsRequest));
  await client.stop();
  assert.ok(said.flat().length > 20);
  assertClean(JSON.stringify(said), "the language server");
});
