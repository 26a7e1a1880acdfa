/** Agents by capabilities: as the files are, with every fix, in another release, and for the set that is asked for. */
import assert from "node:assert/strict";
import { afterEach, it } from "node:test";
import { matrixRequest, type MatrixAgent, type MatrixCell, type MatrixParams, type MatrixResult } from "../server/src/lsp/protocol.ts";
import { startClient, type TestClient } from "./lsp-client.ts";

const uri = "file:///set/openclaw.json";
const text = `{
  meta: { lastTouchedVersion: "2026.6.1" },
  agents: { list: [
    { id: "main", default: true, subagents: { allowAgents: ["podcast"] } },
    { id: "podcast", tools: { allow: ["read"] }, sandbox: { mode: "all" } },
  ] },
  tools: { exec: { security: "full" } },
  channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } },
}`;

let client: TestClient;
afterEach(() => client.stop());

const ask = (params: MatrixParams): Promise<MatrixResult> => client.connection.sendRequest(matrixRequest, params);
const cellOf = ({ shown }: MatrixResult, id: string, column: string): MatrixCell | undefined =>
  agentOf({ shown }, id)?.cells[shown?.columns.findIndex(({ name }) => name === column) ?? -1];
const agentOf = ({ shown }: Pick<MatrixResult, "shown">, id: string): MatrixAgent | undefined =>
  shown?.agents.find((agent) => agent.id === id);

it("has a cell for each agent and capability, with the gate, the words and the line that decides", async () => {
  client = await startClient();
  client.open(uri, text);
  const result = await ask({ view: { kind: "now" } });
  const { shown } = result;
  assert.ok(shown);
  assert.deepEqual([result.configs, shown.config, shown.release, shown.refusals, shown.fixes], [[uri], uri, "2026.6.1", [], 0]);
  assert.ok(shown.agents.every(({ cells }) => cells.length === shown.columns.length));
  const exec = cellOf(result, "main", "exec");
  assert.deepEqual([exec?.gate, exec?.text, exec?.at?.range.start.line, exec?.change], ["none", "open, host", 6, null]);
  assert.ok(exec?.details[0]?.reasons.some(({ says }) => says === 'security is "full"'));
  assert.deepEqual([cellOf(result, "podcast", "exec")?.gate, cellOf(result, "podcast", "exec")?.at], [null, null]);
  assert.equal(cellOf(result, "podcast", "fs.read")?.text, "open, sandbox");
  assert.equal(cellOf(result, "main", "who can talk to it")?.text, "telegram: anyone");
});

it("tells who can run commands, who can move whom, and where an agent's entry is", async () => {
  client = await startClient();
  client.open(uri, text);
  const result = await ask({ view: { kind: "now" } });
  const [main, podcast] = [agentOf(result, "main"), agentOf(result, "podcast")];
  assert.deepEqual([main?.runsCommands, main?.hasShell, main?.starts, main?.at.range.start.line], [true, true, ["podcast"], 3]);
  assert.deepEqual([podcast?.runsCommands, podcast?.hasShell, podcast?.starts, podcast?.at.range.start.line], [false, false, [], 4]);
  assert.ok(main?.doors.some(({ name, who }) => name === "telegram" && who === "open"));
});

it("shows what every offered fix would take, with places in the text as it is", async () => {
  client = await startClient();
  client.open(uri, text);
  const result = await ask({ view: { kind: "fixed" } });
  const exec = cellOf(result, "main", "exec");
  assert.ok((result.shown?.fixes ?? 0) > 0);
  assert.deepEqual([exec?.change?.direction, exec?.change?.before, exec?.at?.range.start.line], ["narrower", "open, host", 6]);
  // Reasons of a text that does not exist lead nowhere.
  assert.ok(exec?.details.every(({ reasons }) => reasons.every(({ at }) => at === null)));
  assert.ok(result.shown?.agents.every(({ cells }) => cells.every(({ change }) => change?.direction !== "wider")));
});

it("shows what another release makes of the same files, and whether it takes them at all", async () => {
  client = await startClient();
  client.open(uri, text.replace('"2026.6.1" }', '"2026.6.1", lastTouchedAt: "2026-06-01T00:00:00Z" }'));
  const later = await ask({ view: { kind: "release", release: "2026.9.6" } });
  assert.equal(later.shown?.release, "2026.9.6");
  assert.deepEqual(later.shown?.releases.slice(0, 2), ["2026.9.6", "2026.9.5"]);
  assert.ok((later.shown?.refusals.length ?? 0) > 0);
  const changes = later.shown?.agents.flatMap(({ cells }) => cells.flatMap(({ change }) => change ?? []));
  assert.ok(changes?.some(({ details }) => details.length > 0));
  const same = await ask({ view: { kind: "release", release: "2026.6.1" } });
  assert.ok(same.shown?.agents.every(({ cells }) => cells.every(({ change }) => change === null)));
  assert.deepEqual(same.shown?.refusals, []);
});

it("shows the set that is asked for, and the first when that is not open any more", async () => {
  client = await startClient();
  const other = "file:///other/openclaw.json";
  client.open(uri, text);
  client.open(other, '{ agents: { list: [{ id: "solo" }] } }');
  const result = await ask({ config: other, view: { kind: "now" } });
  assert.deepEqual(result.configs, [uri, other]);
  assert.deepEqual(
    result.shown?.agents.map(({ id }) => id),
    ["solo"],
  );
  const beside = { config: "file:///set/exec-approvals.json", view: { kind: "now" } } as const;
  client.open(beside.config, '{ "version": 1 }', "json");
  assert.equal((await ask(beside)).shown?.config, uri);
  client.close(other);
  assert.equal((await ask({ config: other, view: { kind: "now" } })).shown?.config, uri);
});

it("has nothing to show while no config is open, nor for files beside a config", async () => {
  client = await startClient();
  assert.deepEqual(await ask({ view: { kind: "now" } }), { configs: [], shown: null });
  client.open("file:///set/.mcp.json", '{ "mcpServers": {} }', "json");
  assert.deepEqual(await ask({ view: { kind: "now" } }), { configs: [], shown: null });
});

it("answers for the newest text, also while it is half typed", async () => {
  client = await startClient();
  client.open(uri, text);
  client.change(uri, 2, '{ agents: { list: [{ id: "late" }] }, tools: { exec: { ask: "o');
  const result = await ask({ view: { kind: "now" } });
  assert.equal(result.shown?.agents[0]?.id, "late");
});
