/** Single slips: a value changed the way people change values by mistake. */
import { resolveSchema, wordsOf, type SchemaDocument, type SchemaObject } from "../../server/src/core/schema/schema.ts";
import type { Random } from "./random.ts";
import { sample, sampleKey } from "./sample.ts";

/**
 * A config that exercises one place of the schema: a path from the root to a random depth with required keys filled in along the way,
 * and at its end a value that is right, or has one slip.
 */
export function probe(document: SchemaDocument, random: Random, section?: string): { readonly config: unknown; readonly slip: string } {
  const slip = random.pick(slips);
  const properties = document.properties ?? {};
  const key = section ?? random.pick(Object.keys(properties).filter((name) => name !== "$schema"));
  return { config: { [key]: descend(resolveSchema(properties[key], document) || {}, 1) }, slip };

  function descend(written: SchemaObject, depth: number): unknown {
    const schema = chooseForm(written);
    const goesOn = random.chance(depth < 2 ? 0.97 : 0.8);
    if (goesOn && isObject(schema)) {
      const names = Object.keys(schema.properties ?? {});
      const open = schema.additionalProperties !== undefined && schema.additionalProperties !== false;
      const name =
        names.length > 0 && !(open && random.chance(0.25)) ? random.pick(names) : open ? sampleKey(schema, document, random) : undefined;
      if (name !== undefined) {
        const next = resolveSchema(schema.properties?.[name] ?? schema.additionalProperties, document);
        return { ...required(schema), [name]: next === false ? null : descend(next, depth + 1) };
      }
    }
    if (goesOn && schema.type === "array" && schema.items !== undefined && !Array.isArray(schema.items)) {
      const next = resolveSchema(schema.items as SchemaObject, document);
      if (next !== false) return [descend(next, depth + 1)];
    }
    return applySlip(slip, schema, document, random);
  }

  function chooseForm(schema: SchemaObject): SchemaObject {
    const choices =
      schema.anyOf ?? schema.oneOf ?? (schema.type === undefined && schema.properties === undefined ? schema.allOf : undefined);
    if (!choices) return schema;
    const chosen = resolveSchema(random.pick(choices), document);
    return chosen === false ? schema : chooseForm(chosen);
  }

  function required(schema: SchemaObject): Record<string, unknown> {
    return Object.fromEntries((schema.required ?? []).map((name) => [name, sample(schema.properties?.[name], document, random, 3)]));
  }
}

const slips = [
  "none",
  "none",
  "none",
  "type",
  "null",
  "unknown-key",
  "typo-key",
  "word",
  "number",
  "blank",
  "missing",
  "wrap",
  "case",
] as const;

function applySlip(slip: string, schema: SchemaObject, document: SchemaDocument, random: Random): unknown {
  const value = sample(schema, document, random);
  switch (slip) {
    case "type":
      return random.pick<unknown>(["text", 7, true, [], {}, ["a"], { a: 1 }].filter((other) => kind(other) !== kind(value)));
    case "null":
      return null;
    case "unknown-key":
      return kind(value) === "object"
        ? { ...(value as object), [random.pick(["foo", "enabld", "mode", "id", "name", "token"])]: random.pick([1, "x", true]) }
        : value;
    case "typo-key": {
      const names = Object.keys(schema.properties ?? {});
      return names.length > 0 ? { ...(value as object), [swap(random.pick(names), random)]: true } : value;
    }
    case "word":
      return wordsOf(schema) || kind(value) === "string"
        ? random.pick(["off", "on", "auto", "all", "none", "full", "Open", "allow", "true", "yes"])
        : value;
    case "number":
      return kind(value) === "number" ? random.pick(bounds(schema)) : value;
    case "blank":
      return kind(value) === "string" ? random.pick(["", " ", "\t", " x "]) : kind(value) === "array" ? [] : value;
    case "missing":
      return kind(value) === "object"
        ? without(value as object, random.pick(schema.required?.length ? schema.required : Object.keys(value as object).concat("x")))
        : value;
    case "wrap":
      return kind(value) === "array" ? (value as unknown[])[0] : [value];
    case "case":
      return typeof value === "string" ? (value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase()) : value;
    default:
      return value;
  }
}

function bounds(schema: SchemaObject): number[] {
  const { minimum = 0, maximum = 100, exclusiveMinimum = 0 } = schema;
  return [minimum - 1, minimum, maximum, maximum + 1, exclusiveMinimum, -1, 0, 0.5, 1.5, 1e9, 1e17];
}

function swap(word: string, random: Random): string {
  const at = random.below(Math.max(1, word.length - 1));
  return word.slice(0, at) + (word[at + 1] ?? "s") + (word[at] ?? "") + word.slice(at + 2);
}

function without(object: object, key: string): object {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

function kind(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

function isObject(schema: SchemaObject): boolean {
  return schema.type === "object" || schema.properties !== undefined;
}
