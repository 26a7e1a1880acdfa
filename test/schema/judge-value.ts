/** Puts a plain value to the validator, as if it had been written. */
import { parseText } from "../../server/src/core/syntax/parse.ts";
import type { ShapeProblem } from "../../server/src/core/schema/problem.ts";
import type { Schema, SchemaDocument } from "../../server/src/core/schema/schema.ts";
import { validateShape } from "../../server/src/core/schema/validate.ts";

export function judgeValue(value: unknown, schema: Schema | undefined, document: SchemaDocument): ShapeProblem[] {
  const { root } = parseText(JSON.stringify(value) ?? "null", { grammar: "json5" });
  if (!root) return [];
  const shape: SchemaDocument =
    schema === document ? document : { allOf: [schema ?? true], ...(document.$defs ? { $defs: document.$defs } : {}) };
  return validateShape(root, shape);
}
