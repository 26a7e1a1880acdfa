/**
 * Nothing is fetched, started, run as code or written, whatever is asked: the programs as they ship run with all such calls trapped
 * (`test/traps/preload.mjs`), through every command and every request, also on files that try to bring it about.
 */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { grantsRequest, matrixRequest, planRequest } from "../server/src/lsp/protocol.ts";
import { placesOf } from "./hostile/strings.ts";
import { runProgram, type ProgramRun } from "./run-program.ts";
import { startServerProcess } from "./server-process.ts";

const preload = new URL("./traps/preload.mjs", import.meta.url).href;
const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "grantlint-traps-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Texts that something might be tempted to fetch, run or include. */
const bait = "$(touch pwned) `touch pwned` https://example.com/x ../../../../etc/passwd file:///etc/passwd !!js/function";
mkdirSync(join(folder, "bait"));
for (const [name, text] of Object.entries(placesOf(bait))) writeFileSync(join(folder, "bait", name), text);
mkdirSync(join(folder, "containers"));
writeFileSync(
  join(folder, "containers", "compose.yaml"),
  `services:\n  openclaw:\n    image: openclaw/openclaw:latest\n    command: "${bait}"\n    x: !!js/function "function () {}"\n`,
);
writeFileSync(join(folder, "containers", "Dockerfile"), `FROM openclaw/openclaw:latest\nRUN ${bait}\n`);
const sets = [join(folder, "bait"), join(folder, "containers"), "examples/founding-organisation/original", "examples/home-assistant"];

function runTrapped(...words: readonly string[]): ProgramRun {
  return runProgram(process.execPath, ["--import", preload, ...words]);
}

describe("traps", () => {
  const calls = [
    'require("net").connect(80, "localhost")',
    'require("http").get("http://localhost")',
    'require("https").request("https://localhost")',
    'require("dns").lookup("localhost", () => {})',
    'require("dgram").createSocket("udp4")',
    'fetch("http://localhost")',
    'require("child_process").spawn("true")',
    'require("child_process").execFileSync("true")',
    'new (require("worker_threads").Worker)("0", { eval: true })',
    'require("vm").runInNewContext("1")',
    '(0, eval)("1")',
    'new Function("return 1")()',
    '(() => {}).constructor("return 1")()',
    'require("fs").writeFileSync("/tmp/trapped", "x")',
    'require("fs").mkdirSync("/tmp/trapped")',
    'require("fs").openSync("/tmp/trapped", "w")',
    'require("fs").promises.writeFile("/tmp/trapped", "x")',
    'require("fs").createWriteStream("/tmp/trapped")',
    'require("fs").rmSync("/tmp/trapped")',
    'import("node:fs").then(({ writeFileSync }) => writeFileSync("/tmp/trapped", "x"))',
    "process.kill(process.pid)",
  ];
  for (const call of calls) {
    it(`hold ${call}`, () => {
      const script = join(folder, "call.cjs");
      writeFileSync(script, `${call};`);
      assert.match(runTrapped(script).errors, /^TRAP /m);
    });
  }
  it("let a program read and print", () => {
    const script = join(folder, "read.cjs");
    writeFileSync(script, 'console.log(require("fs").readFileSync(__filename, "utf8").length > 0); process.stderr.write("said");');
    assert.deepEqual(runTrapped(script), { out: "true\n", errors: "said", code: 0 });
  });
});

