/**
 * Files built to break their reader. Each is judged in work that grows no faster than the file (counted in steps, not in seconds), breaks no rule,
 * and speaks of places inside its text. Whatever cannot be read is named once. `test/hostile/` holds the files.
 */
import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { explain, fixSet, silencesIn, startsIn, type Analysis } from "../server/src/core/index.ts";
import { analyzeIfOurs, analyzeTexts } from "./analyze-texts.ts";
import { growing, growingCompanions, type Files } from "./hostile/growing.ts";
import { attacks, companionsOf, fileNames, inherited, placesOf } from "./hostile/strings.ts";
import { isCoreOrReader, startStepCounter } from "./steps.ts";

/** Guards the whole run against an end that never comes; nothing here takes a hundredth of it. */
const patience = { timeout: 600_000 };
const releases = ["2026.2.17", "2026.9.6"] as const;

function check(analysis: Analysis | undefined): void {
  if (!analysis) return;
  assert.deepEqual(analysis.failures, []);
  const lengths = new Map(analysis.set.files.map(({ uri, text }) => [uri, text.length]));
  for (const { rule, at, related } of analysis.findings) {
    for (const { file, start, end } of [at, ...related.map((place) => place.at)]) {
      const length = lengths.get(file) ?? 0;
      assert.ok(0 <= start && start <= end && end <= length, `${rule} ${start}..${end} in ${length} of ${file}`);
    }
  }
}

async function judge(files: Files, openclaw?: string): Promise<Analysis | undefined> {
  const analysis = await analyzeIfOurs({ files, openclaw, strict: true });
  check(analysis);
  return analysis;
}

/** A straight line doubles from step to step; what goes with the square quadruples. */
const steepest = 3;
/** Loading a schema or a library and the like, once. */
const startingWork = 20_000;

describe("work grows no faster than the file", patience, () => {
  const counter = startStepCounter();
  after(() => counter.stop());

  for (const [files, counted] of [[growing], [growingCompanions, isCoreOrReader]] as const) {
    for (const [name, write] of Object.entries(files)) {
      it(name, async () => {
        await judge(write(20));
        const steps: number[] = [];
        for (const size of [200, 400, 800]) steps.push((await counter.count(() => judge(write(size)), counted)).steps);
        const [small = 0, middle = 0, large = 0] = steps;
        assert.ok(large - middle <= steepest * (middle - small) + startingWork, `steps ${steps.join(", ")}`);
      });
    }
  }
});

describe("a text where one is read closely", patience, () => {
  const size = 2000;
  for (const [index, attack] of attacks.entries()) {
    it(`${JSON.stringify(attack(3))}, ${size} times as long (${index})`, async () => {
      for (const openclaw of releases) {
        const analysis = await judge(placesOf(attack(size)), openclaw);
        assert.ok(analysis);
        for (const { at } of analysis.findings.slice(0, 20)) explain(analysis, at.file, at.start);
        silencesIn(analysis, analysis.set.files[0]?.uri ?? "");
      }
      for (const files of companionsOf(attack(size))) await judge(files);
    });
  }

  it("in a file's name", () => {
    for (const name of fileNames) startsIn([name(5000)]);
  });
});

describe("words that mean something to JavaScript", patience, () => {
  for (const word of inherited) {
    it(`${word} is a name like any other`, async () => {
      for (const openclaw of releases) {
        const analysis = await judge(placesOf(word), openclaw);
        assert.ok(analysis);
        for (const { at } of analysis.findings) explain(analysis, at.file, at.start);
        fixSet(analysis, { rules: [], review: true, strict: true });
      }
      const plain: Record<string, unknown> = {};
      assert.equal(plain["polluted"], undefined);
    });
  }

  it("__proto__ as an agent gives nobody anything", async () => {
    const agents = `{ agents: { list: [{ id: "main" }], "__proto__": { defaults: { sandbox: { mode: "all" } } } }, "__proto__": { tools: { deny: ["*"] } } }`;
    const { policy } = await analyzeTexts({ files: { "openclaw.json": agents }, openclaw: "2026.6.1" });
    const without = await analyzeTexts({ files: { "openclaw.json": '{ agents: { list: [{ id: "main" }] } }' }, openclaw: "2026.6.1" });
    const grants = (agent: (typeof policy.agents)[number] | undefined) =>
      agent?.grants.map(({ capability, reach, gate }) => ({ capability, reach, gate }));
    assert.deepEqual(grants(policy.agents[0]), grants(without.policy.agents[0]));
  });
});

