/**
 * The schemas of plugins and channels as the package publishes them, repaired and stripped to structure and constraints.
 *
 * Two things are broken in what is published. Each plugin's schema is a document of its own with `#/$defs/…` pointers, but is nested in one
 * large document without rewriting the pointers: they point at nothing. And a key with a default is marked `required`, because OpenClaw fills
 * defaults in before it validates.
 */

const annotations = new Set(["$schema", "$id", "$comment", "title", "description", "examples", "deprecated", "readOnly", "writeOnly"]);
const mapsOfSchemas = new Set(["properties", "patternProperties", "dependentSchemas"]);
const listsOfSchemas = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const schemas = new Set(["additionalProperties", "additionalItems", "propertyNames", "contains", "not", "if", "then", "else"]);
const plain = new Set([
  ...["type", "enum", "const", "default", "required", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
  ...["multipleOf", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"],
]);

/**
 * @param {object} document a schema whose pointers are relative to itself
 * @param {{ fillsDefaults: boolean, checksUris: boolean }} options what the release does with such a schema
 */
export function repair(document, { fillsDefaults, checksUris }) {
  return clean(document, fillsDefaults, []);

  function clean(node, filled, via) {
    if (node === true) return {};
    if (node === false) return false;
    if (node.$ref !== undefined) {
      if (via.includes(node.$ref)) throw new Error(`${node.$ref}: a schema that contains itself is not supported`);
      const siblings = Object.keys(node).filter((key) => key !== "$ref" && !annotations.has(key));
      const target = clean(resolve(document, node.$ref), filled, [...via, node.$ref]);
      if (siblings.length === 0) return target;
      return { allOf: [target, clean(leaveOut(node, "$ref"), filled, via)] };
    }
    const result = {};
    for (const [key, value] of Object.entries(node)) {
      if (annotations.has(key) || key === "$defs" || key === "definitions") continue;
      if (mapsOfSchemas.has(key))
        result[key] = Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, clean(schema, filled, via)]));
      // Defaults are not filled in inside a choice: there a required key must be written.
      else if (listsOfSchemas.has(key)) result[key] = value.map((schema) => clean(schema, filled && key === "allOf", via));
      else if (schemas.has(key)) result[key] = clean(value, filled && !["not", "if", "contains", "propertyNames"].includes(key), via);
      else if (key === "items")
        result[key] = Array.isArray(value) ? value.map((schema) => clean(schema, filled, via)) : clean(value, filled, via);
      else if (plain.has(key)) result[key] = value;
      else if (key === "format") Object.assign(result, checksUris && value === "uri" ? { check: "url" } : {});
      else throw new Error(`the keyword "${key}" is not known`);
    }
    if (filled && result.required) {
      const required = result.required.filter((key) => !hasDefault(result.properties?.[key]));
      if (required.length > 0) result.required = required;
      else delete result.required;
    }
    if (result.additionalProperties && Object.keys(result.additionalProperties).length === 0) delete result.additionalProperties;
    if (result.propertyNames && JSON.stringify(result.propertyNames) === '{"type":"string"}') delete result.propertyNames;
    return simplify(result);
  }
}

function hasDefault(schema) {
  return schema !== undefined && (schema.default !== undefined || (schema.allOf ?? []).some(hasDefault));
}

/** A pointer into the document the schema was written as. */
function resolve(document, pointer) {
  let node = document;
  for (const step of pointer.replace(/^#\//, "").split("/")) node = node?.[step.replaceAll("~1", "/").replaceAll("~0", "~")];
  if (node === undefined || !pointer.startsWith("#/")) throw new Error(`${pointer}: points at nothing`);
  return node;
}

/** The same, written so that no text makes its matching slow: blanks are among what is neither letter nor digit. */
const linearPatterns = {
  "^\\s*[^a-z0-9]*[a-z0-9]+(?:[^a-z0-9]+[a-z0-9]+)?[^a-z0-9]*\\s*$": "^[^a-z0-9]*[a-z0-9]+(?:[^a-z0-9]+[a-z0-9]+)?[^a-z0-9]*$",
};

/** Drops what says nothing: bounds that every safe integer keeps, a type next to the words that already have it, choices of one. */
function simplify(schema) {
  const { maximum, minimum, ...rest } = schema;
  const result = { ...rest };
  if (minimum !== undefined && !(schema.type === "integer" && minimum === Number.MIN_SAFE_INTEGER)) result.minimum = minimum;
  if (maximum !== undefined && !(schema.type === "integer" && maximum === Number.MAX_SAFE_INTEGER)) result.maximum = maximum;
  if (result.pattern in linearPatterns) result.pattern = linearPatterns[result.pattern];
  const words = result.enum ?? (result.const === undefined ? undefined : [result.const]);
  if (words && typeof result.type === "string" && words.every((word) => typeOf(word) === result.type)) delete result.type;
  if (result.anyOf?.length > 1 && result.anyOf.every((option) => isWords(option))) {
    const all = result.anyOf.flatMap((option) => option.enum ?? [option.const]);
    return { ...leaveOut(result, "anyOf"), enum: [...new Set(all)] };
  }
  return result;
}

function leaveOut(object, key) {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

function isWords(schema) {
  const keys = Object.keys(schema);
  return keys.length === 1 && (keys[0] === "enum" || keys[0] === "const");
}

function typeOf(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
