/** The contract beside a config: what is read from it, what is said about it, and that the schema editors use agrees. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { Ajv } from "ajv";
import { capabilities, reaches, termsOf } from "../server/src/core/grants/contract.ts";
import { textEditsOf } from "../server/src/core/index.ts";
import { analyzeTexts } from "./analyze-texts.ts";
import type { Analysis } from "../server/src/core/analyze.ts";

const config = '{ meta: { lastTouchedVersion: "2026.6.1" }, agents: { list: [{ id: "Main" }, { id: "hr" }] } }';

function analyzeContract(text: string | undefined, unknownFiles: readonly string[] = []): Promise<Analysis> {
  return analyzeTexts({ files: { "openclaw.json": config, ...(text === undefined ? {} : { "grantlint.json": text }) }, unknownFiles });
}

/** What is said about the contract itself, with the text it points at. */
async function complaintsAbout(text: string): Promise<string[]> {
  const { findings } = await analyzeContract(text);
  return findings.filter(({ rule }) => rule === "contract").map(({ at, message }) => `${text.slice(at.start, at.end)} | ${message}`);
}

const accusedBy = ({ findings }: Analysis): string[] =>
  findings.filter(({ rule }) => rule === "unneeded-grant").flatMap(({ agents }) => agents ?? []);

describe("a contract", () => {
  it("is read by agent, what holds for all laid in, whatever the case of an id", async () => {
    const { contract } = await analyzeContract(`{
      // comments are welcome
      "agents": {
        "*": { "needs": ["session.read"] },
        "main": { "purpose": "everything", "needs": ["fs.read", { "capability": "exec", "reach": "host", "programs": ["/usr/bin/git"] }], "reason": "mine" },
      }
    }`);
    assert.deepEqual(termsOf(contract, "main"), {
      purpose: "everything",
      reason: "mine",
      certain: true,
      needs: [
        { capability: "fs.read", reach: undefined, programs: [], reason: undefined },
        { capability: "exec", reach: "host", programs: ["/usr/bin/git"], reason: undefined },
        { capability: "session.read", reach: undefined, programs: [], reason: undefined },
      ],
    });
    assert.deepEqual(
      termsOf(contract, "hr")?.needs.map(({ capability }) => capability),
      ["session.read"],
    );
  });
  it("that is absent or cannot be read says nothing about anybody", async () => {
    for (const [analysis, state] of [
      [await analyzeContract(undefined), "absent"],
      [await analyzeContract(undefined, ["grantlint.json"]), "unknown"],
      [await analyzeContract('"main"'), "unknown"],
    ] as const) {
      assert.equal(analysis.contract.state, state);
      assert.deepEqual(accusedBy(analysis), []);
    }
  });
  it("says nothing about agents it does not name, and about those whose needs it leaves open", async () => {
    assert.deepEqual(accusedBy(await analyzeContract('{ "agents": { "hr": { "needs": [] } } }')), ["hr"]);
    assert.deepEqual(accusedBy(await analyzeContract('{ "agents": { "hr": { "purpose": "people" } } }')), []);
    assert.deepEqual(accusedBy(await analyzeContract('{ "agents": { "hr": { "needs": ["fs.reed"] } } }')), []);
    assert.deepEqual(accusedBy(await analyzeContract('{ "agents": { "hr": { "needs": ["fs.read", } } }')), []);
  });
});

