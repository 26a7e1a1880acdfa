/** Puts what a schema allows, and what a node is, into words. Never repeats a value that could be a secret. */
import type { Node } from "../syntax/tree.ts";
import { resolveSchema, wordsOf, type Schema, type SchemaDocument, type SchemaObject, type Word } from "./schema.ts";
import { textTest } from "./text-tests.ts";

/** What a schema allows: `"a", "b" or "c"`, `a whole number from 1 to 65535`, `an object or true or false`. */
export function describeSchema(schema: Schema | undefined, document: SchemaDocument): string {
  return joinOr(alternatives(resolveSchema(schema, document), document));
}

/** `a`, `a or b`, `a, b or c`. */
export function joinOr(parts: readonly string[]): string {
  if (parts.length <= 1) return parts[0] ?? "nothing";
  return `${parts.slice(0, -1).join(", ")} or ${parts.at(-1)}`;
}

function alternatives(schema: SchemaObject | false, document: SchemaDocument): string[] {
  if (schema === false) return [];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.flatMap((choice) => alternatives(resolveSchema(choice, document), document)))];
  const words = wordsOf(schema);
  if (words) return words.map(showWord);
  if (schema.type === undefined) return [typeFromKeywords(schema)];
  return (typeof schema.type === "string" ? [schema.type] : schema.type).map((type) => describeType(type, schema));
}

function typeFromKeywords(schema: SchemaObject): string {
  if (schema.properties || schema.additionalProperties !== undefined) return "an object";
  if (schema.pattern !== undefined || schema.check !== undefined) return describeText(schema);
  return "any value";
}

function describeType(type: string, schema: SchemaObject): string {
  switch (type) {
    case "object":
      return "an object";
    case "array":
      return "a list";
    case "string":
      return describeText(schema);
    case "number":
      return `a number${describeRange(schema)}`;
    case "integer":
      return `a whole number${describeRange(schema)}`;
    case "boolean":
      return "true or false";
    default:
      return type;
  }
}

export function describeText(schema: SchemaObject): string {
  if (schema.expects !== undefined) return schema.expects;
  const [test] = [schema.check ?? []].flat();
  if (test !== undefined) return textTest(test).expects;
  return "a text";
}

/** ` from 1 to 65535`, ` of at least 1`, ` above 0`; empty without bounds. */
export function describeRange(schema: SchemaObject): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  const parts: string[] = [];
  if (minimum !== undefined) parts.push(`of at least ${minimum}`);
  if (exclusiveMinimum !== undefined) parts.push(`above ${exclusiveMinimum}`);
  if (maximum !== undefined) parts.push(`of at most ${maximum}`);
  if (exclusiveMaximum !== undefined) parts.push(`below ${exclusiveMaximum}`);
  return parts.map((part) => ` ${part}`).join(" and");
}

/** What a node is, without saying what it holds: only a short plain word may be repeated, and only where words are asked for. */
export function describeNode(node: Node): string {
  switch (node.type) {
    case "object":
      return "an object";
    case "array":
      return "a list";
    case "string":
      return "a text";
    case "number":
      return "a number";
    case "boolean":
      return String(node.value);
    default:
      return "null";
  }
}

/** A text that reads like a setting's word and not like a secret: letters and hyphens, short. */
export function isPlainWord(text: string): boolean {
  return /^[A-Za-z][A-Za-z_-]{0,19}$/.test(text);
}

function showWord(word: Word): string {
  return typeof word === "string" ? `"${word}"` : String(word);
}
