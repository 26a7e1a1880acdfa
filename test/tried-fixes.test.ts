/** How many fixes are tried out for a report, and what it says of those that are not. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { fixTrials } from "../server/src/cli/tried-fixes.ts";
import { analyzeTexts } from "./analyze-texts.ts";

const config = JSON.stringify({
  agents: { list: [{ id: "main" }] },
  tools: { exec: { host: "gateway", security: "full", ask: "off" } },
  gateway: { bind: "lan", auth: { mode: "none" } },
});

const tried = async (most?: number): Promise<{ readonly fixed: number; readonly findings: number; readonly untried: number }> => {
  const analysis = await analyzeTexts({ files: { "openclaw.json": config }, openclaw: "2026.6.1" });
  const trials = fixTrials(analysis, most);
  const fixed = analysis.findings.filter((finding) => [...trials.fixesOf(finding)].length > 0).length;
  return { fixed, findings: analysis.findings.filter(({ remediations }) => remediations.length > 0).length, untried: trials.untried() };
};

it("all of them, in files as people have them", async () => {
  const { fixed, findings, untried } = await tried();
  assert.ok(fixed >= 2 && findings >= fixed);
  assert.equal(untried, 0);
});

it("as many as there is time for: the others are counted, and none of them is said to be ready", async () => {
  assert.deepEqual(await tried(0), { ...(await tried()), fixed: 0, untried: (await tried()).findings });
  const few = await tried(config.length * 2);
  assert.ok(few.fixed > 0 && few.untried > 0 && few.fixed + few.untried <= few.findings + 1);
});
