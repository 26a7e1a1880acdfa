/**
 * The part of JSON Schema (draft 7) our schemas are written in, and three keywords of our own: `trim` (a text is judged without the space
 * around it), `check` (a named test of a text) and `expects` (what a pattern asks for, in words). Knows no product.
 */

export type Schema = boolean | SchemaObject;

export interface SchemaObject {
  readonly $ref?: string;
  readonly type?: TypeName | readonly TypeName[];
  readonly const?: Word;
  readonly enum?: readonly Word[];
  readonly default?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: Schema | readonly Schema[];
  readonly additionalItems?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly flags?: string;
  readonly trim?: boolean;
  readonly check?: string | readonly string[];
  readonly expects?: string;
}

export type TypeName = "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";
export type Word = string | number | boolean | null;

/** A whole schema file: the schema of the document and the schemas it points to. */
export type SchemaDocument = SchemaObject & { readonly $defs?: Readonly<Record<string, Schema>> };

const pointerStart = "#/$defs/";

/** Follows pointers. A pointer to nothing takes everything, so that a broken schema never invents an error. */
export function resolveSchema(schema: Schema | undefined, document: SchemaDocument): SchemaObject | false {
  let current = schema ?? true;
  // Pointers to pointers are rare and short; the bound only guards against a circle.
  for (let steps = 0; steps < 16; steps++) {
    if (current === true) return {};
    if (current === false || current.$ref === undefined) return current;
    current = document.$defs?.[current.$ref.slice(pointerStart.length)] ?? true;
  }
  return {};
}

/** The words a schema is limited to, when it is. */
export function wordsOf(schema: SchemaObject): readonly Word[] | undefined {
  return schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
}

/** Whether a value of this type may pass at all, as far as the schema's own types and words tell. */
export function admitsType(schema: SchemaObject | false, type: TypeName, document: SchemaDocument): boolean {
  if (schema === false) return false;
  const words = wordsOf(schema);
  if (words) return words.some((word) => (word === null ? "null" : typeof word) === type);
  if (schema.type !== undefined) {
    const types = typeof schema.type === "string" ? [schema.type] : schema.type;
    return types.includes(type) || (type === "number" && types.includes("integer"));
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices && !choices.some((choice) => admitsType(resolveSchema(choice, document), type, document))) return false;
  return (schema.allOf ?? []).every((part) => admitsType(resolveSchema(part, document), type, document));
}
