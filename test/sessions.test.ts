/** `--used-within`: what is read of agents' sessions, where it is not, and that only what was seen counts where no contract speaks. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { openclaw } from "../server/src/core/dialects/openclaw/index.ts";
import { nodeSessionFiles } from "../server/src/entry/node-session-files.ts";
import { runCommand, type Run } from "./command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "grantlint-sessions-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const now = Date.parse("2026-06-20T12:00:00Z");
const daysAgo = (days: number): string => new Date(now - days * 24 * 60 * 60 * 1000).toISOString();

/** Lines as `SessionManager` of 2026.2.17 writes them. */
const header = { type: "session", version: 3, id: "4efa0e71", timestamp: daysAgo(200), cwd: "/tmp" };
const message = (days: number, fields: object): object => ({ type: "message", id: "6e19495f", timestamp: daysAgo(days), message: fields });
const said = (days: number, fields: object = {}): object =>
  message(days, { role: "assistant", content: [{ type: "text", text: "do not keep me" }], api: "anthropic-messages", ...fields });
const called = (days: number, name: string, args: object = {}): object =>
  said(days, { content: [{ type: "toolCall", id: "1", name, arguments: args }] });
const answered = (days: number, toolName: string): object => message(days, { role: "toolResult", toolName, content: [] });
const toText = (...lines: readonly object[]): string => [header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join("");

describe("a record of a session", () => {
  const read = (text: string): unknown => openclaw.sessionRecords?.read(text, now - 90 * 24 * 60 * 60 * 1000);
  const recent = (...tools: readonly string[]): unknown => ({ isRecent: true, tools, gap: undefined });

  it("gives the names of the tools called since, once each, and nothing else", () => {
    assert.deepEqual(
      read(toText(called(1, "read"), answered(1, "read"), called(2, " Write "), called(91, "exec"))),
      recent("read", "write"),
    );
    assert.deepEqual(read(toText(said(3))), recent());
    assert.deepEqual(read(toText(said(3, { content: [{ type: "tool_use", name: "read" }] }))), recent("read"));
    assert.deepEqual(read(toText(said(3, { content: "a text" }))), recent());
  });
  it("in which the agent did nothing since is not recent", () => {
    const idle = { isRecent: false, tools: [], gap: undefined };
    assert.deepEqual(read(toText()), idle);
    assert.deepEqual(read(toText(called(91, "exec"))), idle);
    assert.deepEqual(read(toText(message(1, { role: "user", content: "hello" }))), idle);
  });
  it("counts an entry without a time, which may be recent", () => {
    assert.deepEqual(read(toText({ ...called(1, "exec"), timestamp: "soon" })), recent("exec"));
  });
  it("may end in a line that is half written, but not have one in between", () => {
    assert.deepEqual(read(`${toText(called(1, "read"))}{"type":"mess`), recent("read"));
    const gap = { isRecent: true, tools: [], gap: "one of its sessions cannot be read" };
    for (const text of ["", "[]", "{}", `${toText(called(1, "read"))}{"type":\n${toText(said(1))}`, "\u0000\n"])
      assert.deepEqual(read(text), gap, text);
  });
  it("leaves open what another program did, and what tools called that call others", () => {
    const gapIn = (...lines: readonly object[]): unknown => (read(toText(...lines)) as { gap: unknown }).gap;
    for (const fields of [{ api: "cli" }, { model: "acp-runtime", provider: "openclaw" }, { provider: "codex" }])
      assert.equal(gapIn(said(1, fields)), "another program ran tools for it");
    for (const line of [called(1, "tool_search_code"), called(1, "tool_call"), called(1, "wait"), called(1, "exec", { code: "1" })])
      assert.equal(gapIn(line), "it called tools through other tools");
    assert.equal(gapIn(called(1, "exec", { command: "ls" }), said(100, { api: "cli" })), undefined);
  });
  it("is told by its name", () => {
    const names = ["a.jsonl", "a-topic-7.jsonl", "a.jsonl.reset.2026-06-01T04-00-00.000Z", "a.jsonl.deleted.2026-06-01T04-00-00Z"];
    const others = [
      "sessions.json",
      "a.trajectory.jsonl",
      "a.checkpoint.4efa0e71-8752-4677-bb9e-8f8381d195f7.jsonl",
      "a.jsonl.bak",
      "a.txt",
    ];
    assert.deepEqual(
      [...names, ...others].filter((name) => openclaw.sessionRecords?.isRecord(name)),
      names,
    );
  });
});

let places = 0;

/** A state folder of its own. */
function place(files: Readonly<Record<string, string>>): string {
  const root = join(folder, String(places++));
  for (const [name, content] of Object.entries({ "openclaw.json": config, ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
    utimesSync(join(root, name), now / 1000, now / 1000);
  }
  return root;
}

const config =
  '{ meta: { lastTouchedVersion: "2026.6.1" }, agents: { list: [{ id: "Podcast", tools: { allow: ["exec", "read"] } }, { id: "hr", tools: { allow: ["exec", "read"] } }] } }';
const reading = toText(called(1, "read"));

const run = (argv: readonly string[], canRead = true): Promise<Run> =>
  runCommand(argv, canRead ? { sessions: { files: nodeSessionFiles, now: () => now } } : {});

/** Who has what to no use, and what is said about how far the look went. */
async function accused(root: string, ...argv: readonly string[]): Promise<{ messages: readonly string[]; note: string }> {
  const { out, error } = await run(["--format", "json", "--strict", "--used-within", "90", ...argv, root]);
  const sets = (JSON.parse(out) as { sets: readonly { findings: readonly { rule: string; message: string; confidence: string }[] }[] })
    .sets;
  const own = sets.flatMap(({ findings }) => findings.filter(({ rule }) => rule === "unneeded-grant"));
  assert.ok(own.every(({ confidence }) => confidence === "medium"));
  return { messages: own.map(({ message }) => message), note: error };
}

const podcastNeedsNoShell = 'Agent "podcast" has exec, which its only session of the last 90 days did not use';

describe("--used-within", () => {
  it("accuses whom it saw at work of what it did not see, and nobody else", async () => {
    const root = place({ "agents/podcast/sessions/a.jsonl": reading });
    const { messages, note } = await accused(root);
    assert.deepEqual(messages, [podcastNeedsNoShell]);
    assert.equal(note, "grantlint: sessions of the last 90 days: podcast 1\n");
    const { out, error } = await run(["--format", "json", "--strict", root]);
    assert.ok(!out.includes("unneeded-grant"), "nobody asked");
    assert.equal(error, "");
  });
  it("counts sessions, also those that were reset or deleted", async () => {
    const root = place({
      "agents/podcast/sessions/a.jsonl": reading,
      "agents/podcast/sessions/b.jsonl.reset.2026-06-01T04-00-00.000Z": reading,
      "agents/podcast/sessions/c.jsonl": toText(called(100, "exec")),
      "agents/podcast/sessions/sessions.json": "{}",
    });
    const { messages } = await accused(root);
    assert.deepEqual(messages, ['Agent "podcast" has exec, which none of its 2 sessions of the last 90 days used']);
  });
  it("knows a tool by its other names, and takes an entry that let a command pass for its use", async () => {
    assert.deepEqual(
      (await accused(place({ "agents/podcast/sessions/a.jsonl": toText(called(1, "bash"), called(1, "read")) }))).messages,
      [],
    );
    const approvals = (days: number, agent: string): string =>
      JSON.stringify({ version: 1, agents: { [agent]: { allowlist: [{ pattern: "/bin/ls", lastUsedAt: Date.parse(daysAgo(days)) }] } } });
    for (const [days, agent, messages] of [
      [1, "podcast", []],
      [1, "*", []],
      [100, "podcast", [podcastNeedsNoShell]],
      [1, "hr", [podcastNeedsNoShell]],
    ] as const) {
      const root = place({ "agents/podcast/sessions/a.jsonl": reading, "exec-approvals.json": approvals(days, agent) });
      assert.deepEqual((await accused(root)).messages, messages, `${agent} ${days}`);
    }
  });
  it("comes second to the contract, which speaks of an agent or of all", async () => {
    const files = { "agents/podcast/sessions/a.jsonl": reading };
    const withContract = async (text: string): Promise<readonly string[]> => {
      const { out } = await run(["--format", "json", "--strict", "--used-within", "90", place({ ...files, "grantlint.json": text })]);
      const sets = (JSON.parse(out) as { sets: readonly { findings: readonly { rule: string; message: string }[] }[] }).sets;
      return sets.flatMap(({ findings }) => findings.filter(({ rule }) => rule === "unneeded-grant").map(({ message }) => message));
    };
    assert.deepEqual(await withContract('{ "agents": { "podcast": { "needs": ["exec", "fs.read"] } } }'), []);
    assert.deepEqual(await withContract('{ "agents": { "*": { "needs": ["exec", "fs.read"] } } }'), []);
    assert.deepEqual(await withContract('{ "agents": { "hr": { "needs": ["exec", "fs.read"] } } }'), [podcastNeedsNoShell]);
    assert.deepEqual(await withContract('["half'), [], "a contract that cannot be read may say anything");
  });
  it("says nothing of an agent of whom not everything can be read, and why", async () => {
    const own = "agents/podcast/sessions/a.jsonl";
    for (const [files, why] of [
      [{ "agents/podcast/agent/openclaw-agent.sqlite": "" }, "its sessions are kept in a database, which is not read"],
      [{ "agents/podcast/sessions/b.jsonl": "no record" }, "one of its sessions cannot be read"],
      [
        { "openclaw.json": config.replace("agents:", 'session: { store: "/srv/sessions.json" }, agents:') },
        "the config keeps its sessions",
      ],
    ] as const) {
      const { messages, note } = await accused(place({ [own]: reading, ...files }));
      assert.deepEqual(messages, [], why);
      assert.match(note, /what these need stays open: .*podcast/);
      assert.ok(note.includes(why), note);
    }
    const none = await accused(place({}));
    assert.deepEqual(none, { messages: [], note: "grantlint: sessions of the last 90 days: none\n" });
  });
  it("does not follow a link out of the state folder, nor wait for what is no file", async () => {
    const outside = place({ "secret.jsonl": toText(called(1, "exec")) });
    const linked = place({ "agents/podcast/sessions/a.jsonl": reading });
    symlinkSync(join(outside, "secret.jsonl"), join(linked, "agents/podcast/sessions/b.jsonl"));
    utimesSync(join(outside, "secret.jsonl"), now / 1000, now / 1000);
    assert.match((await accused(linked)).note, /podcast \(one of its sessions cannot be read\)/);

    const moved = place({ "agents/podcast/sessions/a.jsonl": reading });
    renameSync(join(moved, "agents"), join(outside, "agents"));
    symlinkSync(join(outside, "agents"), join(moved, "agents"));
    assert.deepEqual((await accused(moved)).messages, []);

    const within = place({ "agents/podcast/sessions/a.jsonl": reading, "kept/b.jsonl": reading });
    symlinkSync(join(within, "kept/b.jsonl"), join(within, "agents/podcast/sessions/b.jsonl"));
    assert.match((await accused(within)).messages.join(), /none of its 2 sessions/);

    const odd = place({ "agents/podcast/sessions/a.jsonl": reading, "agents/podcast/sessions/b.jsonl/c": "" });
    assert.deepEqual((await accused(odd)).messages, [podcastNeedsNoShell], "a folder is no session");
  });
  it("reads no file that did not change since, and none that is too large", async () => {
    const root = place({ "agents/podcast/sessions/a.jsonl": reading, "agents/podcast/sessions/old.jsonl": toText(called(1, "exec")) });
    utimesSync(join(root, "agents/podcast/sessions/old.jsonl"), now / 1000 - 91 * 86400, now / 1000 - 91 * 86400);
    assert.deepEqual((await accused(root)).messages, [podcastNeedsNoShell]);
    const address = `file://${root}/agents/podcast/sessions/a.jsonl`;
    assert.equal(nodeSessionFiles.read(address, `file://${root}`, reading.length - 1), undefined);
    assert.equal(nodeSessionFiles.read(address, `file://${root}`, reading.length), reading);
  });
  it("takes away what was not used, keeps what was, and is in the plan", async () => {
    const root = place({ "agents/podcast/sessions/a.jsonl": reading });
    const { out } = await run(["fix", "--review", "--rule", "unneeded-grant", "--used-within", "90", root]);
    assert.match(out, /^\+.*id: "Podcast", tools: \{ allow: \["read"\] \}/m);
    const plan = await run(["plan", "--used-within", "90", root]);
    assert.match(plan.out, /\| podcast \| exec \| its only session of the last 90 days did not use it \|/);
  });
  it("keeps nothing of what was said", async () => {
    const root = place({ "agents/podcast/sessions/a.jsonl": toText(said(1), called(1, "read", { path: "do not keep me" })) });
    for (const command of [["lint"], ["fix", "--review"], ["plan"]]) {
      const { out, error } = await run([...command, "--used-within", "90", root]);
      assert.ok(!`${out}${error}`.includes("do not keep me"), command[0]);
    }
  });
  it("takes a number of days, and says so where there is nothing to read them with", async () => {
    for (const days of ["0", "3651", "-1", "1.5", "ten", ""])
      assert.equal((await run(["lint", `--used-within=${days}`, folder])).code, 2, days);
    assert.match((await run(["--used-within", "1", place({})], false)).error, /there are no records of sessions to read/);
  });
});
