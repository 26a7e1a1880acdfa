/** What is offered at the mark `|` of a text, and what the text becomes when it is taken. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { complete, type Completion } from "../server/src/core/index.ts";
import { analyzeIfOurs } from "./analyze-texts.ts";
import { testSchemas } from "./test-schemas.ts";

async function offered(marked: string, openclaw = "2026.6.1", file = "openclaw.json"): Promise<readonly Completion[]> {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const others =
    file === "openclaw.json"
      ? {}
      : { "openclaw.json": "{ agents: { list: [{ id: 'main' }, { id: 'cto' }], $include: './agents.json5' } }" };
  const analysis = await analyzeIfOurs({ files: { ...others, [file]: text }, openclaw });
  assert.ok(analysis);
  const uri = analysis.set.files.find(({ uri: each }) => each.endsWith(file))?.uri ?? "";
  return complete(analysis, testSchemas, uri, offset);
}

async function taken(marked: string, label: string, openclaw?: string, file?: string): Promise<string> {
  const text = marked.replace("|", "");
  const item = (await offered(marked, openclaw, file)).find((each) => each.label === label);
  assert.ok(item, `${label} is not offered`);
  return text.slice(0, item.at.start) + item.text.replaceAll("$0", "") + text.slice(item.at.end);
}

const labels = async (...question: Parameters<typeof offered>): Promise<string[]> => (await offered(...question)).map(({ label }) => label);

describe("an included file", () => {
  const ask = (marked: string) => labels(marked, "2026.6.1", "agents.json5");

  it("is completed as the part of the config that it is", async () => {
    assert.deepEqual((await ask("{ defaults: { subagents: { allowAgents: ['|'] } } }")).slice(0, 2), ["main", "cto"]);
    assert.ok((await ask("{ defaults: { sandbox: { mode: '|' } } }")).includes("non-main"));
    assert.ok((await ask("{ defaults: { | } }")).includes("sandbox"));
    assert.ok((await ask("{ | }")).includes("defaults") && !(await ask("{ | }")).includes("gateway"));
    assert.ok((await ask("{ list: [{ tools: { deny: ['ex|")).includes("exec"));
  });
});

describe("keys", () => {
  it("are those the object may have and has not", async () => {
    const keys = await labels("{ tools: { exec: { ask: 'off', | } } }");
    assert.ok(keys.includes("security") && keys.includes("safeBins"));
    assert.ok(!keys.includes("ask") && !keys.includes("gateway"));
  });
  it("are written as the others are", async () => {
    assert.equal(await taken("{ tools: { ex| } }", "exec"), "{ tools: { exec: {  } } }");
    assert.equal(await taken('{ "tools": { "ask": 1, ex| } }', "exec"), '{ "tools": { "ask": 1, "exec": {  } } }');
    assert.equal(await taken("{ tools: { exec: { sec|: 'full' } } }", "security"), "{ tools: { exec: { security: 'full' } } }");
  });
  it("are another release's in another release", async () => {
    assert.ok((await labels("{ agents: { | } }", "2026.6.1")).includes("list"));
    assert.ok((await labels("{ agents: { | } }", "2026.9.6")).includes("entries"));
  });
  it("of the approvals' agents are the config's agents", async () => {
    const text = '{ "version": 1, "agents": { "cto": {}, | } }';
    assert.deepEqual((await labels(text, "2026.6.1", "exec-approvals.json")).slice(0, 2), ["main", "*"]);
    assert.equal(await taken(text, "main", "2026.6.1", "exec-approvals.json"), '{ "version": 1, "agents": { "cto": {}, "main": {  } } }');
  });
});

describe("values", () => {
  it("are the words of the schema, in place of what stands there", async () => {
    assert.deepEqual(await labels("{ tools: { exec: { ask: | } } }"), ["off", "on-miss", "always"]);
    assert.equal(await taken("{ tools: { exec: { ask: 'of|f' } } }", "always"), '{ tools: { exec: { ask: "always" } } }');
    assert.equal(await taken("{ tools: { exec: { ask: al|", "always"), '{ tools: { exec: { ask: "always"');
  });
  it("in a list of tools are tools and groups, with what they are", async () => {
    const found = await offered("{ tools: { deny: ['read', |] } }");
    assert.ok(found.some(({ label, kind, about }) => label === "exec" && kind === "tool" && about?.includes("AML.T0053")));
    const group = found.find(({ label }) => label === "group:openclaw");
    assert.match(group?.about ?? "", /does not include `exec`/);
    assert.ok(!found.some(({ label }) => label === "read"));
    assert.ok((await labels("{ tools: { deny: [|] } }", "2026.9.6")).includes("automations"));
    assert.ok(!(await labels("{ tools: { deny: [|] } }", "2026.6.1")).includes("automations"));
  });
  it("of a profile come with their members", async () => {
    const minimal = (await offered("{ tools: { profile: '|' } }")).find(({ label }) => label === "minimal");
    assert.equal(minimal?.detail, "session_status");
  });
  it("that name an agent are the agents", async () => {
    const text = "{ agents: { list: [{ id: 'main', subagents: { allowAgents: ['|'] } }, { id: 'hr' }] } }";
    assert.deepEqual(await labels(text), ["main", "hr"]);
  });
});

describe("blocks", () => {
  it("lock an agent down, as the release writes it", async () => {
    assert.ok((await labels("{ agents: { list: [|] } }", "2026.6.1")).includes("locked-down agent"));
    assert.ok((await labels("{ agents: { entries: { | } } }", "2026.9.6")).includes("locked-down agent"));
  });
});

it("nothing is offered in a comment or where nothing can stand", async () => {
  assert.deepEqual(await labels("{ // a | comment\n tools: {} }"), []);
  assert.deepEqual(await labels("{ tools: {} } |"), []);
});

it("half-typed text of any kind is completed without a fault, inside the text", async () => {
  const whole = "{ agents: { list: [{ id: 'main', tools: { allow: ['read'] } }] }, tools: { exec: { ask: 'off' } } }";
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), fc.nat(whole.length), async (end, at) => {
      const text = whole.slice(0, Math.max(end, 2));
      const offset = Math.min(at, text.length);
      const found = await offered(`${text.slice(0, offset)}|${text.slice(offset)}`).catch(() => []);
      assert.ok(found.every((item) => item.at.start <= offset && offset <= item.at.end && item.at.end <= text.length));
    }),
    { numRuns: 60 },
  );
});
