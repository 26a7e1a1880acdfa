/**
 * Nothing that leaves Grantlint holds a secret: whatever the command line prints, whatever the language server sends, logs or traces. The search is
 * that of the whole suite (`secret-search.ts`); here it has the most to find, and is itself held to find it.
 */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { Trace } from "vscode-languageserver/node";
import { withoutContent } from "../client/src/trace.ts";
import { grantsRequest, matrixRequest, planRequest } from "../server/src/lsp/protocol.ts";
import { runCommand } from "./command-line.ts";
import { readFixture } from "./fixture.ts";
import { startClient } from "./lsp-client.ts";
import { plantedCount, plantedFolders } from "./planted-secrets.ts";
import { madeUp, startSecretSearch } from "./secret-search.ts";

const root = mkdtempSync(join(tmpdir(), "grantlint-secrets-"));
after(() => rmSync(root, { recursive: true, force: true }));

function write(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, folder, name)), { recursive: true });
    writeFileSync(join(root, folder, name), text);
  }
  return join(root, folder);
}

for (const [folder, files] of Object.entries(plantedFolders)) write(folder, files);

/** All that a command prints, on both streams. */
async function printed(command: string, path: string): Promise<string> {
  const { out, error } = await runCommand([...command.split(" "), ...(path === "" ? [] : [path])], { showsProgress: true });
  return out + error;
}

/** Every command that prints what stands in files, in every format it has. */
const commands = [
  "lint --strict --min-severity hint",
  "lint --strict --min-severity hint --format json",
  "lint --strict --min-severity hint --format sarif",
  "lint --openclaw 2026.2.17 --min-severity hint",
  "lint --openclaw 2026.9.6 --strict --min-severity hint --format json",
  "grants",
  "grants --format json",
  "grants --why main exec",
  "grants --compare-releases 2026.6.1 2026.9.6",
  "fix",
  "fix --review --strict",
  "fix --review --strict --format json",
  "plan",
];

describe("the command line gives nothing away", () => {
  for (const command of commands) {
    for (const folder of Object.keys(plantedFolders)) {
      // Hundreds of fixes, each tried out, are much work; they are no other kind of text than those of the usual folder.
      if (folder === "kinds" && /review|plan/.test(command)) continue;
      it(`by ${command}, of the folder ${folder}`, async () => {
        const out = await printed(command, join(root, folder));
        if (folder === "usual") assert.ok(out.length > 100, "there is something to search");
      });
    }
  }

  it("by fixing the files, which keep what is not fixed", async () => {
    const files = plantedFolders["usual"] ?? {};
    const folder = write("fixed", files);
    await printed("fix --apply --review --strict", folder);
    assert.notEqual(readFileSync(join(folder, "openclaw.json"), "utf8"), files["openclaw.json"]);
    for (const command of commands) await printed(command, folder);
  });

  it("by being asked wrongly", async () => {
    for (const wrong of ["lint --rule", "grants --why main", "fix --min-severity error", "rules", "rules --format json"])
      await printed(wrong, join(root, "usual"));
  });
});

describe("what is planted", () => {
  it("is much, and each kind is found", async () => {
    assert.ok(plantedCount > 150);
    const out = await printed("lint --strict --min-severity hint", join(root, "usual"));
    for (const said of [
      "The gateway token stands",
      "The hooks token stands here in plain text, and is short enough to be guessed",
      "The Telegram bot token stands",
      "The Discord bot token stands",
      "The model provider's API key stands",
      "The request header stands",
      "The environment variable stands",
      "The secret on a command line stands",
      "The password on a command line stands",
      "The password in an address stands",
      "The secret in an address stands",
      "The API key stands",
      "The token on a command line stands",
      "The GitHub token stands",
      "The GitLab token stands",
      "The npm token stands",
      "This copy of the config holds 1 credential",
    ])
      assert.ok(out.includes(said), `"${said} …" is not said`);
    const inContainers = await printed("lint --strict --min-severity hint", join(root, "container"));
    assert.ok(inContainers.split("The secret in a variable stands").length > 4);
  });

  it("is told as often as there are kinds", async () => {
    const out = JSON.parse(await printed("lint --strict --format json", join(root, "kinds"))) as {
      sets: { findings: { rule: string }[] }[];
    };
    const found = out.sets.flatMap(({ findings }) => findings.filter(({ rule }) => rule === "plaintext-credential"));
    assert.ok(found.length > 120, `${found.length} found`);
  });

  it("would be noticed if it came out", async () => {
    for (const text of Object.values(plantedFolders).flatMap(Object.values))
      assert.throws(() => startSecretSearch().search(text, "a text"), /gives away/);
    const folder = write("quoted", { "openclaw.json": "{ agents: { list: [] } }" });
    const secret = /token: "([^"]+)"/.exec(plantedFolders["usual"]?.["openclaw.json"] ?? "")?.[1] ?? "";
    await assert.rejects(printed(`lint --rule ${secret}=error`, folder), /gives away the gateway token/);
  });
});

