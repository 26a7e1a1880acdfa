/** A server's life when things go wrong around it: messages out of order, twice, broken or missing, many files at once, an end in the middle. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { CancellationTokenSource } from "vscode-languageserver/node";
import { runProgram } from "./run-program.ts";
import { startServerProcess, type ServerProcess } from "./server-process.ts";

/** Guards the run against an end that never comes. */
const patience = { timeout: 300_000 };
const uri = "file:///life/openclaw.json";
const open = '{ tools: { exec: { security: "full", ask: "off" } }, agents: { list: [{ id: "main" }] } }';
const broken = '{ tools: { exec: { security: "full", ask: "off" ';
const textDocument = { uri };

function change(server: ServerProcess, version: number, text: string): void {
  void server.connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
}

async function rulesOf(server: ServerProcess, version: number): Promise<string[]> {
  let publication = await server.published(uri, version);
  // What was cleared when it was closed may still be on its way.
  while (publication.version === undefined) publication = await server.published(uri, version);
  return publication.diagnostics.map(({ code }) => String(code)).sort();
}

/** What it says of a document nobody has touched before: the sign that it lives and is in its right mind. */
async function assertAlive(server: ServerProcess): Promise<void> {
  const fresh = "file:///alive/openclaw.json";
  server.open(fresh, open);
  const { diagnostics } = await server.published(fresh);
  assert.ok(diagnostics.some(({ code }) => code === "ungated-host-exec"));
  assert.equal(await server.stop(), 0);
}

describe("messages", patience, () => {
  it("about documents that were never opened change nothing", async (test) => {
    const server = await startServerProcess(test);
    const position = { line: 0, character: 1 };
    change(server, 5, open);
    await server.connection.sendNotification("textDocument/didClose", { textDocument });
    for (const method of ["hover", "completion", "definition", "codeLens", "documentSymbol", "documentLink", "foldingRange"]) {
      const answer: unknown = await server.connection.sendRequest(`textDocument/${method}`, { textDocument, position });
      assert.ok(answer === null || (Array.isArray(answer) && answer.length === 0), method);
    }
    await assertAlive(server);
  });

  it("in the wrong order or twice leave the text that came last", async (test) => {
    const server = await startServerProcess(test);
    server.open(uri, broken);
    server.open(uri, open);
    change(server, 9, broken);
    change(server, 4, open);
    change(server, 4, open);
    change(server, 10, open);
    const wanted = await rulesOf(server, 10);
    assert.ok(wanted.includes("ungated-host-exec") && !wanted.includes("syntax"));
    for (let times = 0; times < 3; times++) await server.connection.sendNotification("textDocument/didClose", { textDocument });
    await assertAlive(server);
  });

  it("with ranges outside of the text are taken for its edges", async (test) => {
    const server = await startServerProcess(test);
    server.open(uri, open);
    const far = { line: 1e9, character: 1e9 };
    const contentChanges = [{ range: { start: far, end: far }, text: " // end" }];
    await server.connection.sendNotification("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges });
    assert.ok((await rulesOf(server, 2)).includes("ungated-host-exec"));
    for (const position of [far, { line: -1, character: -1 }, { line: 0.5, character: NaN }]) {
      await server.connection.sendRequest("textDocument/hover", { textDocument, position });
      await server.connection.sendRequest("textDocument/completion", { textDocument, position });
    }
    await assertAlive(server);
  });

  it("that are cancelled are answered all the same", async (test) => {
    const server = await startServerProcess(test);
    server.open(uri, readFileSync("examples/founding-organisation/original/openclaw.json", "utf8"));
    const answers = Array.from({ length: 50 }, (_, index) => {
      const source = new CancellationTokenSource();
      const answer = server.connection
        .sendRequest("textDocument/hover", { textDocument, position: { line: index, character: 4 } }, source.token)
        .catch((error: unknown) => error);
      source.cancel();
      return answer;
    });
    assert.equal((await Promise.all(answers)).length, 50);
    await assertAlive(server);
  });

  it("that no protocol knows are refused, one by one", async (test) => {
    const server = await startServerProcess(test);
    const bodies = [
      "{",
      "null",
      "[]",
      "[1, 2]",
      '"text"',
      '{"jsonrpc":"2.0"}',
      '{"jsonrpc":"2.0","id":7000,"method":"textDocument/unheardOf","params":{}}',
      '{"jsonrpc":"2.0","id":7001,"method":"textDocument/hover"}',
      '{"jsonrpc":"2.0","id":7002,"method":"textDocument/hover","params":{"textDocument":null}}',
      '{"jsonrpc":"2.0","id":7003,"method":"textDocument/codeAction","params":[1]}',
      '{"jsonrpc":"2.0","id":{"a":1},"method":"textDocument/hover","params":{}}',
      '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{}}',
      '{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":7},"contentChanges":"x"}}',
      '{"jsonrpc":"2.0","method":"workspace/didChangeConfiguration","params":null}',
      '{"jsonrpc":"2.0","method":"workspace/didChangeWatchedFiles","params":{"changes":[]}}',
      '{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"nobody"}}',
      '{"jsonrpc":"2.0","method":"$/setTrace","params":{"value":"nonsense"}}',
      '{"jsonrpc":"2.0","id":7004,"result":{}}',
      '{"jsonrpc":"2.0","id":7005,"method":"initialize","params":{"capabilities":{}}}',
    ];
    for (const body of bodies) server.send(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    await assertAlive(server);
  });

  it("without a length end the server, which does not hang", async (test) => {
    const server = await startServerProcess(test);
    server.send("Nonsense: 5\r\n\r\n{}{}{}");
    server.kill();
    await server.ended();
  });
});

describe("many documents", patience, () => {
  it("500 are open at once and each is judged", async (test) => {
    const server = await startServerProcess(test);
    const uris = Array.from({ length: 500 }, (_, index) => `file:///many/${index}/openclaw.json`);
    for (const each of uris) server.open(each, open);
    for (const each of uris) assert.ok((await server.published(each)).diagnostics.length > 0, each);
    for (const each of uris) await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri: each } });
    for (const each of uris) assert.deepEqual((await server.published(each)).diagnostics, []);
    await assertAlive(server);
  });

  it("one that is opened and closed over and over is in the end what it was last", async (test) => {
    const server = await startServerProcess(test);
    for (let times = 0; times < 300; times++) {
      server.open(uri, times % 2 === 0 ? open : broken);
      change(server, 2, times % 3 === 0 ? broken : open);
      await server.connection.sendNotification("textDocument/didClose", { textDocument });
    }
    server.open(uri, open);
    change(server, 7, open);
    assert.ok((await rulesOf(server, 7)).includes("ungated-host-exec"));
    await assertAlive(server);
  });
});

