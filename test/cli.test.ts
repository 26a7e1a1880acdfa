/** The command line's contract: exit codes, the JSON shape, exact places, and what is never printed. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { main, type ExitCode } from "../server/src/cli/main.ts";
import { readNodeFile } from "../server/src/entry/node-files.ts";
import { testSchemas } from "./test-schemas.ts";

const folder = mkdtempSync(join(tmpdir(), "grantlint-cli-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const ungated = '{ meta: { lastTouchedVersion: "2026.6.1" }, tools: { exec: { security: "full", ask: "off" } } }';
const quiet = '{ meta: { lastTouchedVersion: "2026.6.1" }, tools: { exec: { security: "allowlist", ask: "on-miss" } } }';

interface Run {
  readonly code: ExitCode;
  readonly out: string;
  readonly error: string;
}

async function grantlint(...argv: string[]): Promise<Run> {
  let out = "";
  let error = "";
  const code = await main(argv, {
    readFile: readNodeFile,
    schemas: testSchemas,
    print: (text) => void (out += text),
    printError: (text) => void (error += text),
    color: false,
    showsProgress: false,
  });
  return { code, out, error };
}

/** Writes files below a folder of their own and gives its path. */
function place(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly path: string;
  readonly range: unknown;
  readonly fixes: readonly { title: string; safety: string; edits: readonly { file: string; newText: string }[] }[];
}
interface JsonReport {
  readonly tool: { name: string; version: string };
  readonly sets: readonly { root: string; openclaw: { version: string; source: string }; files: string[]; findings: JsonFinding[] }[];
}
const json = async (...argv: string[]): Promise<JsonReport> => JSON.parse((await grantlint("--format", "json", ...argv)).out) as JsonReport;

describe("exit codes", () => {
  it("0 without findings at the level, 1 with, 2 for wrong usage", async () => {
    const good = place("good", { "openclaw.json": quiet });
    const bad = place("bad", { "openclaw.json": ungated });
    assert.equal((await grantlint(good)).code, 0);
    assert.equal((await grantlint(bad)).code, 1);
    assert.equal((await grantlint("lint", bad)).code, 1);
    for (const wrong of [
      [],
      ["--format", "xml", bad],
      ["--min-severity", "loud", bad],
      ["--openclaw", "new", bad],
      ["--nonsense", bad],
      [join(folder, "gone")],
    ]) {
      const { code, error } = await grantlint(...wrong);
      assert.equal(code, 2, wrong.join(" "));
      assert.match(error, /^grantlint: /);
    }
  });
  it("2 when nothing there was ours: nothing linted is not nothing found", async () => {
    const foreign = place("foreign", { "openclaw.json": '{ "mcpServers": {} }' });
    const { code, error } = await grantlint(foreign);
    assert.equal(code, 2);
    assert.match(error, /left alone/);
  });
  it("--help and --version answer with 0", async () => {
    assert.match((await grantlint("--help")).out, /Examples/);
    assert.match((await grantlint("--version")).out, /^grantlint \d+\.\d+\.\d+\n$/);
  });
});

