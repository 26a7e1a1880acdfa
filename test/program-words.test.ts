/** Programs of the machine, offered where an allowlist or a contract names one: which there are, by which path, and to whom. */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, describe, it, type TestContext } from "node:test";
import type { CompletionItem } from "vscode-languageserver";
import { asksForProgram, complete } from "../server/src/core/index.ts";
import { findNodePrograms } from "../server/src/entry/node-programs.ts";
import { trustedNotification, type InitializationOptions } from "../server/src/lsp/protocol.ts";
import { analyzeIfOurs } from "./analyze-texts.ts";
import { startServerProcess } from "./server-process.ts";
import { testSchemas } from "./test-schemas.ts";

const config = "{ agents: { list: [{ id: 'main' }] } }";
const places = {
  approvals: { file: "exec-approvals.json", text: '{ "version": 1, "agents": { "main": { "allowlist": [{ "pattern": "" }] } } }' },
  contract: { file: "grantlint.json", text: '{ "agents": { "main": { "needs": [{ "capability": "exec", "programs": [""] }] } } }' },
} as const;

describe("what is offered of some programs", () => {
  const programs = [
    { path: "/usr/bin/bash", realPath: "/usr/bin/bash" },
    { path: "/usr/bin/rg", realPath: "/opt/tools/rg-14" },
    { path: "/usr/bin/git", realPath: "/usr/bin/git" },
    { path: "/usr/local/bin/git2", realPath: "/usr/bin/git" },
    { path: "/usr/bin/g++", realPath: "/usr/bin/x86_64-linux-gnu-g++" },
    { path: "/usr/bin/[", realPath: "/usr/bin/[" },
    { path: "/usr/bin/ls", realPath: "/usr/bin/ls" },
    { path: "/usr/bin/env", realPath: "/usr/bin/env" },
  ];
  const table: readonly (readonly [release: string, offered: readonly string[]])[] = [
    // Signs of regular expressions do not stand for themselves there, links are not followed, and env is not yet looked through.
    ["2026.2.17", ["/usr/bin/ls", "/usr/bin/bash", "/usr/bin/rg", "/usr/bin/git", "/usr/local/bin/git2", "/usr/bin/env"]],
    ["2026.5.12", ["/usr/bin/[", "/usr/bin/ls", "/usr/bin/bash", "/usr/bin/rg", "/usr/bin/git", "/usr/local/bin/git2", "/usr/bin/g++"]],
    ["2026.9.6", ["/usr/bin/x86_64-linux-gnu-g++", "/usr/bin/[", "/usr/bin/ls", "/usr/bin/bash", "/opt/tools/rg-14", "/usr/bin/git"]],
  ];
  for (const [release, wanted] of table)
    for (const [place, { file, text }] of Object.entries(places))
      it(`${release}, ${place}: paths the release compares with, those that lead to any program last`, async () => {
        const analysis = await analyzeIfOurs({ files: { "openclaw.json": config, [file]: text }, openclaw: release });
        const uri = analysis?.set.files.find(({ uri: each }) => each.endsWith(file))?.uri;
        assert.ok(analysis && uri);
        const offset = text.indexOf('""') + 1;
        assert.ok(asksForProgram(analysis, uri, offset));
        const found = complete(analysis, testSchemas, uri, offset, programs).filter(({ kind }) => kind === "program");
        assert.deepEqual(
          found.map(({ label }) => label),
          wanted,
        );
        const shell = found.find(({ label }) => label === "/usr/bin/bash");
        assert.equal(shell?.detail, "is a shell");
        assert.match(shell?.about ?? "", /AML\.T0050/);
        assert.doesNotMatch(found.find(({ label }) => label === "/usr/bin/ls")?.about ?? "AML", /AML/);
      });

  it("nothing elsewhere", async () => {
    const analysis = await analyzeIfOurs({ files: { "openclaw.json": config } });
    const uri = analysis?.set.files[0]?.uri;
    assert.ok(analysis && uri);
    for (let offset = 0; offset <= config.length; offset += 1) {
      assert.ok(!asksForProgram(analysis, uri, offset));
      assert.ok(complete(analysis, testSchemas, uri, offset, programs).every(({ kind }) => kind !== "program"));
    }
  });
});

describe("the programs of a machine", { skip: process.platform === "win32" && "none are looked for there" }, () => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "grantlint-programs-")));
  after(() => rmSync(home, { recursive: true, force: true }));
  const [first, second] = [join(home, "first"), join(home, "second")];
  const make = (folder: string, name: string, mode: number): void => {
    writeFileSync(join(folder, name), "#!/bin/false\n");
    chmodSync(join(folder, name), mode);
  };
  for (const folder of [first, second]) mkdirSync(folder);
  make(first, "tool", 0o755);
  make(first, "notes.txt", 0o644);
  make(second, "tool", 0o755);
  make(second, "tool-2", 0o755);
  mkdirSync(join(first, "folder"));
  symlinkSync(join(second, "tool-2"), join(first, "link"));
  symlinkSync(join(home, "nowhere"), join(first, "broken"));
  symlinkSync(join(home, "second"), join(first, "link-to-folder"));
  const searchPath = [first, "relative/bin", "", join(home, "missing"), first, second].join(delimiter);

  it("are the executable files of the folders it searches, the first of a name, with what is behind links", async () => {
    assert.deepEqual(await findNodePrograms(searchPath), [
      { path: join(first, "link"), realPath: join(second, "tool-2") },
      { path: join(first, "tool"), realPath: join(first, "tool") },
      { path: join(second, "tool-2"), realPath: join(second, "tool-2") },
    ]);
  });

  it("none where nothing is searched", async () => assert.deepEqual(await findNodePrograms(""), []));

  describe("are offered by the server", () => {
    const { file, text } = places.approvals;
    const uri = `file://${home}/${file}`;
    const position = { line: 0, character: text.indexOf('""') + 1 };
    const labelsFor = async (test: TestContext, about: InitializationOptions) => {
      const server = await startServerProcess(test, { searchPath, about });
      server.open(uri, text);
      const ask = async (): Promise<string[]> => {
        const items = await server.connection.sendRequest<CompletionItem[]>("textDocument/completion", { textDocument: { uri }, position });
        return items.map(({ label }) => label);
      };
      return { server, ask };
    };

    it("to an editor that says nothing of trust", async (test) => {
      const { ask } = await labelsFor(test, {});
      assert.deepEqual(await ask(), [join(second, "tool-2"), join(first, "tool")]);
    });

    it("once what is opened is trusted, and not before", async (test) => {
      const { server, ask } = await labelsFor(test, { isTrusted: false });
      assert.deepEqual(await ask(), []);
      await server.connection.sendNotification(trustedNotification);
      assert.deepEqual(await ask(), [join(second, "tool-2"), join(first, "tool")]);
    });
  });
});
