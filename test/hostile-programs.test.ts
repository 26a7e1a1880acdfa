/**
 * The programs as they ship on files built to break them: every command of the command line ends in order with an answer, and the server lives on.
 * How much work it is, `hostile.test.ts` counts; here it is only that neither breaks, hangs or keeps silent.
 */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runProgram } from "./run-program.ts";
import { startServerProcess } from "./server-process.ts";

/** Guards the run against an end that never comes. */
const patience = { timeout: 300_000 };
const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "grantlint-hostile-programs-"));
after(() => rmSync(root, { recursive: true, force: true }));

const config = '{ agents: { list: [{ id: "main" }] }, tools: { exec: { security: "full", ask: "off" } } }';
const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
const service = "services:\n  openclaw:\n    image: openclaw/openclaw:latest\n";
const references = Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(10)}]\n`).join("");

/** `says`: what is named at least once, whatever the format. */
const attacks: readonly { readonly what: string; readonly says: RegExp; readonly files: Readonly<Record<string, string | Buffer>> }[] = [
  { what: "a config nested too deeply", says: /too deeply/, files: { "openclaw.json": `{ agents: ${deep} }` } },
  {
    what: "approvals nested too deeply",
    says: /too deeply/,
    files: { "openclaw.json": config, "exec-approvals.json": `{ "agents": ${deep} }` },
  },
  {
    what: "a contract nested too deeply",
    says: /too deeply/,
    files: { "openclaw.json": config, "grantlint.json": `{ "agents": ${deep} }` },
  },
  { what: "a text that is too large", says: /[Tt]oo large/, files: { "openclaw.json": `{ agents: {}, a: "${"x".repeat(3_000_000)}" }` } },
  {
    what: "a list of a million",
    says: /entries than are read/,
    files: { "openclaw.json": `{ agents: {}, tools: { deny: [${"x,".repeat(1_000_000)}] } }` },
  },
  {
    what: "names that mean something to JavaScript",
    says: /__proto__/,
    files: {
      "openclaw.json": `{ __proto__: 1, ${config.slice(1, -1)}, bindings: [{ agentId: "__proto__" }, { agentId: "constructor" }] }`,
      "exec-approvals.json": '{ "version": 1, "agents": { "__proto__": { "allowlist": [{ "pattern": "*" }] }, "constructor": {} } }',
      "grantlint.json": '{ "agents": { "__proto__": { "needs": ["toString"] }, "constructor": { "needs": [] } } }',
    },
  },
  {
    what: "bytes that are no text",
    says: /error/,
    files: {
      "openclaw.json": Buffer.concat([
        Buffer.from("{ agents: {}, \0"),
        Buffer.from([0xff, 0xed, 0xa0, 0x80, 0x0d, 0x0a, 0x0d, 0xe2, 0x80, 0xa8]),
      ]),
    },
  },
  { what: "references that grow without end", says: /[Tt]oo large/, files: { "compose.yaml": `a0: &a0 [x]\n${references}${service}` } },
  { what: "a Compose file that is too large", says: /[Tt]oo large/, files: { "compose.yaml": service + "# x\n".repeat(200_000) } },
  {
    what: "a Dockerfile that is too large",
    says: /[Tt]oo large/,
    files: { Dockerfile: `FROM openclaw/openclaw:latest\n${"RUN x\n".repeat(100_000)}` },
  },
  {
    what: "a list of MCP servers nested too deeply",
    says: /too deeply/,
    files: { ".mcp.json": `{ "mcpServers": { "a": { "command": "npx", "args": ${deep} } } }` },
  },
];

describe("the command line", patience, () => {
  for (const { what, says, files } of attacks) {
    it(`names ${what}, and every command ends in order`, () => {
      const folder = mkdtempSync(join(root, "set-"));
      for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
      for (const command of ["lint --strict", "lint --format json", "lint --format sarif", "fix --review", "grants", "plan"]) {
        const { out, errors, code } = runProgram(process.execPath, [cli, ...command.split(" "), folder]);
        assert.ok(code === 0 || code === 1 || code === 2, `${command}: ${code} ${errors}`);
        assert.doesNotMatch(errors, /^ +at |RangeError|failed:/m, command);
        assert.notEqual(out + errors, "", command);
        if (command.startsWith("lint")) assert.match(out, says, command);
      }
    });
  }

  it("reads records of sessions that are built to break it", () => {
    const folder = mkdtempSync(join(root, "sessions-"));
    const sessions = join(folder, "agents", "main", "sessions");
    mkdirSync(sessions, { recursive: true });
    writeFileSync(join(folder, "openclaw.json"), config);
    const records = ["\0\ud800\n{]\n", `${deep}\n`, `${"x".repeat(3_000_000)}\n`, '{"__proto__":1}\n'.repeat(1000), "\n".repeat(100_000)];
    for (const [index, record] of records.entries()) writeFileSync(join(sessions, `s${index}.jsonl`), record);
    writeFileSync(join(sessions, "sessions.json"), `{ "a": ${deep} }`);
    const { errors, code } = runProgram(process.execPath, [cli, "lint", "--used-within", "30", folder]);
    assert.ok(code === 0 || code === 1, errors);
    assert.doesNotMatch(errors, /^ +at |RangeError/m);
  });
});

it("the server names each of them, and lives", patience, async (test) => {
  const server = await startServerProcess(test);
  for (const [index, { what, says, files }] of attacks.entries()) {
    const said: string[] = [];
    const uris = Object.keys(files).map((name) => pathToFileURL(join(root, `open${index}`, name)).href);
    for (const [at, content] of Object.values(files).entries()) server.open(uris[at] ?? "", content.toString());
    for (const uri of uris) said.push(...(await server.published(uri)).diagnostics.map(({ message }) => `error ${message}`));
    // What leads the set may have been judged before its neighbours were open.
    await server.connection.sendRequest("textDocument/hover", { textDocument: { uri: uris[0] }, position: { line: 0, character: 3 } });
    for (const uri of uris) await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    assert.match(said.join("\n"), says, what);
  }
  const uri = pathToFileURL(join(root, "alive", "openclaw.json")).href;
  server.open(uri, config);
  assert.ok((await server.published(uri)).diagnostics.length > 0);
  assert.equal(await server.stop(), 0);
  assert.equal(server.complaints(), "");
});
