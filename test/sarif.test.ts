/** The report for code scanning: every result has a rule, a place within its text and techniques that the report itself explains. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import type { Log, Result, Run } from "sarif";
import { runCommand } from "./command-line.ts";

const root = mkdtempSync(join(tmpdir(), "grantlint-sarif-"));
after(() => rmSync(root, { recursive: true, force: true }));

const openclaw = `{
  meta: { lastTouchedVersion: "2026.6.1" },
  // grantlint-ignore-next-line redaction-off -- looking for a fault
  logging: { redactSensitive: "off" },
  tools: { exec: { security: "full", ask: "off" } },
  gateway: { auth: { token: "4fd0e1a97c2b4a6d8e3f5b1c" } }
}
`;

async function runOf(texts: Readonly<Record<string, string>>): Promise<Run> {
  const folder = mkdtempSync(join(root, "set-"));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  const { out } = await runCommand(["lint", "--min-severity", "hint", "--format", "sarif", folder]);
  const { version, runs } = JSON.parse(out) as Log;
  assert.equal(version, "2.1.0");
  assert.equal(runs.length, 1);
  return runs[0] as Run;
}

describe("the SARIF report", () => {
  it("explains every rule and technique that it names, and no other", async () => {
    const { tool, results = [], taxonomies = [] } = await runOf({ "openclaw.json": openclaw });
    const rules = tool.driver.rules ?? [];
    assert.deepEqual([...new Set(rules.map(({ id }) => id))].sort(), [...new Set(results.map(({ ruleId = "" }) => ruleId))].sort());
    const named = rules.flatMap(({ relationships = [] }) => relationships.map(({ target }) => target.id));
    assert.deepEqual(taxonomies.flatMap(({ taxa = [] }) => taxa.map(({ id }) => id)).sort(), [...new Set(named)].sort());
    for (const { id, properties } of rules) assert.match(String(properties?.["security-severity"]), /^\d\.\d$/, id);
  });

  it("puts each result where the editor puts it, counted from 1", async () => {
    const { results = [], columnKind } = await runOf({ "openclaw.json": openclaw });
    assert.equal(columnKind, "utf16CodeUnits");
    const lines = openclaw.split("\n");
    for (const { ruleId, locations = [] } of results) {
      const { region, artifactLocation } = locations[0]?.physicalLocation ?? {};
      assert.match(artifactLocation?.uri ?? "", /openclaw\.json$|exec-approvals\.json$/);
      if (!artifactLocation?.uri?.endsWith("openclaw.json")) continue;
      const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = region ?? {};
      assert.ok(startLine >= 1 && startColumn >= 1 && endLine <= lines.length, ruleId);
      assert.ok(endColumn <= (lines[endLine - 1] ?? "").length + 1, ruleId);
    }
    const token = results.find(({ ruleId }) => ruleId === "plaintext-credential");
    const { startLine = 0, startColumn = 0, endColumn = 0 } = token?.locations?.[0]?.physicalLocation?.region ?? {};
    assert.equal(lines[startLine - 1]?.slice(startColumn - 1, endColumn - 1), '"4fd0e1a97c2b4a6d8e3f5b1c"');
  });

  it("keeps what a comment ignores, as suppressed, with the reason", async () => {
    const { results = [] } = await runOf({ "openclaw.json": openclaw });
    const suppressed = results.filter(({ suppressions = [] }) => suppressions.length > 0);
    assert.deepEqual(
      suppressed.map(({ ruleId, suppressions }): Partial<Result> => ({ ruleId, suppressions })),
      [{ ruleId: "redaction-off", suppressions: [{ kind: "inSource", justification: "looking for a fault" }] }],
    );
  });

  it("is whole where there is nothing to say", async () => assert.deepEqual((await runOf({})).results, []));
});
