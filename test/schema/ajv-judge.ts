/** An independent judge of the same schemas: ajv, with our three keywords taught to it. */
import { Ajv, type ValidateFunction } from "ajv";
import { textTest } from "../../server/src/core/schema/text-tests.ts";
import type { SchemaDocument } from "../../server/src/core/schema/schema.ts";

/** What is judged of a text once the space around it is gone. */
interface TextRules {
  readonly trim?: boolean;
  readonly pattern?: string;
  readonly flags?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly check?: string | readonly string[];
  readonly enum?: readonly unknown[];
}

export function compileWithAjv(document: SchemaDocument): ValidateFunction {
  const ajv = new Ajv({ strict: false, inlineRefs: false, validateFormats: false });
  ajv.addKeyword({ keyword: "expects" });
  ajv.addKeyword({ keyword: "ourText", type: "string", schemaType: "object", validate: passes });
  return ajv.compile(translate(document) as object);
}

function passes(rules: TextRules, written: string): boolean {
  const text = rules.trim ? written.trim() : written;
  if (rules.enum && !rules.enum.includes(text)) return false;
  if (text.length < (rules.minLength ?? 0) || text.length > (rules.maxLength ?? Infinity)) return false;
  if (rules.pattern !== undefined && !toRegExp(rules.pattern, rules.flags).test(text)) return false;
  return [rules.check ?? []].flat().every((name) => textTest(name).passes(text));
}

function toRegExp(pattern: string, flags: string | undefined): RegExp {
  try {
    return new RegExp(pattern, flags ?? "u");
  } catch {
    return new RegExp(pattern);
  }
}

const ours = ["trim", "flags", "check"];
const ofTexts = ["trim", "pattern", "flags", "minLength", "maxLength", "check"];

/** Everything ajv has no word for goes into one keyword; whole numbers are those a program can count with. */
function translate(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(translate);
  if (typeof node !== "object" || node === null) return node;
  const schema = node as Record<string, unknown>;
  const isTextSchema =
    ours.some((keyword) => schema[keyword] !== undefined && typeof schema[keyword] !== "object") || Array.isArray(schema["check"]);
  const moved = isTextSchema ? [...ofTexts, ...(schema["trim"] === true && schema["enum"] ? ["enum"] : [])] : [];
  const entries = Object.entries(schema)
    .filter(([keyword]) => !moved.includes(keyword))
    .map(([keyword, value]) => [keyword, keyword === "enum" || keyword === "const" || keyword === "default" ? value : translate(value)]);
  const result: Record<string, unknown> = Object.fromEntries(entries);
  if (isTextSchema)
    result["ourText"] = Object.fromEntries(moved.flatMap((keyword) => (schema[keyword] === undefined ? [] : [[keyword, schema[keyword]]])));
  if (schema["type"] === "integer") {
    result["minimum"] = schema["minimum"] ?? Number.MIN_SAFE_INTEGER;
    result["maximum"] = schema["maximum"] ?? Number.MAX_SAFE_INTEGER;
  }
  return result;
}
