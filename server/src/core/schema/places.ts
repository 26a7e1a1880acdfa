/** Finds where a schema knows a key. Knows no product. */
import type { Path } from "../syntax/tree.ts";
import { resolveSchema, type Schema, type SchemaDocument, type SchemaObject } from "./schema.ts";

/** The forms a value at a path may have. */
export function schemasAt(document: SchemaDocument, path: Path): readonly SchemaObject[] {
  let forms = formsOf(document, document);
  for (const step of path) forms = forms.flatMap((form) => childrenAt(form, step).flatMap((child) => formsOf(child, document)));
  return forms;
}

/** The shortest paths, of at most `depth` keys, at which some schemas know a key. Maps with free keys are not entered: their keys are nobody's. */
export function placesOf(key: string, schemas: readonly SchemaObject[], document: SchemaDocument, depth: number): readonly string[][] {
  let level = schemas.map((schema) => ({ path: [] as string[], schema }));
  const seen = new Set<SchemaObject>(schemas);
  for (let steps = 1; steps <= depth; steps++) {
    const next: typeof level = [];
    const found = new Map<string, string[]>();
    for (const { path, schema } of level) {
      for (const [name, child] of Object.entries(schema.properties ?? {})) {
        const place = [...path, name];
        if (name === key) found.set(place.join("."), place);
        for (const form of formsOf(child, document)) {
          if (seen.has(form)) continue;
          seen.add(form);
          next.push({ path: place, schema: form });
        }
      }
    }
    if (found.size > 0) return [...found.values()];
    level = next;
  }
  return [];
}

function childrenAt(schema: SchemaObject, step: string | number): Schema[] {
  if (typeof step === "number") {
    const items = Array.isArray(schema.items) ? (schema.items as readonly Schema[])[step] : (schema.items as Schema | undefined);
    return items === undefined ? [] : [items];
  }
  const known = schema.properties && Object.hasOwn(schema.properties, step) ? schema.properties[step] : schema.additionalProperties;
  return known === undefined ? [] : [known];
}

/** A schema and all the forms it chooses among. */
function formsOf(schema: Schema, document: SchemaDocument): readonly SchemaObject[] {
  const resolved = resolveSchema(schema, document);
  if (resolved === false) return [];
  const choices = [...(resolved.anyOf ?? []), ...(resolved.oneOf ?? []), ...(resolved.allOf ?? [])];
  return choices.length === 0 ? [resolved] : [resolved, ...choices.flatMap((choice) => formsOf(choice, document))];
}

/** In how many objects of a schema a key is known; equal objects count once. */
export function countPlaces(key: string, document: SchemaDocument): number {
  let count = 0;
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    const { properties } = value as SchemaObject;
    if (properties && Object.hasOwn(properties, key)) count++;
    Object.values(value).forEach(visit);
  };
  visit(document);
  return count;
}
