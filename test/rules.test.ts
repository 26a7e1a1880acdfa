/** Every rule against its fixture: marks and findings agree both ways, fixes give exactly the text shown, and a fixed set is free of the finding. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { rules } from "../server/src/core/index.ts";
import { readFixture, writeCase } from "./fixture.ts";
import { checkCase, updatedCase } from "./rule-cases.ts";

const update = process.env["UPDATE"] === "1";
const fixtures = readdirSync(new URL("rules", import.meta.url)).filter((name) => name.endsWith(".json5"));

for (const name of fixtures) {
  const path = new URL(`rules/${name}`, import.meta.url);
  const rule = rules.find(({ id }) => `${id}.json5` === name);
  const text = readFileSync(path, "utf8");
  const cases = readFixture(text);
  const rewritten: string[] = [];

  describe(name.replace(/\.json5$/, ""), () => {
    it("belongs to a rule", () => assert.ok(rule));
    it("has a reported, a silent and an unknown case", () => {
      const reported = cases.filter(({ files }) => files.some(({ marks }) => marks.length > 0));
      assert.ok(reported.length > 0, "no case is reported");
      assert.ok(cases.length > reported.length, "no case is silent");
      assert.ok(
        cases.some(({ title }) => /\bunknown\b/.test(title)),
        "no case shows that unknown is no claim",
      );
    });
    for (const test of cases) {
      it(test.title, async () => {
        assert.ok(rule);
        if (!update) return checkCase(test, rule);
        // A case that cannot be brought up to date is kept as it is, to be looked at.
        rewritten.push(writeCase(test));
        rewritten.splice(-1, 1, writeCase(await updatedCase(test, rule)));
      });
    }
    if (update) it("is rewritten", () => writeFileSync(path, header(text) + rewritten.join("\n")));
  });
}

function header(text: string): string {
  return text.slice(0, Math.max(0, text.search(/^\/\/# /m)));
}
