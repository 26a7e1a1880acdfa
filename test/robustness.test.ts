/**
 * Whatever stands in a file, the analysis ends, breaks no rule, and speaks of places inside the text only.
 * RUNS=10000 npm test -- test/robustness.test.ts runs longer; the seed is printed on failure.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Analysis } from "../server/src/core/analyze.ts";
import { explain, textEditsOf } from "../server/src/core/index.ts";
import { analyzeIfOurs, analyzeTexts } from "./analyze-texts.ts";

const runs = Number(process.env["RUNS"] ?? 400);
const read = (path: string): string => readFileSync(new URL(`../examples/${path}`, import.meta.url), "utf8");
const sets: readonly Readonly<Record<string, string>>[] = [
  { "openclaw.json": read("founding-organisation/original/openclaw.json") },
  {
    "openclaw.json": read("founding-organisation/hardened/openclaw.json"),
    "exec-approvals.json": read("founding-organisation/hardened/exec-approvals.json"),
  },
  { "openclaw.json": read("home-assistant/openclaw.json") },
];
const releases = ["2026.2.17", "2026.6.1", "2026.9.6", undefined] as const;

function check(analysis: Analysis): void {
  assert.deepEqual(analysis.failures, []);
  for (const finding of analysis.findings) {
    for (const { file, start, end } of [finding.at, ...finding.related.map(({ at }) => at)]) {
      const text = analysis.set.files.find(({ uri }) => uri === file)?.text;
      const length = text?.length ?? 0;
      assert.ok(
        0 <= start && start <= end && end <= length,
        `${finding.rule} ${start}..${end} in ${length} of ${file}: ${finding.message}`,
      );
    }
  }
}

// The position, not the text: a counterexample stays readable.
const anySet = fc.nat(sets.length - 1);
const anyRelease = fc.constantFrom(...releases);
const position = fc.double({ min: 0, max: 1, noNaN: true });
const bits = [
  "{",
  "}",
  "[",
  "]",
  ":",
  ",",
  '"',
  "'",
  "//",
  "/*",
  "*/",
  "\\",
  "null",
  "${X}",
  "1e999",
  "\u2028",
  "\uFEFF",
  "\uD800",
  "\0",
  "__proto__",
  "-",
  "*",
  "\r\n",
];

describe("any text", () => {
  it("cut off anywhere is analyzed", async () => {
    await fc.assert(
      fc.asyncProperty(anySet, anyRelease, position, async (index, openclaw, share) => {
        const files = sets[index] ?? {};
        const cut = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.slice(0, Math.floor(text.length * share))]));
        const analysis = await analyzeIfOurs({ files: cut, openclaw, isByChance: true });
        if (analysis) check(analysis);
      }),
      { numRuns: runs },
    );
  });

  it("with characters put in or taken out is analyzed, explained and fixed without a break", async () => {
    const mutation = fc.record({ share: position, remove: fc.nat(6), insert: fc.constantFrom(...bits, "") });
    await fc.assert(
      fc.asyncProperty(anySet, anyRelease, fc.array(mutation, { minLength: 1, maxLength: 5 }), async (index, openclaw, mutations) => {
        const files = sets[index] ?? {};
        const mutated = Object.fromEntries(
          Object.entries(files).map(([name, text]) => [
            name,
            mutations.reduce((current, { share, remove, insert }) => {
              const at = Math.floor(current.length * share);
              return current.slice(0, at) + insert + current.slice(at + remove);
            }, text),
          ]),
        );
        const analysis = await analyzeIfOurs({ files: mutated, openclaw, isByChance: true });
        if (!analysis) return;
        check(analysis);
        for (const finding of analysis.findings.slice(0, 5)) {
          explain(analysis, finding.at.file, finding.at.start);
          for (const remediation of finding.remediations.slice(0, 1)) textEditsOf(analysis, remediation);
        }
      }),
      { numRuns: runs },
    );
  });

  it("of random values under the keys that matter is analyzed", async () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, true, 0, -1, "", "*", "full", "exec", "${X}"),
        fc.array(tie("any"), { maxLength: 3 }),
        tie("object"),
      ),
      object: fc.dictionary(
        fc.constantFrom(
          "exec",
          "security",
          "ask",
          "allow",
          "deny",
          "list",
          "entries",
          "defaults",
          "sandbox",
          "mode",
          "id",
          "allowlist",
          "pattern",
          "main",
          "*",
          "__proto__",
          "constructor",
        ),
        tie("any"),
        { maxKeys: 4 },
      ),
    })).any;
    const keys = fc.constantFrom("agents", "tools", "gateway", "channels", "session", "bindings", "hooks", "models", "meta");
    await fc.assert(
      fc.asyncProperty(fc.dictionary(keys, value, { minKeys: 1 }), value, anyRelease, async (config, approvals, openclaw) => {
        const files = {
          "openclaw.json": JSON.stringify(config),
          "exec-approvals.json": JSON.stringify({ version: 1, agents: approvals, defaults: approvals }),
        };
        check(await analyzeTexts({ files, openclaw, isByChance: true }));
      }),
      { numRuns: runs },
    );
  });
});