describe("the JSON report", () => {
  it("names the tool, and for each set its root, release, files and findings", async () => {
    const root = place("report", { "openclaw.json": ungated, "exec-approvals.json": '{ "version": 1 }' });
    const { tool, sets } = await json(root);
    assert.equal(tool.name, "grantlint");
    assert.equal(sets.length, 1);
    assert.equal(sets[0]?.root, root);
    assert.deepEqual(sets[0]?.openclaw, { version: "2026.6.1", source: "stamp" });
    assert.deepEqual(sets[0]?.files, ["openclaw.json", "exec-approvals.json"]);
    const finding = sets[0]?.findings.find(({ rule }) => rule === "ungated-host-exec");
    assert.deepEqual(Object.keys(finding ?? {}), [
      "rule",
      "severity",
      "confidence",
      "message",
      "file",
      "path",
      "range",
      "atlas",
      "related",
      "fixes",
    ]);
    assert.equal(finding?.path, "tools.exec.security");
    assert.equal(finding?.file, "openclaw.json");
    assert.equal(finding?.fixes[0]?.edits[0]?.file, "openclaw.json");
  });
  it("gives one set for each path, in order", async () => {
    const first = place("order/a", { "openclaw.json": ungated });
    const second = place("order/b", { "clawdbot.json": quiet });
    const { sets } = await json(second, first);
    assert.deepEqual(
      sets.map(({ root }) => root),
      [second, first],
    );
  });
  it("searches a folder that is no set itself, but no installed packages", async () => {
    const root = place("fleet", { "one/openclaw.json": quiet, "two/deep/openclaw.json": quiet, "node_modules/x/openclaw.json": quiet });
    const { sets } = await json(root);
    assert.deepEqual(
      sets.map((set) => set.root),
      [join(root, "one"), join(root, "two/deep")],
    );
  });
  it("counts in UTF-16 from zero, after emoji, with CRLF and a byte order mark", async () => {
    const text = `\uFEFF// 🦞🦞\r\n{ "gateway": { /* 🦞 */ "auth": { "token": "example-0123456789-not-a-real-token" } } }\r\n`;
    const root = place("places", { "openclaw.json": text });
    const { sets } = await json("--openclaw", "2026.6.1", root);
    const finding = sets[0]?.findings.find(({ rule }) => rule === "plaintext-credential");
    const line = text.split("\r\n")[1] ?? "";
    const start = line.indexOf('"example');
    assert.deepEqual(finding?.range, { start: { line: 1, character: start }, end: { line: 1, character: line.indexOf(" } } }") } });
  });
  it("writes odd keys in brackets", async () => {
    const approvals =
      '{ "version": 1, "agents": { "*": { "allowlist": [{ "pattern": "/**" }] }, "kimi": { "allowlist": [{ "pattern": "/**" }] } } }';
    const root = place("paths", { "openclaw.json": quiet, "exec-approvals.json": approvals });
    const { sets } = await json("--min-severity", "info", root);
    const paths = sets[0]?.findings.filter(({ rule }) => rule === "wildcard-allowlist").map(({ path }) => path);
    assert.deepEqual(paths, ['agents["*"].allowlist[0].pattern', "agents.kimi.allowlist[0].pattern"]);
  });
  it("keeps to the level asked for", async () => {
    const unused = '{ "version": 1, "agents": { "main": { "allowlist": [{ "pattern": "/**" }] } } }';
    const root = place("level", { "openclaw.json": ungated, "exec-approvals.json": unused });
    const all = (await json("--min-severity", "hint", root)).sets[0]?.findings ?? [];
    const errors = (await json("--min-severity", "error", root)).sets[0]?.findings ?? [];
    assert.ok(errors.length > 0 && errors.every(({ severity }) => severity === "error"));
    assert.ok(all.length > errors.length);
  });
});

describe("what is printed", () => {
  const secret = "example-0123456789-not-a-real-token";
  it("never holds a secret, in text or JSON, not even beside a finding", async () => {
    const text = `{ gateway: { auth: { token: "${secret}" } }, tools: { exec: { security: "full", ask: "off" } }, nonsense: "${secret}" }`;
    const root = place("secret", { "openclaw.json": text });
    for (const format of ["text", "json"]) {
      const { out } = await grantlint("--format", format, "--min-severity", "hint", "--openclaw", "2026.6.1", root);
      assert.match(out, /plaintext-credential/);
      assert.ok(!out.includes(secret), format);
      assert.ok(!out.includes(secret.slice(8, 20)), format);
    }
  });
  it("has no control characters of the file in it", async () => {
    const root = place("control", { "openclaw.json": '{ tools: { deny: ["\u001b[31mred"] } }' });
    const { out } = await grantlint("--openclaw", "2026.6.1", root);
    assert.ok(!out.includes("\u001b"));
  });
  it("shows place, line, techniques and the way out", async () => {
    const root = place("text", { "openclaw.json": ungated });
    const { out } = await grantlint(root);
    assert.match(out, /error {3}Agent "main" may run any command on the host, and nobody is asked/);
    assert.match(out, /openclaw\.json:1:\d+ {2}tools\.exec\.security {2}ungated-host-exec/);
    assert.match(out, /enables AML\.T0053 AI Agent Tool Invocation/);
    assert.match(out, /1 │ \{ meta/);
    assert.match(out, /fix: Ask a person/);
  });
});
