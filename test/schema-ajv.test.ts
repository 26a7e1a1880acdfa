/** Our walker and ajv judge the same schemas: the verdict must be the same on every generated value. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { SchemaDocument } from "../server/src/core/schema/schema.ts";
import { validateShape } from "../server/src/core/schema/validate.ts";
import { parseText } from "../server/src/core/syntax/parse.ts";
import { compileWithAjv } from "./schema/ajv-judge.ts";
import { edgeCases } from "./schema/edge-cases.ts";
import { generateCases } from "./schema/generated-cases.ts";
import { schemas } from "./schema/our-verdict.ts";
import { tableReleases, validityTable } from "./schema/validity-table.ts";

for (const release of tableReleases) {
  const document = schemas.load(release, "config") as SchemaDocument;
  const ajv = compileWithAjv(document);

  const disagreement = (config: unknown): string | undefined => {
    const { root } = parseText(JSON.stringify(config), { grammar: "json5" });
    const ours = root ? validateShape(root, document) : [];
    const theirs = ajv(config) === true;
    if ((ours.length === 0) === theirs) return undefined;
    return `${JSON.stringify(config)}: ajv ${theirs ? "takes" : "refuses"} it; we say ${JSON.stringify(ours.map(({ message }) => message))}`;
  };

  describe(`the shape of a config for ${release}, judged by ajv too`, () => {
    test("hand-written configs", () => {
      const values = [...validityTable.map(({ config }) => config), ...edgeCases.filter((config) => typeof config !== "string")];
      assert.deepEqual(
        values.flatMap((config) => disagreement(config) ?? []),
        [],
      );
    });

    test("600 configs out of one seed", () => {
      assert.deepEqual(
        generateCases(release, document, 600, 7).flatMap(({ config }) => disagreement(config) ?? []),
        [],
      );
    });

    test("configs out of any seed", () => {
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          for (const { config } of generateCases(release, document, 6, seed)) {
            const problem = disagreement(config);
            if (problem !== undefined) throw new Error(problem);
          }
        }),
        { numRuns: 60 },
      );
    });
  });
}
