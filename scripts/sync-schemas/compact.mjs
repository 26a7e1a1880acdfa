/** Shares equal subschemas: each that is written out more than once becomes a definition, so that a release's schema stays small. */

/** Below this size a pointer would not be shorter than the schema itself. */
const smallest = 60;

/** @returns {object} the same schema with its repeated parts under `$defs` */
export function compact(schema) {
  const uses = new Map();
  count(schema);
  const names = new Map();
  const definitions = {};
  const root = rewrite(schema, "root", true);
  return Object.keys(definitions).length === 0 ? root : { ...root, $defs: sortKeys(definitions) };

  function count(node) {
    if (Array.isArray(node)) return node.forEach(count);
    if (typeof node !== "object" || node === null) return undefined;
    const text = JSON.stringify(node);
    const seen = (uses.get(text) ?? 0) + 1;
    uses.set(text, seen);
    // The parts of a repeated schema are only counted once: they move along with it.
    if (seen === 1) for (const child of children(node)) count(child.schema);
    return undefined;
  }

  function rewrite(node, name, isRoot = false) {
    if (typeof node !== "object" || node === null) return node;
    const text = JSON.stringify(node);
    if (isRoot || uses.get(text) < 2 || text.length < smallest) return inner(node, name);
    let definition = names.get(text);
    if (definition === undefined) {
      definition = freeName(name);
      names.set(text, definition);
      definitions[definition] = undefined;
      definitions[definition] = inner(node, name);
    }
    return { $ref: `#/$defs/${definition}` };
  }

  function inner(node, name) {
    const result = { ...node };
    for (const { keyword, key, schema } of children(node)) {
      const written = rewrite(schema, key === undefined || typeof key === "number" ? name : key);
      if (key === undefined) result[keyword] = written;
      else {
        if (result[keyword] === node[keyword]) result[keyword] = Array.isArray(node[keyword]) ? [...node[keyword]] : { ...node[keyword] };
        result[keyword][key] = written;
      }
    }
    return result;
  }

  function freeName(wanted) {
    const base = wanted.replaceAll(/[^A-Za-z0-9-]/g, "") || "schema";
    let name = base;
    for (let number = 2; name in definitions; number++) name = `${base}${number}`;
    return name;
  }
}

/** The schemas directly inside a schema. */
export function* children(node) {
  for (const keyword of ["properties", "patternProperties", "dependentSchemas"]) {
    for (const [key, schema] of Object.entries(node[keyword] ?? {})) yield { keyword, key, schema };
  }
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    for (const [key, schema] of (node[keyword] ?? []).entries()) yield { keyword, key, schema };
  }
  if (Array.isArray(node.items)) for (const [key, schema] of node.items.entries()) yield { keyword: "items", key, schema };
  else if (node.items) yield { keyword: "items", schema: node.items };
  for (const keyword of ["additionalProperties", "additionalItems", "propertyNames", "contains", "not", "if", "then", "else"]) {
    if (typeof node[keyword] === "object") yield { keyword, schema: node[keyword] };
  }
}

function sortKeys(object) {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
