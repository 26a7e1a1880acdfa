/** Our verdict on a config is OpenClaw's: on a table of small differences between releases, and on cases it was asked about and whose verdicts were kept. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ourVerdict } from "./schema/our-verdict.ts";
import { tableReleases, validityTable } from "./schema/validity-table.ts";

for (const [index, release] of tableReleases.entries()) {
  describe(`verdicts of OpenClaw ${release}`, () => {
    for (const { config, valid } of validityTable) {
      const expected = valid[index];
      test(`${JSON.stringify(config)} is ${expected ? "valid" : "not valid"}`, () => {
        const verdict = ourVerdict(config, release);
        assert.equal(verdict.valid, expected, verdict.messages.join("\n"));
      });
    }

    const recorded = JSON.parse(readFileSync(join(import.meta.dirname, "schema", "verdicts", `${release}.json`), "utf8")) as Recorded[];
    test(`the ${recorded.length} recorded cases`, () => {
      assert.ok(recorded.length >= 150 && recorded.some(({ valid }) => valid) && recorded.some(({ valid }) => !valid));
      const wrong = recorded.flatMap(({ config, valid }) => {
        const verdict = ourVerdict(config, release);
        return verdict.valid === valid
          ? []
          : [`${JSON.stringify(config)} is ${valid ? "valid" : "not valid"}; we say: ${verdict.messages.join("; ")}`];
      });
      assert.deepEqual(wrong, []);
    });
  });
}

interface Recorded {
  readonly config: unknown;
  readonly valid: boolean;
}
