/**
 * Turns a zod 4 schema into JSON Schema of what it takes (its input side): a key with a default need not be written.
 * What JSON Schema cannot say is kept in three keywords of our own: `trim` (a text is trimmed before it is judged), `flags` (of a
 * pattern) and `check` (a named test of a text). Rules over several keys cannot be said at all and are only listed, by path.
 */

/**
 * @param {object} root a zod 4 schema
 * @param {(refinement: { path: string, type: string, test: Function | undefined }) => object | undefined} keywordsOf what a refinement comes to
 *   in keywords; undefined when it is a rule over several keys
 * @returns {{ schema: object, rules: string[] }}
 */
export function fromZod(root, keywordsOf) {
  const done = new Map();
  const open = new Set();
  const rules = new Set();
  return { schema: convert(root, ""), rules: [...rules].sort() };

  function convert(node, path) {
    if (done.has(node)) return done.get(node);
    if (open.has(node)) throw new Error(`${path}: a schema that contains itself is not supported`);
    open.add(node);
    const result = withChecks(node, base(node, path), path);
    open.delete(node);
    done.set(node, result);
    return result;
  }

  function base(node, path) {
    const { def } = node._zod;
    switch (def.type) {
      case "string":
        return def.check === "string_format" ? { type: "string", ...format(def, path) } : { type: "string" };
      case "number":
        return def.check === "number_format" ? { type: "integer" } : { type: "number" };
      case "boolean":
        return { type: "boolean" };
      case "null":
        return { type: "null" };
      case "any":
      case "unknown":
        return {};
      case "never":
        return false;
      case "literal":
        return def.values.length === 1 ? { const: def.values[0] } : { enum: [...def.values] };
      case "enum":
        return { enum: Object.values(def.entries) };
      case "array":
        return { type: "array", items: convert(def.element, `${path}[]`) };
      case "tuple":
        return {
          type: "array",
          items: def.items.map((item) => convert(item, `${path}[]`)),
          additionalItems: def.rest ? convert(def.rest, `${path}[]`) : false,
          minItems: def.items.filter((item) => !isOptional(item)).length,
        };
      case "object":
        return object(def, path);
      case "record":
        return record(def, path);
      case "union":
        return union(def.options.map((option) => convert(option, path)));
      case "intersection":
        return { allOf: [convert(def.left, path), convert(def.right, path)] };
      case "nullable":
        return union([convert(def.innerType, path), { type: "null" }]);
      case "optional":
      case "readonly":
      case "nonoptional":
      case "catch":
        return convert(def.innerType, path);
      case "default":
      case "prefault": {
        const value = def.defaultValue;
        const inner = convert(def.innerType, path);
        return isPlain(value) ? { ...inner, default: value } : inner;
      }
      case "lazy":
        return convert(def.getter(), path);
      case "pipe": {
        // A transform in front only prepares the value; a transform behind works on a value already judged.
        const { type, transform } = def.in._zod.def;
        if (type !== "transform") return convert(def.in, path);
        keywordsOf({ path, type, test: transform });
        return convert(def.out, path);
      }
      case "transform":
        return {};
      default:
        throw new Error(`${path}: zod type "${def.type}" is not supported`);
    }
  }

  function object(def, path) {
    const properties = {};
    const required = [];
    for (const [key, member] of Object.entries(def.shape)) {
      const schema = convert(member, path === "" ? key : `${path}.${key}`);
      if (schema === false) continue;
      properties[key] = schema;
      if (!isOptional(member)) required.push(key);
    }
    const result = { type: "object", properties };
    if (required.length > 0) result.required = required;
    if (!def.catchall) return result;
    const rest = convert(def.catchall, `${path}.*`);
    if (rest === false || Object.keys(rest).length > 0) result.additionalProperties = rest;
    return result;
  }

  function record(def, path) {
    const key = convert(def.keyType, `${path}.<key>`);
    const result = { type: "object", additionalProperties: convert(def.valueType, `${path}.*`) };
    if (Object.keys(result.additionalProperties).length === 0) delete result.additionalProperties;
    if (Object.keys(key).some((keyword) => keyword !== "type")) result.propertyNames = key;
    // A record over a closed list of keys wants every one of them.
    if (key.enum && !isOptional(def.valueType) && def.keyType._zod.values && def.mode !== "loose" && !def.partial)
      result.required = key.enum;
    return result;
  }

  function withChecks(node, start, path) {
    const { def } = node._zod;
    let schema = start;
    for (const check of def.checks ?? []) {
      const { def: checkDef } = check._zod;
      switch (checkDef.check) {
        case "overwrite":
          if (typeOf(schema) !== "string") continue;
          if (checkDef.tx(" Ab ") === "Ab" && (schema.pattern ?? schema.minLength ?? schema.maxLength ?? schema.check) === undefined) {
            schema = { ...schema, trim: true };
          } else throw new Error(`${path}: a text is rewritten in a way that is not supported`);
          break;
        case "number_format":
          schema = { ...schema, type: "integer" };
          break;
        case "greater_than":
          schema = { ...schema, [checkDef.inclusive ? "minimum" : "exclusiveMinimum"]: checkDef.value };
          break;
        case "less_than":
          schema = { ...schema, [checkDef.inclusive ? "maximum" : "exclusiveMaximum"]: checkDef.value };
          break;
        case "min_length":
          schema = { ...schema, [typeOf(schema) === "array" ? "minItems" : "minLength"]: checkDef.minimum };
          break;
        case "max_length":
          schema = { ...schema, [typeOf(schema) === "array" ? "maxItems" : "maxLength"]: checkDef.maximum };
          break;
        case "length_equals":
          schema = { ...schema, minLength: checkDef.length, maxLength: checkDef.length };
          break;
        case "string_format":
          schema = add(schema, format(checkDef, path), path);
          break;
        case "custom": {
          const keywords = keywordsOf({ path, type: def.type, test: checkDef.fn });
          if (keywords === undefined) rules.add(path);
          else schema = add(schema, keywords, path);
          break;
        }
        default:
          throw new Error(`${path}: zod check "${checkDef.check}" is not supported`);
      }
    }
    return schema;
  }
}