describe("what is not understood", () => {
  const cases: readonly { readonly text: string; readonly says: readonly string[] }[] = [
    { text: '{ "agents": { "hrr": {} } }', says: ['"hrr" | There is no agent "hrr"; did you mean "hr"?'] },
    { text: '{ "agents": { "hr": { "needs": ["fs.reed"] } } }', says: ['"fs.reed" | "fs.reed" is no capability; did you mean "fs.read"?'] },
    {
      text: '{ "agents": { "hr": { "needs": [{ "capability": "exec", "reach": "moon" }] } } }',
      says: ['"moon" | "moon" is no reach; there are sandbox, host, node, remote'],
    },
    { text: '{ "agents": { "hr": { "need": [] } } }', says: ['"need" | "need" means nothing here; did you mean "needs"?'] },
    { text: '{ "agents": { "hr": { "needs": "exec" } } }', says: ['"exec" | "needs" must be a list'] },
    { text: '{ "agents": { "hr": { "needs": [{ "reach": "host" }] } } }', says: ['{ "reach": "host" } | A capability is missing here'] },
    {
      text: '{ "agents": { "hr": { "needs": [{ "capability": "exec", "programs": [1] }] } } }',
      says: ["1 | A program is named by a text"],
    },
    { text: '{ "agents": ["hr"] }', says: ['["hr"] | "agents" must be an object'] },
    { text: '{ "$schema": "x", "agents": { "*": { "purpose": "p", "reason": "r", "needs": [] } } }', says: [] },
    {
      text: '{ "agents": { "*": { "needs": [{ "capability": "exec", "reach": "host", "programs": ["git"], "reason": "r" }, "plugin"] } } }',
      says: [],
    },
  ];
  for (const { text, says } of cases) it(text, async () => assert.deepEqual(await complaintsAbout(text), says));

  it("is said by the parser where the text is only half typed, as a finding about the contract", async () => {
    const { findings } = await analyzeContract('{ "agents": { "hr": { "needs": [');
    assert.deepEqual([...new Set(findings.filter(({ at }) => at.file.endsWith("grantlint.json")).map(({ rule }) => rule))], ["contract"]);
    assert.ok(!findings.some(({ message }) => message.includes("is missing here")));
  });

  const schema = JSON.parse(readFileSync("schemas/grantlint.schema.json", "utf8")) as { definitions: { capability: { enum: unknown } } };
  const validate = new Ajv({ strict: false }).compile(schema);
  it("is the same to the schema that editors complete by", () => {
    assert.deepEqual(schema.definitions.capability.enum, capabilities);
    assert.deepEqual(reaches, ["sandbox", "host", "node", "remote"]);
    for (const { text, says } of cases) {
      const isStranger = says.some((message) => message.includes("There is no agent"));
      assert.equal(validate(JSON.parse(text)), says.length === 0 || isStranger, text);
    }
  });
  it("is nowhere in the contract of the example organisation", () => {
    assert.ok(validate(JSON.parse(readFileSync("examples/founding-organisation/grantlint.json", "utf8"))), JSON.stringify(validate.errors));
  });
});

describe("fixes", () => {
  const exec =
    '{ meta: { lastTouchedVersion: "2026.6.1" }, tools: { exec: { security: "full", ask: "off" } }, agents: { list: [{ id: "main" }, { id: "b" }] } }';
  const offeredWith = async (contract: string | undefined): Promise<string[]> => {
    const analysis = await analyzeTexts({
      files: { "openclaw.json": exec, ...(contract === undefined ? {} : { "grantlint.json": contract }) },
    });
    return analysis.findings.flatMap(({ remediations }) =>
      remediations.filter((remediation) => textEditsOf(analysis, remediation)).map(({ title }) => title),
    );
  };
  it("never take what an agent needs", async () => {
    const sandbox = "Run every agent's sessions in a sandbox";
    assert.ok((await offeredWith(undefined)).includes(sandbox));
    const analysis = await analyzeTexts({
      files: {
        "openclaw.json": exec,
        "grantlint.json": '{ "agents": { "main": { "needs": [{ "capability": "exec", "reach": "host" }] } } }',
      },
      strict: true,
    });
    const naive = { title: "", safety: "review" as const };
    const mode = {
      op: "set" as const,
      file: analysis.set.files[0]?.uri ?? "",
      path: ["agents", "defaults", "sandbox", "mode"],
      value: "all",
    };
    assert.equal(textEditsOf(analysis, { ...naive, edits: () => [mode] }), undefined);
    const staying = { ...mode, path: ["agents", "list", 0, "sandbox", "mode"], value: "off" };
    assert.ok(textEditsOf(analysis, { ...naive, edits: () => [mode, staying] }));
  });
});