describe("the end", patience, () => {
  it("in the middle of work comes in order", async (test) => {
    const server = await startServerProcess(test);
    server.open(uri, readFileSync("examples/founding-organisation/original/openclaw.json", "utf8"));
    for (let version = 2; version < 50; version++) change(server, version, version % 2 === 0 ? open : broken);
    void server.connection.sendRequest("textDocument/hover", { textDocument, position: { line: 0, character: 4 } }).catch(() => undefined);
    assert.equal(await server.stop(), 0);
    assert.equal(server.complaints(), "");
  });

  it("without a farewell is told by the exit code", async (test) => {
    const server = await startServerProcess(test);
    await server.connection.sendNotification("exit");
    assert.equal(await server.ended(), 1);
  });

  it("comes when the editor is gone", async (test) => {
    const server = await startServerProcess(test);
    server.open(uri, open);
    await server.published(uri);
    server.hangUp();
    assert.notEqual(await server.ended(), null);
  });

  it("by force loses nothing: the next server says the same", async (test) => {
    const first = await startServerProcess(test);
    first.open(uri, open);
    const before = (await first.published(uri)).diagnostics;
    first.kill();
    await first.ended();
    const second = await startServerProcess(test);
    second.open(uri, open);
    assert.deepEqual((await second.published(uri)).diagnostics, before);
    assert.equal(await second.stop(), 0);
  });

  it("is not near after many edits: memory stays what it was", { skip: process.platform === "win32" }, () => {
    const { code, out, errors } = runProgram(process.execPath, ["--import", "tsx", "test/soak.ts", "--edits", "1000"]);
    assert.equal(code, 0, out + errors);
  });
});
