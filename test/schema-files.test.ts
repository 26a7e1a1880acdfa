/** The schema files: repaired, stripped, small, and complete enough for what is built on them. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Ajv } from "ajv";
import { buildSchemas } from "../scripts/build-schemas.mjs";
import { repair } from "../scripts/sync-schemas/plugin-schemas.mjs";
import { textTestNames } from "../server/src/core/schema/text-tests.ts";
import type { SchemaDocument } from "../server/src/core/schema/schema.ts";
import { nodeSchemaSource } from "../server/src/entry/schemas-node.ts";
import { judgeValue } from "./schema/judge-value.ts";
import { schemas } from "./schema/our-verdict.ts";
import { knownRules } from "./schema/known-rules.ts";
import { tableReleases } from "./schema/validity-table.ts";

describe("the repair of published schemas", () => {
  // What is published: a document of its own, pointers and all, set into a larger one; and a key that is required although it has a default.
  const plugin = {
    title: "Mail",
    type: "object",
    properties: { routes: { type: "array", items: { $ref: "#/$defs/route" } }, mode: { type: "string", default: "poll" } },
    required: ["routes", "mode"],
    $defs: {
      route: {
        type: "object",
        description: "A route",
        properties: { to: { type: "string" } },
        required: ["to"],
        additionalProperties: false,
      },
    },
  };
  const published = (config: object) => ({ type: "object", properties: { plugins: { type: "object", properties: { mail: config } } } });
  const compile = (schema: object) => new Ajv({ strict: false }).compile(schema);

  test("as published, a generic validator gives up on the pointers", () => {
    assert.throws(() => compile(published(plugin)), /can't resolve reference/);
  });

  test("repaired, the same validator judges through them", () => {
    const validate = compile(published(repair(plugin, { fillsDefaults: true, checksUris: true })));
    assert.equal(validate({ plugins: { mail: { routes: [{ to: "x" }] } } }), true);
    assert.equal(validate({ plugins: { mail: { routes: [{ to: 5 }] } } }), false);
    assert.equal(validate({ plugins: { mail: {} } }), false);
  });

  test("a key with a default is required only by a release that fills no defaults in", () => {
    const value = { plugins: { mail: { routes: [] } } };
    assert.equal(compile(published(repair(plugin, { fillsDefaults: true, checksUris: true })))(value), true);
    assert.equal(compile(published(repair(plugin, { fillsDefaults: false, checksUris: false })))(value), false);
  });

  test("inside a choice nothing is filled in, so a required key stays required", () => {
    const schema = { anyOf: [{ type: "object", properties: { a: { default: 1 } }, required: ["a"] }] };
    assert.deepEqual(repair(schema, { fillsDefaults: true, checksUris: true }), schema);
  });

  test("a pointer to nothing and a keyword nobody knows stop the sync", () => {
    const options = { fillsDefaults: true, checksUris: true };
    assert.throws(() => repair({ $ref: "#/$defs/gone" }, options), /points at nothing/);
    assert.throws(() => repair({ unevaluatedProperties: false }, options), /not known/);
  });

  test("the real ones: routes of two plugins are judged, defaults are not asked for", () => {
    const document = schemas.load("2026.9.6", "config") as SchemaDocument;
    const problems = (config: object) => judgeValue(config, document, document).map(({ message }) => message);
    const webhooks = (route: object) => ({ plugins: { entries: { webhooks: { config: { routes: { a: route } } } } } });
    assert.deepEqual(problems(webhooks({ sessionKey: 5 })).length > 0, true);
    assert.deepEqual(problems({ channels: { whatsapp: {} } }), []);
  });
});

for (const release of tableReleases) {
  describe(`the schema of ${release}`, () => {
    const config = schemas.load(release, "config") as SchemaDocument;
    const nodes = [...allNodes(config)];

    test("every pointer points at something, and every definition is pointed at", () => {
      const pointers = new Set(nodes.flatMap((node) => (typeof node["$ref"] === "string" ? [node["$ref"].slice("#/$defs/".length)] : [])));
      assert.deepEqual([...pointers].sort(), Object.keys(config.$defs ?? {}).sort());
    });

    test("holds structure and constraints only", () => {
      const known = new Set([...keywords, "$defs"]);
      assert.deepEqual([...new Set(nodes.flatMap((node) => Object.keys(node).filter((key) => !known.has(key))))], []);
    });

    test("every named test of a text is one we have", () => {
      const names = nodes.flatMap((node) =>
        typeof node["check"] === "string" ? [node["check"]] : ((node["check"] as string[] | undefined) ?? []),
      );
      assert.deepEqual(
        names.filter((name) => !textTestNames.includes(name)),
        [],
      );
    });

    test("every rule over several keys that the release has is one we have looked at", () => {
      const { rules } = schemas.load(release, "registry") as { rules: string[] };
      assert.deepEqual(
        rules.filter((rule) => !knownRules.includes(rule)),
        [],
      );
    });

    test("knows the secrets everybody has", () => {
      const { secrets } = schemas.load(release, "sensitive") as { secrets: string[] };
      for (const path of ["gateway.auth.token", "channels.telegram.botToken", "hooks.token", "models.providers.*.apiKey"])
        assert.ok(secrets.includes(path), path);
    });
  });
}

test("no rule is kept that no release has", () => {
  const all = tableReleases.flatMap((release) => (schemas.load(release, "registry") as { rules: string[] }).rules);
  assert.deepEqual(
    knownRules.filter((rule) => !all.includes(rule)),
    [],
  );
});

test("what is shipped is the same, without white space, and stays below 700 KB", () => {
  const folder = mkdtempSync(join(tmpdir(), "grantlint-"));
  try {
    assert.ok(buildSchemas(folder) < 700_000);
    const shipped = nodeSchemaSource(folder);
    for (const release of tableReleases) {
      for (const name of readdirSync(join(folder, release)))
        assert.equal(/\s{2}|\n/.test(readFileSync(join(folder, release, name), "utf8")), false);
      for (const part of ["config", "approvals", "sensitive", "registry"] as const)
        assert.deepEqual(shipped.load(release, part), schemas.load(release, part));
    }
    assert.equal(shipped.load("1999.1.1", "config"), undefined);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const keywords = [
  ...[
    "type",
    "const",
    "enum",
    "default",
    "anyOf",
    "oneOf",
    "allOf",
    "not",
    "if",
    "then",
    "else",
    "properties",
    "patternProperties",
    "$ref",
  ],
  ...[
    "additionalProperties",
    "propertyNames",
    "required",
    "minProperties",
    "maxProperties",
    "items",
    "additionalItems",
    "minItems",
    "maxItems",
  ],
  ...[
    "uniqueItems",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
    "pattern",
    "flags",
    "trim",
    "check",
    "expects",
  ],
];

/** Every schema in a document. */
function* allNodes(schema: unknown): Generator<Record<string, unknown>> {
  if (typeof schema !== "object" || schema === null) return;
  const node = schema as Record<string, unknown>;
  yield node;
  for (const key of ["properties", "patternProperties", "$defs"])
    for (const child of Object.values(node[key] ?? {})) yield* allNodes(child);
  for (const key of ["anyOf", "oneOf", "allOf"]) for (const child of (node[key] as unknown[] | undefined) ?? []) yield* allNodes(child);
  for (const key of ["not", "if", "then", "else", "additionalProperties", "propertyNames", "additionalItems"]) yield* allNodes(node[key]);
  for (const child of [node["items"] ?? []].flat()) yield* allNodes(child);
}
