/**
 * Judges a tree by a schema and says each fault once, at the node that causes it. Follows the schema alone: knows no product, loads nothing.
 * A value that is not finished, or that is decided elsewhere, is never called wrong.
 */
import { elements, members, toValue, type Node } from "../syntax/tree.ts";
import { closest, type Attempt } from "./closest.ts";
import { describeRange, describeSchema, describeText } from "./describe.ts";
import { anchorOf, badKey, missingKeys, notAWord, problem, subject, unknownKey, wrongType } from "./messages.ts";
import type { ShapeProblem } from "./problem.ts";
import {
  admitsType,
  resolveSchema,
  wordsOf,
  type Schema,
  type SchemaDocument,
  type SchemaObject,
  type TypeName,
  type Word,
} from "./schema.ts";
import { textTest } from "./text-tests.ts";

export interface ShapeOptions {
  /** True for a text whose final value is not written here, such as one with a variable in it. Only its being a text is judged. */
  readonly isUnknownText?: (text: string) => boolean;
}

export function validateShape(root: Node, document: SchemaDocument, options: ShapeOptions = {}): ShapeProblem[] {
  return judge({ document, isUnknownText: options.isUnknownText ?? (() => false), patterns: new Map() }, root, document);
}

/** What every judgement needs to know. */
interface Judge {
  readonly document: SchemaDocument;
  readonly isUnknownText: (text: string) => boolean;
  readonly patterns: Map<string, RegExp>;
}

function judge(context: Judge, node: Node, written: Schema | undefined): ShapeProblem[] {
  if (node.incomplete) return [];
  const schema = resolveSchema(written, context.document);
  if (schema === false) return [problem(node, "not-allowed", `${subject(node)} is not allowed here`)];
  const combined = judgeCombined(context, node, schema);
  const words = wordsOf(schema);
  if (words) return combined.concat(judgeWord(context, node, words, schema.trim === true));
  if (schema.type !== undefined && !hasType(node, schema.type)) return combined.concat(wrongType(node, schema, context.document));
  const own = judgeContent(context, node, schema);
  return combined.length === 0 ? own : withoutRepeats(combined.concat(own));
}

/** What the schemas say that this one is made of. */
function judgeCombined(context: Judge, node: Node, schema: SchemaObject): ShapeProblem[] {
  const parts: ShapeProblem[][] = [];
  if (schema.anyOf) parts.push(judgeChoice(context, node, schema.anyOf));
  if (schema.oneOf) parts.push(judgeChoice(context, node, schema.oneOf, true));
  for (const part of schema.allOf ?? []) parts.push(judge(context, node, part));
  if (schema.not !== undefined && judge(context, node, schema.not).length === 0 && !isUndecided(context, node)) {
    parts.push([problem(node, "not-allowed", `${subject(node)} has a value that is not allowed here`)]);
  }
  if (schema.if !== undefined && !isUndecided(context, node)) {
    const branch = judge(context, node, schema.if).length === 0 ? schema.then : schema.else;
    if (branch !== undefined) parts.push(judge(context, node, branch));
  }
  return parts.flat();
}

/** The problems of one choice among several, or of the nearest when none fits. Forms for other types of values are passed over unseen. */
function judgeChoice(context: Judge, node: Node, choices: readonly Schema[], exactlyOne = false): ShapeProblem[] {
  const { document } = context;
  const attempts: Attempt[] = [];
  let fitting = 0;
  for (const choice of choices) {
    const schema = resolveSchema(choice, document);
    if (!admitsType(schema, typeOf(node), document)) continue;
    const problems = judge(context, node, schema);
    if (problems.length === 0 && !exactlyOne) return [];
    if (problems.length === 0) fitting++;
    attempts.push({ schema, problems });
  }
  if (fitting === 1) return [];
  if (fitting > 1)
    return isUndecided(context, node) ? [] : [problem(node, "not-allowed", `${subject(node)} fits several forms, and must fit one`)];
  return attempts.length === 0 ? [wrongType(node, { anyOf: choices }, document)] : closest(node, attempts, { anyOf: choices }, document);
}

