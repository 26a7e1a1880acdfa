/** Files that several sets hold, or that wait for the one that leads them: each has one set that speaks for it, in whatever order files come and go. */
import assert from "node:assert/strict";
import { afterEach, it } from "node:test";
import type { FileText } from "../server/src/core/index.ts";
import { grantsRequest, type GrantsResult } from "../server/src/lsp/protocol.ts";
import { startClient, type TestClient } from "./lsp-client.ts";

const config = "file:///set/openclaw.json";
const otherConfig = "file:///set/openclaw.json5";
const template = "file:///set/openclaw.example.json";
const backup = "file:///set/openclaw.json.bak";
const approvals = "file:///set/exec-approvals.json";
const contract = "file:///set/grantlint.json";

const withAgent = (id: string): string => `{ meta: { lastTouchedVersion: "2026.6.1" }, agents: { list: [{ id: "${id}" }] } }`;
const needsOf = (id: string): string => `{ agents: { "${id}": { purpose: "answers", needs: [] } } }`;
const saved = (text: string): FileText => ({ state: "read", text });

let client: TestClient;
afterEach(() => client.stop());

/** The agents of every set that is open. */
const agents = async (): Promise<string[][]> => {
  const { sets } = await client.connection.sendRequest<GrantsResult>(grantsRequest);
  return sets.map((set) => set.agents.map(({ id }) => id));
};
/** What the editor shows at last in a file, once all is done. */
const shown = async (uri: string): Promise<string[]> => {
  await agents();
  const publications = client
    .received()
    .split(/Content-Length: \d+\r\n\r\n/)
    .flatMap((message) => (message.includes('"textDocument/publishDiagnostics"') ? [JSON.parse(message) as Publication] : []));
  const last = publications.filter(({ params }) => params.uri === uri).at(-1);
  return (last?.params.diagnostics ?? []).map(({ message }) => message);
};
interface Publication {
  readonly params: { readonly uri: string; readonly diagnostics: readonly { readonly message: string }[] };
}

for (const waiting of [contract, approvals])
  it(`leaves ${waiting} to the config that is opened while it is read`, async () => {
    let answer: (found: FileText) => void = () => undefined;
    client = await startClient({ [config]: new Promise((resolve) => (answer = resolve)) });
    client.open(waiting, waiting === contract ? needsOf("main") : '{ "version": 1 }');
    client.open(otherConfig, withAgent("main"));
    // An answer that waits for no analysis: by then both have been taken in.
    await client.connection.sendRequest("codeAction/resolve", { title: "", edit: {} });
    answer({ state: "absent" });
    assert.deepEqual(await agents(), [["main"]]);
  });

it("judges a contract by the config that OpenClaw reads, whatever template or copy is open beside it", async () => {
  client = await startClient({ [config]: saved(withAgent("live")) });
  client.open(contract, needsOf("live"));
  assert.deepEqual(await shown(contract), []);
  for (const other of [template, backup]) {
    client.open(other, withAgent("sample"));
    assert.deepEqual(await shown(contract), [], other);
    client.change(contract, other === template ? 2 : 4, needsOf("sample"));
    assert.deepEqual(await shown(contract), ['There is no agent "sample"'], other);
    client.change(contract, other === template ? 3 : 5, needsOf("live"));
    client.close(other);
  }
  assert.deepEqual(await shown(contract), []);
});

it("judges a contract by a template where there is nothing else", async () => {
  client = await startClient();
  client.open(contract, needsOf("live"));
  client.open(template, withAgent("sample"));
  assert.deepEqual(await shown(contract), ['There is no agent "live"']);
  client.close(template);
  assert.deepEqual(await shown(contract), []);
});

it("shows of a file that two sets hold what the leading one says, in whatever order they are opened and changed", async () => {
  for (const order of [
    [config, template],
    [template, config],
  ]) {
    client = await startClient({ [contract]: saved(needsOf("live")), [approvals]: saved('{ "version": 1 }') });
    for (const uri of order) client.open(uri, withAgent(uri === config ? "live" : "sample"));
    assert.deepEqual(await shown(contract), []);
    for (const uri of order) client.change(uri, 2, `${withAgent(uri === config ? "live" : "sample")}\n`);
    assert.deepEqual(await shown(contract), []);
    client.close(config);
    assert.deepEqual(await shown(contract), ['There is no agent "live"']);
    if (order[0] === config) await client.stop();
  }
});

it("keeps what it shows of a file that another set still holds", async () => {
  const part = "file:///set/parts/openclaw.json";
  client = await startClient({ [part]: saved('{ tools: { exec: { ask: "sometimes" } } }') });
  client.open(config, '{ $include: "./parts/openclaw.json" }');
  const found = await shown(part);
  assert.notDeepEqual(found, []);
  client.open(part, '{ tools: { exec: { ask: "sometimes" } } }');
  await shown(part);
  client.close(part);
  assert.deepEqual(await shown(part), found);
});