describe("no fixture's secret comes out", () => {
  for (const name of readdirSync("test/rules").filter((file) => file.endsWith(".json5"))) {
    const cases = readFixture(readFileSync(join("test/rules", name), "utf8")).filter(({ files }) =>
      files.some(({ text }) => madeUp.test(text)),
    );
    if (cases.length === 0) continue;
    it(name, async () => {
      for (const [index, { files, openclaw }] of cases.entries()) {
        const folder = write(join("fixtures", name, String(index)), Object.fromEntries(files.map((file) => [file.name, file.text])));
        const release = openclaw === undefined ? "" : ` --openclaw ${openclaw}`;
        for (const command of [
          "lint --strict --min-severity hint",
          "lint --strict --format json",
          "fix --review --strict",
          "grants",
          "plan",
        ])
          await printed(`${command}${release}`, folder);
      }
    });
  }
});

it("no page that shows what is printed shows one", () => {
  const pages = readdirSync("docs").filter((name) => name.endsWith(".md"));
  for (const page of ["README.md", "CHANGELOG.md", ...pages.map((name) => join("docs", name))])
    startSecretSearch().search(readFileSync(page, "utf8"), page);
});

describe("the language server gives nothing away", () => {
  for (const [folder, files] of Object.entries(plantedFolders)) {
    it(`in whatever it sends, logs and is traced to say of the folder ${folder}`, async () => {
      const uri = (name: string): string => `file:///${folder}/${name}`;
      const texts = Object.fromEntries(Object.entries(files).map(([name, text]) => [uri(name), { state: "read" as const, text }]));
      const client = await startClient(texts, {
        settings: { ruleSet: "strict", strict: true, rules: { "no-such-rule": "error" } },
        about: { commands: ["grantlint.showReasons"], overview: true },
        snippets: true,
        creation: true,
      });
      const traced: string[] = [];
      // As the editor's client does it: the name of a message on the first line, its content below.
      const log = (message: unknown, data?: unknown): void =>
        void traced.push(withoutContent(typeof message === "string" ? `${message}\n${String(data)}` : JSON.stringify(message)));
      await client.connection.trace(Trace.Verbose, { log }, { sendNotification: true });
      const ask = (method: string, params: object): Promise<unknown> =>
        client.connection.sendRequest(method, params).catch(() => undefined);
      for (const [name, text] of Object.entries(files)) {
        const textDocument = { uri: uri(name) };
        const end = { line: text.split("\n").length, character: 0 };
        client.open(uri(name), text);
        // A contract, an include and a copy are part of a set that another file starts.
        if (/^(?:openclaw\.json|exec-approvals\.json|\.mcp\.json|mcporter\.json|compose\.yaml|Dockerfile)$/.test(name))
          await client.published(uri(name));
        await client.codeActions(uri(name), { range: { start: { line: 0, character: 0 }, end }, message: "whatever is offered anywhere" });
        for (const [line, words] of text.split("\n").entries()) {
          // In keys and in values.
          for (const character of [9, 40, 80, 160].filter((place) => place < words.length))
            for (const method of ["hover", "completion", "definition"])
              await ask(`textDocument/${method}`, { textDocument, position: { line, character } });
          await ask("textDocument/references", { textDocument, position: { line, character: 9 }, context: { includeDeclaration: true } });
          await ask("textDocument/rename", { textDocument, position: { line, character: 9 }, newName: "other" });
        }
        for (const method of ["documentSymbol", "codeLens", "documentLink"]) await ask(`textDocument/${method}`, { textDocument });
        await ask("textDocument/inlayHint", { textDocument, range: { start: { line: 0, character: 0 }, end } });
        await ask(planRequest, { uri: uri(name) });
      }
      await ask(grantsRequest, {});
      for (const view of [{ kind: "now" }, { kind: "fixed" }, { kind: "release", release: "2026.9.6" }]) await ask(matrixRequest, { view });
      await client.stop();
      assert.ok(client.received().length > 1000, "there is something to search");
      assert.ok(traced.length > 20);
      startSecretSearch().search(traced.join("\n"), "the trace");
    });
  }
});