function judgeContent(context: Judge, node: Node, schema: SchemaObject): ShapeProblem[] {
  switch (node.type) {
    case "object":
      return judgeObject(context, node, schema);
    case "array":
      return judgeArray(context, node, schema);
    case "string":
      return judgeText(context, node, schema);
    case "number":
      return judgeNumber(node, schema);
    default:
      return [];
  }
}

/** After so many faults in one object or list the rest of it is not looked at: nobody reads them, and the verdict stands. */
const mostFaults = 200;

function judgeObject(context: Judge, object: Node, schema: SchemaObject): ShapeProblem[] {
  const found: ShapeProblem[][] = [];
  const written = members(object);
  const present = new Set(written.map(({ key }) => key));
  const { properties = {}, additionalProperties: others } = schema;
  const patterns = Object.entries(schema.patternProperties ?? {});
  for (const { key, keyNode, value } of written) {
    if (schema.propertyNames !== undefined && judge(context, keyNode, schema.propertyNames).length > 0) {
      found.push([badKey(object, key, keyNode, schema.propertyNames, context.document)]);
    }
    const matching = patterns.filter(([pattern]) => compile(context, pattern).test(key)).map(([, schemaOfKey]) => schemaOfKey);
    if (Object.hasOwn(properties, key)) matching.push(properties[key] ?? true);
    // The one name that never reaches a validator: reading an object gives it another meaning.
    if (key === "__proto__" && matching.length === 0) continue;
    if (matching.length === 0 && others === false) found.push([unknownKey(object, key, keyNode, properties, present)]);
    else if (matching.length === 0 && others !== undefined) matching.push(others);
    for (const schemaOfKey of value ? matching : []) {
      const problems = judge(context, value ?? keyNode, schemaOfKey);
      if (problems.length > 0) found.push(problems);
    }
    if (found.length > mostFaults) break;
  }
  if (object.open === undefined) found.push(judgeCount(object, schema, present));
  return found.flat();
}

/** What an object must have, as far as all its members are known. */
function judgeCount(object: Node, schema: SchemaObject, present: ReadonlySet<string>): ShapeProblem[] {
  const { minProperties = 0, maxProperties = Infinity } = schema;
  const missing = (schema.required ?? []).filter((key) => !present.has(key));
  if (missing.length > 0) return [missingKeys(object, missing)];
  if (present.size < minProperties) return [problem(anchorOf(object), "wrong-length", `${subject(object)} must not be empty`)];
  const isTooMany = present.size > maxProperties;
  return isTooMany ? [problem(anchorOf(object), "wrong-length", `${subject(object)} may have at most ${maxProperties} keys`)] : [];
}

function judgeArray(context: Judge, array: Node, schema: SchemaObject): ShapeProblem[] {
  const items = elements(array);
  const { items: shape, minItems = 0, maxItems = Infinity } = schema;
  const found: ShapeProblem[][] = [];
  for (const [index, item] of items.entries()) {
    if (found.length > mostFaults) break;
    const schemaOfItem = Array.isArray(shape)
      ? ((shape as readonly Schema[])[index] ?? schema.additionalItems)
      : (shape as Schema | undefined);
    const problems = schemaOfItem === undefined ? [] : judge(context, item, schemaOfItem);
    if (problems.length > 0) found.push(problems);
  }
  if (items.length < minItems) {
    const must = minItems === 1 ? "must not be empty" : `must have at least ${minItems} elements`;
    found.push([problem(array, "wrong-length", `${subject(array)} ${must}`)]);
  }
  if (items.length > maxItems) found.push([problem(array, "wrong-length", `${subject(array)} may have at most ${maxItems} elements`)]);
  if (schema.uniqueItems) found.push(repeatedItems(items));
  return found.flat();
}

function repeatedItems(items: readonly Node[]): ShapeProblem[] {
  const seen = new Set<string>();
  return items
    .filter((item) => {
      const text = JSON.stringify(toValue(item));
      return seen.has(text) || (seen.add(text), false);
    })
    .map((item) => problem(item, "duplicate-item", "This element stands in the list twice"));
}