/** The keywords of a string format. A URL is tested by parsing, everything else by its pattern. */
function format(def, path) {
  if (def.format === "url") return { check: "url" };
  if (!def.pattern) throw new Error(`${path}: string format "${def.format}" is not supported`);
  const { source, flags } = def.pattern;
  return flags === "" ? { pattern: source } : { pattern: source, flags };
}

/** Adds keywords to a schema; those for texts go to the branches that take a text. */
function add(schema, keywords, path) {
  if (keywords.onlyType) return schema.anyOf.find((option) => option.type === keywords.onlyType);
  const forText = keywords.text ?? keywords;
  if (schema.anyOf)
    return { anyOf: schema.anyOf.map((option) => (option.type === "string" ? add(option, forText, path) : addNumber(option, keywords))) };
  const { pattern, check, ...rest } = forText;
  const result = { ...schema, ...rest };
  if (check !== undefined) result.check = [...new Set([schema.check ?? [], check].flat())];
  if (Array.isArray(result.check) && result.check.length === 1) result.check = result.check[0];
  if (pattern === undefined) return result;
  if (schema.flags || keywords.flags) {
    if (schema.pattern !== undefined) throw new Error(`${path}: two patterns with flags are not supported`);
  }
  return { ...result, pattern: schema.pattern === undefined ? pattern : `(?=${schema.pattern})${pattern}` };
}

function addNumber(option, keywords) {
  return keywords.number && (option.type === "number" || option.type === "integer") ? { ...option, ...keywords.number } : option;
}

/** One `anyOf` over all branches; branches that are plain words are gathered into one list of words. */
function union(options) {
  const flat = options.flatMap((option) => (Object.keys(option).length === 1 && option.anyOf ? option.anyOf : [option]));
  const words = flat.filter(isWords).flatMap((option) => option.enum ?? [option.const]);
  const rest = flat.filter((option) => !isWords(option));
  const list = words.length > 0 ? [...rest, words.length === 1 ? { const: words[0] } : { enum: [...new Set(words)] }] : rest;
  return list.length === 1 ? list[0] : { anyOf: list };
}

function isWords(schema) {
  const keys = Object.keys(schema);
  return keys.length === 1 && (keys[0] === "enum" || keys[0] === "const");
}

function typeOf(schema) {
  return schema.type;
}

function isPlain(value) {
  return value !== undefined && value !== null && JSON.stringify(value) !== undefined;
}

/** Whether a key may be left out: it is optional, or has a default ("defaulted" in newer versions of zod). */
function isOptional(node) {
  return node._zod.optin !== undefined;
}
