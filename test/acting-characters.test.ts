/**
 * A file cannot act on whoever reads what we say of it: no character of it moves a terminal's cursor, begins a line of its own (a build server takes
 * lines that begin with `::` for commands), turns the direction of writing, or is seen by nobody but a model.
 */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import type { CodeAction, CompletionItem } from "vscode-languageserver";
import { grantsRequest, matrixRequest, planRequest } from "../server/src/lsp/protocol.ts";
import { runCommand } from "./command-line.ts";
import { placesOf } from "./hostile/strings.ts";
import { startClient } from "./lsp-client.ts";
import { startServerProcess } from "./server-process.ts";

const hostile = "\u001B[31mred\u001B]8;;http://evil\u0007link\b\u009B8m\r\n::error file=x::said\u2028\u202Edrow\u2066\u200F\u{E0041}";
/** All but the line breaks between our own lines, and the tabs of a file in a diff. */
const acting = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029\u{E0000}-\u{E007F}]/u;
const injected = /^::/m;

const root = mkdtempSync(join(tmpdir(), "grantlint-acting-"));
after(() => rmSync(root, { recursive: true, force: true }));
// Not every character is allowed in the name of a folder.
const folder = join(root, process.platform === "win32" ? "set" : hostile.replaceAll("/", ""));
mkdirSync(folder);
for (const [name, text] of Object.entries(placesOf(hostile))) writeFileSync(join(folder, name), text);
// As it stands, where JSON5 and a comment allow it.
writeFileSync(join(folder, "more.json5"), `{ id: 'raw ${hostile.replace(/[\r\n]/g, "")}' } // ${hostile.replace(/[\r\n\u2028]/g, "")}`);

function assertHarmless(said: string, what: string): void {
  const found = acting.exec(said);
  assert.equal(found && JSON.stringify(said.slice(Math.max(0, found.index - 60), found.index + 20)), null, what);
  assert.doesNotMatch(said, injected, what);
}

describe("the command line says nothing that acts", () => {
  const commands = [
    ...[
      "lint --strict",
      "lint --strict --format json",
      "lint --strict --format sarif",
      "fix --review --strict",
      "fix --review --format json",
    ],
    ...[
      "grants",
      "grants --format json",
      "grants --why 31mred-8-http-evil-link-8m-error-file-x-said-drow exec",
      "grants --compare-releases 2026.2.17 2026.9.6",
      "plan",
      "plan --format json",
    ],
  ];
  for (const command of commands) {
    it(`at ${command}`, async () => {
      const { out, error } = await runCommand([...command.split(" "), folder]);
      assert.notEqual(out, "");
      assertHarmless(out, command);
      assertHarmless(error, command);
      if (command.includes("json")) assert.doesNotThrow(() => JSON.parse(out) as unknown);
    });
  }
  it("about a path that is not there", async () => {
    assertHarmless((await runCommand(["lint", join(root, `none${hostile}`)])).error, "path");
  });
  it("and hands programs the text as it is", async () => {
    const { out } = await runCommand(["grants", "--format", "json", folder]);
    assert.ok(JSON.stringify(JSON.parse(out)).includes("\u202E"));
  });
});

it("the server shows nothing that acts", async () => {
  const client = await startClient({}, { about: { overview: true } });
  const files = Object.entries(placesOf(hostile)).map(([name, text]) => [`file:///acting/${name}`, text] as const);
  for (const [uri, text] of files) client.open(uri, text);
  const shown: [what: string, said: unknown][] = [];
  for (const [uri, text] of files) {
    const { diagnostics } = await client.published(uri);
    shown.push([
      "diagnostics",
      diagnostics.map(({ message, relatedInformation }) => [message, relatedInformation?.map((related) => related.message)]),
    ]);
    const textDocument = { uri };
    shown.push(["lenses", await client.connection.sendRequest("textDocument/codeLens", { textDocument })]);
    for (const diagnostic of diagnostics.slice(0, 40)) {
      const { line, character } = diagnostic.range.start;
      shown.push(["hover", await client.hover(uri, line, character)]);
      const actions: CodeAction[] = await client.codeActions(uri, diagnostic);
      shown.push(["actions", actions.map(({ title }) => title)]);
    }
    for (let offset = 0; offset < text.length; offset += 97) {
      shown.push(["hover", await client.hover(uri, 0, offset)]);
      const position = { line: 0, character: offset };
      const items = await client.connection.sendRequest<CompletionItem[]>("textDocument/completion", { textDocument, position });
      // What is inserted and compared stays what it is.
      shown.push(["completion", items.map(({ label, detail, documentation }) => [label, detail, documentation])]);
    }
    shown.push(["outline", await client.connection.sendRequest("textDocument/documentSymbol", { textDocument })]);
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    shown.push(["hints", await client.connection.sendRequest("textDocument/inlayHint", { textDocument, range })]);
    shown.push(["plan", await client.connection.sendRequest(planRequest, { uri })]);
  }
  shown.push(
    ["grants", await client.connection.sendRequest(grantsRequest)],
    ["matrix", await client.connection.sendRequest(matrixRequest, { view: { kind: "now" } })],
  );
  await client.stop();
  for (const [what, said] of shown) for (const text of textsIn(said)) assertHarmless(text, what);
});

it(
  "the server offers a program under a name that does not act, and writes the name it has",
  {
    skip: process.platform === "win32" && "no programs are looked for there",
  },
  async (test) => {
    const bin = join(root, "bin");
    const program = join(bin, hostile.replaceAll("/", ""));
    mkdirSync(bin);
    writeFileSync(program, "", { mode: 0o755 });
    const server = await startServerProcess(test, { searchPath: bin });
    const textDocument = { uri: "file:///acting/exec-approvals.json" };
    const text = '{ "version": 1, "agents": { "main": { "allowlist": [{ "pattern": "" }] } } }';
    server.open(textDocument.uri, text);
    const position = { line: 0, character: text.indexOf('""') + 1 };
    const [item] = await server.connection.sendRequest<CompletionItem[]>("textDocument/completion", { textDocument, position });
    for (const said of textsIn([item?.label, item?.detail, item?.documentation])) assertHarmless(said, "program");
    assert.equal(item?.textEdit?.newText, JSON.stringify(program));
    assert.equal(await server.stop(), 0);
  },
);

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
