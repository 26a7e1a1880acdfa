/**
 * Of several forms none of which fits, finds the one the writer most likely meant, so that one fault is one problem and not one per form.
 * Knows no product.
 */
import { findMember, type Node } from "../syntax/tree.ts";
import { describeNode, describeSchema } from "./describe.ts";
import { notAWord, subject } from "./messages.ts";
import type { ShapeProblem } from "./problem.ts";
import { resolveSchema, wordsOf, type SchemaDocument, type SchemaObject, type Word } from "./schema.ts";

/** A form and what is wrong with a node by it. */
export interface Attempt {
  readonly schema: SchemaObject | false;
  readonly problems: readonly ShapeProblem[];
}

/** The problems of the nearest form. `attempts`: the forms that take a value of the node's type; `all`: every form there is. */
export function closest(node: Node, attempts: readonly Attempt[], all: SchemaObject, document: SchemaDocument): ShapeProblem[] {
  if (node.type === "object" || node.type === "array") return [...nearest(node, attempts, document).problems];
  const [only] = attempts;
  if (attempts.length === 1 && only && only.schema !== false && !wordsOf(only.schema)) return [...only.problems];
  const words = allWords(all, document).filter((word) => typeof word === "string");
  if (node.type === "string" || words.length > 0) return [notAWord(node, all, words, document)];
  const message = `${subject(node)} must be ${describeSchema(all, document)}, not ${describeNode(node)}`;
  return [{ node, code: "not-allowed", message }];
}

function nearest(node: Node, attempts: readonly Attempt[], document: SchemaDocument): Attempt {
  const costs = attempts.map((attempt) => costOf(node, attempt, document));
  const least = Math.min(...costs);
  const found = attempts[costs.indexOf(least)];
  return found ?? { schema: false, problems: [] };
}

/** A telltale word in the wrong place weighs most: `type: "x"` says which form was meant. Faults deeper inside weigh less. */
function costOf(node: Node, { schema, problems }: Attempt, document: SchemaDocument): number {
  let cost = 0;
  for (const problem of problems) {
    const isOwn = problem.object === node || problem.node.parent === node;
    cost += isOwn || problem.node === node ? 2 : 1;
  }
  for (const [key, property] of Object.entries(schema === false ? {} : (schema.properties ?? {}))) {
    const telltale = resolveSchema(property, document);
    const words = telltale === false ? undefined : wordsOf(telltale);
    const value = words && findMember(node, key);
    if (value && words.length === 1) cost += words.includes(value.value ?? null) ? -20 : 20;
  }
  return cost;
}

function allWords(schema: SchemaObject, document: SchemaDocument): readonly Word[] {
  const own = wordsOf(schema) ?? [];
  const choices = (schema.anyOf ?? schema.oneOf ?? []).flatMap((choice) => {
    const resolved = resolveSchema(choice, document);
    return resolved === false ? [] : allWords(resolved, document);
  });
  return [...own, ...choices];
}
