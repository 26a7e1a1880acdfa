/** The sentences for each kind of fault, and the node each is said at. */
import type { Node } from "../syntax/tree.ts";
import { describeNode, describeSchema, isPlainWord } from "./describe.ts";
import type { ShapeProblem } from "./problem.ts";
import { resolveSchema, wordsOf, type Schema, type SchemaDocument, type SchemaObject } from "./schema.ts";
import { nearestWord } from "./words.ts";

/** A value that is none of the words asked for. */
export function notAWord(node: Node, schema: SchemaObject, words: readonly string[], document: SchemaDocument): ShapeProblem {
  const must = `${subject(node)} must be ${describeSchema(schema, document)}`;
  if (node.type !== "string") return problem(node, words.length > 0 ? "wrong-type" : "not-allowed", `${must}, not ${describeNode(node)}`);
  const text = String(node.value);
  const suggestion = nearestWord(text, words);
  const given = isPlainWord(text) ? `, not "${text}"` : "";
  return { ...problem(node, "not-allowed", `${must}${given}`), ...(suggestion === undefined ? {} : { suggestion }) };
}

export function wrongType(node: Node, schema: SchemaObject, document: SchemaDocument): ShapeProblem {
  const must = `${subject(node)} must be ${describeSchema(schema, document)}`;
  // A number where a whole number is asked for: the sentence already says what is wrong.
  return problem(node, "wrong-type", node.type === "number" && schema.type === "integer" ? must : `${must}, not ${describeNode(node)}`);
}

/** `present`: the keys the object already has, which are no suggestion. */
export function unknownKey(
  object: Node,
  key: string,
  keyNode: Node,
  properties: Readonly<Record<string, Schema>>,
  present: ReadonlySet<string>,
): ShapeProblem {
  const suggestion = nearestWord(
    key,
    Object.keys(properties).filter((candidate) => !present.has(candidate)),
  );
  const found = problem(keyNode, "unknown-key", `Unknown key "${shown(key)}"`);
  return { ...found, key, object, ...(suggestion === undefined ? {} : { suggestion }) };
}

export function badKey(object: Node, key: string, keyNode: Node, names: Schema, document: SchemaDocument): ShapeProblem {
  const schema = resolveSchema(names, document);
  const words = schema === false ? undefined : wordsOf(schema)?.filter((word) => typeof word === "string");
  const suggestion = words && nearestWord(key, words);
  const must = schema !== false && schema.not ? "is a reserved name" : `must be ${describeSchema(names, document)}`;
  const found = problem(keyNode, "bad-key", `The key "${shown(key)}" ${must}`);
  return { ...found, key, object, ...(suggestion === undefined ? {} : { suggestion }) };
}

export function missingKeys(object: Node, keys: readonly string[]): ShapeProblem {
  const names = keys.map((key) => `"${key}"`);
  const list = names.length === 1 ? `${names[0]} is` : `${names.slice(0, -1).join(", ")} and ${names.at(-1)} are`;
  const where = object.parent === undefined && object.origin === undefined ? "" : ` in ${lowerSubject(object)}`;
  return { ...problem(anchorOf(object), "missing-key", `${list} missing${where}`), key: keys[0] ?? "", object };
}

export function problem(node: Node, code: ShapeProblem["code"], message: string): ShapeProblem {
  return { node, code, message };
}

/** How a node is called in a sentence: by its key, or by its place in a list. */
export function subject(node: Node): string {
  const name = lowerSubject(node);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function lowerSubject(node: Node): string {
  const { parent } = node.origin ?? node;
  if (parent?.type === "property") return `"${shown(String(parent.children?.[0]?.value ?? ""))}"`;
  if (parent?.type !== "array") return "the document";
  const list = parent.parent?.type === "property" ? ` of "${shown(String(parent.parent.children?.[0]?.value ?? ""))}"` : "";
  return `element ${(parent.children?.indexOf(node.origin ?? node) ?? 0) + 1}${list}`;
}

/** Where a missing key would be written: the key of its object, or the object when it has none. */
export function anchorOf(object: Node): Node {
  const { parent } = object.origin ?? object;
  return parent?.type === "property" ? (parent.children?.[0] ?? object) : object;
}

/** A key is somebody's own word; only an endless one is cut. */
function shown(key: string): string {
  return key.length > 60 ? `${key.slice(0, 59)}…` : key;
}