function judgeText(context: Judge, node: Node, schema: SchemaObject): ShapeProblem[] {
  const raw = String(node.value);
  if (context.isUnknownText(raw)) return [];
  const text = schema.trim ? raw.trim() : raw;
  const fails = (message: string, code: ShapeProblem["code"] = "pattern"): ShapeProblem[] => [
    problem(node, code, `${subject(node)} ${message}`),
  ];
  const { minLength = 0, maxLength = Infinity } = schema;
  if (text.length < minLength)
    return fails(minLength === 1 ? "must not be empty" : `must be at least ${minLength} characters long`, "wrong-length");
  if (text.length > maxLength) return fails(`may be at most ${maxLength} characters long`, "wrong-length");
  if (schema.pattern !== undefined && !compile(context, schema.pattern, schema.flags).test(text)) {
    return fails(schema.expects === undefined ? "does not have the form that is asked for" : `must be ${describeText(schema)}`);
  }
  const failed = [schema.check ?? []]
    .flat()
    .map(textTest)
    .find((test) => !test.passes(text));
  return failed ? fails(`must be ${failed.expects}`) : [];
}

function judgeNumber(node: Node, schema: SchemaObject): ShapeProblem[] {
  const value = Number(node.value);
  const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = schema;
  const fits = value >= minimum && value <= maximum && value > exclusiveMinimum && value < exclusiveMaximum;
  // Without bounds nothing can be out of range, whatever is compared with infinity above.
  if (fits || describeRange(schema) === "") return [];
  return [problem(node, "out-of-range", `${subject(node)} must be ${describeSchema(schema, {})}`)];
}

function judgeWord(context: Judge, node: Node, words: readonly Word[], trims: boolean): ShapeProblem[] {
  const written = node.type === "string" && trims ? String(node.value).trim() : node.value;
  if (words.some((word) => word === written && node.type !== "object" && node.type !== "array")) return [];
  const texts = words.filter((word) => typeof word === "string");
  if (node.type === "string" && texts.length > 0 && context.isUnknownText(String(node.value))) return [];
  return [notAWord(node, { enum: words }, texts, context.document)];
}

function typeOf(node: Node): TypeName {
  return node.type === "property" ? "null" : node.type;
}

function hasType(node: Node, wanted: NonNullable<SchemaObject["type"]>): boolean {
  const types = typeof wanted === "string" ? [wanted] : wanted;
  if (node.type === "number") {
    if (!Number.isFinite(node.value)) return false;
    return types.includes("number") || (types.includes("integer") && Number.isSafeInteger(node.value));
  }
  return types.some((type) => type === node.type);
}

/** A text that is decided elsewhere can neither be proved to match a condition nor proved not to. */
function isUndecided(context: Judge, node: Node): boolean {
  return node.type === "string" && context.isUnknownText(String(node.value));
}

/** Parts of one schema may find the same fault. */
function withoutRepeats(problems: ShapeProblem[]): ShapeProblem[] {
  if (problems.length < 2) return problems;
  const seen = new Map<Node, Set<string>>();
  return problems.filter(({ node, code, key }) => {
    const faults = seen.get(node) ?? new Set();
    seen.set(node, faults);
    const fault = `${code} ${key ?? ""}`;
    return !faults.has(fault) && faults.add(fault);
  });
}

function compile({ patterns }: Judge, source: string, flags?: string): RegExp {
  const id = `${flags ?? ""}/${source}`;
  let pattern = patterns.get(id);
  if (!pattern) patterns.set(id, (pattern = toRegExp(source, flags)));
  return pattern;
}

/** Patterns are meant for Unicode; one that only the older grammar takes is read by that. */
function toRegExp(source: string, flags: string | undefined): RegExp {
  if (flags !== undefined) return new RegExp(source, flags);
  try {
    return new RegExp(source, "u");
  } catch {
    return new RegExp(source);
  }
}
