/** Values a schema takes, and values it nearly takes. Used to put many different configs to the validator and to OpenClaw. */
import { judgeValue } from "./judge-value.ts";
import { resolveSchema, wordsOf, type Schema, type SchemaDocument, type SchemaObject } from "../../server/src/core/schema/schema.ts";
import type { Random } from "./random.ts";

/** Texts among which most patterns find one they like. */
const texts = [
  ...[
    "main",
    "default",
    "alpha",
    "x",
    "A1",
    "OPENAI_API_KEY",
    "/srv/data",
    "./notes.js",
    "~/work",
    "https://example.com/path",
    "https://example.com",
  ],
  ...[
    "http://localhost:3000",
    "wss://example.com",
    "30s",
    "24h",
    "7d",
    "90m",
    "1mb",
    "#1a2b3c",
    "123",
    "someone@example.com",
    "value",
    "openai/gpt-5",
  ],
  ...[
    "owner/repo",
    "github:owner",
    "profile:one",
    "12345678-1234-1234-8123-123456789abc",
    "2026-01-01T00:00:00Z",
    "group:fs",
    "read",
    "*",
    "08:00",
  ],
  ...[
    "ghp_0123456789abcdef0123456789abcdef",
    "https://team.cloudflareaccess.com",
    "openai:gpt",
    "lan",
    "127.0.0.1",
    "portal.example.com",
    "hello there",
  ],
];
const keys = [
  "alpha",
  "beta",
  "main",
  "openai",
  "anthropic",
  "default",
  "telegram",
  "-100123",
  "1234567890",
  "ops",
  "OPENAI_API_KEY",
  "custom-one",
];

/** A value the schema takes, as far as it can be found by trying; small most of the time. */
export function sample(schema: Schema | undefined, document: SchemaDocument, random: Random, depth = 0): unknown {
  const resolved = resolveSchema(schema, document);
  if (resolved === false) return null;
  const choices = resolved.anyOf ?? resolved.oneOf;
  if (choices) return sample(random.pick(choices), document, random, depth);
  const words = wordsOf(resolved);
  if (words) return random.pick(words);
  if (resolved.allOf && resolved.type === undefined)
    return sample(Object.assign({}, ...resolved.allOf.map((part) => resolveSchema(part, document))), document, random, depth);
  const type =
    typeof resolved.type === "string"
      ? resolved.type
      : resolved.type
        ? random.pick(resolved.type)
        : resolved.properties
          ? "object"
          : "string";
  switch (type) {
    case "object":
      return sampleObject(resolved, document, random, depth);
    case "array":
      return sampleArray(resolved, document, random, depth);
    case "string":
      return sampleText(resolved, document, random);
    case "number":
    case "integer":
      return sampleNumber(resolved, random);
    case "boolean":
      return random.chance(0.5);
    default:
      return null;
  }
}

function sampleObject(schema: SchemaObject, document: SchemaDocument, random: Random, depth: number): unknown {
  const result: Record<string, unknown> = {};
  const optional = Object.keys(schema.properties ?? {}).filter(() => depth < 3 && random.chance(depth === 0 ? 0.15 : 0.1));
  for (const key of new Set([...(schema.required ?? []), ...optional])) {
    const property = schema.properties?.[key];
    if (property !== undefined) result[key] = sample(property, document, random, depth + 1);
  }
  if (schema.additionalProperties !== undefined && schema.additionalProperties !== false && Object.keys(result).length === 0) {
    for (let number = random.below(3); number > 0; number--) {
      result[sampleKey(schema, document, random)] = sample(schema.additionalProperties, document, random, depth + 1);
    }
  }
  return result;
}

export function sampleKey(schema: SchemaObject, document: SchemaDocument, random: Random): string {
  const fitting =
    schema.propertyNames === undefined ? keys : keys.filter((key) => judgeValue(key, schema.propertyNames, document).length === 0);
  return random.pick(fitting.length > 0 ? fitting : keys);
}

function sampleArray(schema: SchemaObject, document: SchemaDocument, random: Random, depth: number): unknown {
  if (Array.isArray(schema.items)) return (schema.items as readonly Schema[]).map((item) => sample(item, document, random, depth + 1));
  const length = Math.max(schema.minItems ?? 0, random.below(3));
  return Array.from({ length }, () => sample(schema.items as Schema | undefined, document, random, depth + 1));
}

function sampleText(schema: SchemaObject, document: SchemaDocument, random: Random): string {
  const plain = schema.pattern === undefined && schema.check === undefined && schema.minLength === undefined && schema.not === undefined;
  if (plain) return random.pick(texts);
  const fitting = texts.filter((text) => judgeValue(text, schema, document).length === 0);
  return fitting.length > 0 ? random.pick(fitting) : "x".repeat(schema.minLength ?? 1);
}

function sampleNumber(schema: SchemaObject, random: Random): number {
  const low = schema.minimum ?? (schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + 1);
  const high = Math.min(schema.maximum ?? schema.exclusiveMaximum ?? Infinity, low + 100);
  return schema.type === "integer" ? low + random.below(Math.max(1, high - low)) : low + (high - low) * (random.chance(0.5) ? 0 : 0.5);
}