describe("the command line", () => {
  // As OpenClaw keeps the id that is written as a trap.
  const agent = "touch-pwned-touch-pwned-https-example-com-x-etc-passwd-file-etc-passwd-js-function";
  const commands = [
    "lint",
    "lint --strict --min-severity hint --format json",
    "lint --format sarif",
    "lint --fs --used-within 30",
    "lint --openclaw 2026.2.17",
    "grants",
    "grants --format json",
    `grants --why ${agent} exec`,
    "grants --compare-releases 2026.6.1 2026.9.6",
    "fix",
    "fix --review --strict",
    "fix --review --format json",
    "plan",
    "plan --format json",
  ];
  for (const command of commands) {
    it(`steps into no trap at ${command}`, () => {
      for (const path of sets) {
        const { out, errors, code } = runTrapped(cli, ...command.split(" "), path);
        assert.doesNotMatch(errors, /TRAP|trapped/, path);
        if (path === sets[0]) assert.ok(out !== "" && (code === 0 || code === 1), `${code} ${errors}`);
      }
    });
  }
  for (const command of [
    "rules",
    "rules --format json",
    "explain ungated-host-exec",
    "explain AML.T0053",
    "--help",
    "--version",
    "nonsense",
  ]) {
    it(`steps into no trap at ${command}`, () => assert.doesNotMatch(runTrapped(cli, ...command.split(" ")).errors, /TRAP|trapped/));
  }
  it("would be caught writing", () => {
    const place = join(folder, "apply");
    mkdirSync(place);
    const text = readFileSync("examples/home-assistant/openclaw.json", "utf8");
    writeFileSync(join(place, "openclaw.json"), text);
    assert.match(runTrapped(cli, "fix", "--review", "--strict", "--apply", place).errors, /TRAP fs\./);
    assert.equal(readFileSync(join(place, "openclaw.json"), "utf8"), text);
  });
  it("runs where Node itself forbids to write and to start anything", { skip: permission() === undefined }, () => {
    const { errors, code } = runProgram(process.execPath, [permission() ?? "", "--allow-fs-read=*", cli, "lint", ...sets]);
    assert.ok(code === 1, errors);
    assert.doesNotMatch(errors, /ERR_ACCESS_DENIED/);
  });
});

describe("the language server", () => {
  const documents = sets
    .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
    .filter((path) => /\.(?:json5?|ya?ml)$|Dockerfile$/.test(path));

  it("steps into no trap at any request", async (test) => {
    const server = await startServerProcess(test, { node: ["--import", preload] });
    const { connection } = server;
    for (const path of documents) {
      const uri = pathToFileURL(path).href;
      const text = readFileSync(path, "utf8");
      server.open(uri, text);
      const { diagnostics } = await server.published(uri);
      const textDocument = { uri };
      const lines = text.split("\n");
      for (const method of ["codeLens", "documentSymbol", "documentLink", "foldingRange"])
        await connection.sendRequest(`textDocument/${method}`, { textDocument });
      const end = { line: lines.length, character: 0 };
      await connection.sendRequest("textDocument/inlayHint", { textDocument, range: { start: { line: 0, character: 0 }, end } });
      for (const diagnostic of diagnostics.slice(0, 25)) {
        const { range } = diagnostic;
        const actions = await connection.sendRequest("textDocument/codeAction", {
          textDocument,
          range,
          context: { diagnostics: [diagnostic] },
        });
        for (const action of (actions as object[] | null) ?? [])
          if ("data" in action) await connection.sendRequest("codeAction/resolve", action);
      }
      for (let line = 0; line < lines.length; line += Math.ceil(lines.length / 25)) {
        const position = { line, character: Math.min(40, (lines[line] ?? "").length) };
        for (const method of ["hover", "completion", "definition", "prepareRename"]) {
          // A place that cannot be renamed is refused, and that is an answer too.
          await connection.sendRequest(`textDocument/${method}`, { textDocument, position }).catch(() => undefined);
        }
        await connection.sendRequest("textDocument/references", { textDocument, position, context: { includeDeclaration: true } });
        await connection.sendRequest("textDocument/selectionRange", { textDocument, positions: [position] });
        await connection.sendRequest("textDocument/rename", { textDocument, position, newName: "other" }).catch(() => undefined);
      }
      await connection.sendRequest(planRequest, { uri });
    }
    await connection.sendRequest(grantsRequest);
    for (const view of [{ kind: "now" }, { kind: "fixed" }, { kind: "release", release: "2026.9.6" }])
      await connection.sendRequest(matrixRequest, { view });
    assert.equal(await server.stop(), 0);
    assert.equal(server.complaints(), "");
  });
});

/** The option by which this Node takes rights away from a program; older ones have none. */
function permission(): string | undefined {
  return ["--permission", "--experimental-permission"].find((option) => process.allowedNodeEnvironmentFlags.has(option));
}