describe("what is too much", patience, () => {
  const messages = ({ findings }: Analysis, rule: string): string[] =>
    findings.filter((finding) => finding.rule === rule).map(({ message }) => message);

  it("nesting of 100,000 levels is named once, and the rest of the file is judged", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const files = { "openclaw.json": `{ tools: { exec: { security: "full", ask: "off" } }, agents: ${deep} }` };
    const analysis = await analyzeTexts({ files, openclaw: "2026.6.1" });
    check(analysis);
    assert.deepEqual(messages(analysis, "syntax"), ["Nested too deeply to be read: what is inside is not checked"]);
    for (const grammar of ["exec-approvals.json", "grantlint.json"]) await judge({ "openclaw.json": "{}", [grammar]: deep });
  });

  it("a text of 50 MB is named once, and nothing is claimed about what it says", async () => {
    for (const piece of ["[", "{a:", "1,", '"a",', "//\n", " "]) {
      const analysis = await judge({ "openclaw.json": `{ agents: {}, a: [${piece.repeat(50_000_000 / piece.length)}` });
      assert.deepEqual(
        analysis?.findings.map(({ rule, message, at }) => [rule, message, at.start, at.end]),
        [["syntax", "Too large to be read: nothing in it is checked", 0, 0]],
        piece,
      );
    }
    const approvals = await judge({ "openclaw.json": '{ "agents": {} }', "exec-approvals.json": " ".repeat(50_000_000) });
    assert.ok(approvals && messages(approvals, "syntax").length === 1);
  });

  it("lists of a million entries are read or named", async () => {
    const million = (entry: string): string => entry.repeat(1_000_000);
    for (const files of [
      { "openclaw.json": `{ agents: { list: [${million("1,")}] } }` },
      { "openclaw.json": `{ tools: { deny: [${million("x,")}] } }` },
      { "openclaw.json": "{}", "exec-approvals.json": `{ "version": 1, "agents": { "main": { "allowlist": [${million("1,")}] } } }` },
    ]) {
      const analysis = await judge(files);
      assert.ok(analysis);
      const said = messages(analysis, "syntax").length;
      assert.ok(1 <= said && said <= 1000, String(said));
    }
  });

  it("a companion that is too large, or says that it is larger than it looks, is named once if it speaks of the product at all", async () => {
    const product = "services:\n  openclaw:\n    image: openclaw/openclaw:latest\n";
    const references = Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(10)}]\n`);
    const large: readonly Files[] = [
      { "compose.yaml": product + "# a\n".repeat(100_000) },
      { "compose.yaml": `x: [${"a,".repeat(30_000)}]\n${product}` },
      { "compose.yaml": `a0: &a0 [x]\n${references.join("")}${product}    command: *a30\n` },
      { Dockerfile: `FROM openclaw/openclaw:latest\n${"RUN x\n".repeat(9_000_000)}` },
    ];
    for (const files of large) {
      const analysis = await judge(files);
      assert.deepEqual(
        analysis?.findings.map(({ rule, message }) => [rule, message]),
        [["syntax", "Too large to be read: nothing in it is checked"]],
      );
    }
    assert.equal(await judge({ Dockerfile: `FROM node:20\n${"RUN x\n".repeat(100_000)}` }), undefined);
  });

  it("more agents than anybody runs are counted up to there, and the place is named", async () => {
    const list = Array.from({ length: 6000 }, (_, index) => `{id:"a${index}"}`);
    const files = { "openclaw.json": `{agents:{list:[${list.join(",")}]}}` };
    const analysis = await analyzeTexts({ files, openclaw: "2026.6.1" });
    check(analysis);
    assert.deepEqual(messages(analysis, "schema"), ["More than 5000 agents: from here on they are not judged"]);
    const [finding] = analysis.findings.filter(({ rule }) => rule === "schema");
    assert.equal(files["openclaw.json"].slice(finding?.at.start, finding?.at.end), '{id:"a5000"}');
    assert.equal(analysis.policy.agents.length, 5000);
  });

  it("more comments than anybody writes ignore findings up to there, and the place is named", async () => {
    const comments = "// grantlint-ignore-next-line plaintext-credential -- known\n".repeat(1500);
    const analysis = await analyzeTexts({ files: { "openclaw.json": `{ agents: {},\n${comments}}` } });
    assert.equal(messages(analysis, "suppression").filter((message) => message.startsWith("More than 1000 comments")).length, 1);
  });
});
