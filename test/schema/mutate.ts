/** Single slips: a value changed the way people change values by mistake. */
import { resolveSchema, wordsOf, type SchemaDocument, type SchemaObject } from "../../server/src/core/schema/schema.ts";
import type { Random } from "./random.ts";
import { sample, sampleKey } from "./sample.ts";

/**
 * A config that exercises one place of the schema: a path from the root to a random depth with required keys filled in along the way,
 * and at its end a value that is right, or has one slip.
 */
export function probe(document: SchemaDocument, random: Random): unknown {
  const slip = random.pick(slips);
  const properties = document.properties ?? {};
  const key = random.pick(Object.keys(properties).filter((name) => name !== "$schema"));
  return { [key]: descend(resolveSchema(properties[key], document) || {}, 1) };

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

/** A copy of a whole config with one or two slips somewhere in it. */
export function slipSomewhere(config: unknown, random: Random): unknown {
  const copy: unknown = structuredClone(config);
  for (let number = random.chance(0.3) ? 2 : 1; number > 0; number--) {
    const places = allPlaces(copy);
    const { holder, key } = random.pick(places);
    change(holder, key, random);
  }
  return copy;
}

interface Holding {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function allPlaces(value: unknown): Holding[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...allPlaces(holder[key])]);
}

function change(holder: Record<string, unknown>, key: string, random: Random): void {
  const value = holder[key];
  const rename = (name: string): void => {
    if (Array.isArray(holder)) return;
    Reflect.deleteProperty(holder, key);
    holder[name] = value;
  };
  switch (random.pick(["type", "type", "rename", "remove", "word", "extra", "case", "null", "number"])) {
    case "type":
      holder[key] = random.pick<unknown>(["text", 7, true, [], {}, ["a"], { a: 1 }]);
      break;
    case "rename":
      rename(swap(key, random));
      break;
    case "remove":
      if (!Array.isArray(holder)) Reflect.deleteProperty(holder, key);
      break;
    case "word":
      if (typeof value === "string") holder[key] = random.pick(["off", "all", "none", "full", "open", "auto", "", "*", "main", "ghost"]);
      break;
    case "extra":
      if (typeof value === "object" && value !== null && !Array.isArray(value))
        (value as Record<string, unknown>)[random.pick(["mode", "foo", "enabled", "id", "security"])] = true;
      break;
    case "case":
      if (typeof value === "string") holder[key] = value.toUpperCase();
      break;
    case "null":
      holder[key] = null;
      break;
    default:
      if (typeof value === "number") holder[key] = random.pick([-1, 0, 1.5, 70000]);
  }
}
