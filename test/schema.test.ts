/** How the validator behaves on what is not finished, not given, hostile, or secret; and how it finds the word that was meant. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ourVerdict, findingsFor } from "./schema/our-verdict.ts";
import { parseDuration, textTest } from "../server/src/core/schema/text-tests.ts";
import type { SchemaDocument } from "../server/src/core/schema/schema.ts";
import { validateShape } from "../server/src/core/schema/validate.ts";
import { nearestWord } from "../server/src/core/schema/words.ts";
import { parseText } from "../server/src/core/syntax/parse.ts";
import { seededRandom } from "./schema/random.ts";
import { seeds } from "./schema/seeds.ts";
import { tableReleases } from "./schema/validity-table.ts";

const person: SchemaDocument = {
  type: "object",
  properties: {
    name: { type: "string", minLength: 1 },
    mode: { enum: ["on", "off"] },
    child: { type: "object", properties: { age: { type: "integer", minimum: 0 } }, required: ["age"], additionalProperties: false },
    any: {
      anyOf: [{ type: "boolean" }, { type: "object", properties: { kind: { const: "a" }, size: { type: "number" } }, required: ["kind"] }],
    },
    secret: {
      oneOf: [{ type: "object", properties: { source: { const: "env" }, id: { type: "string", pattern: "^[A-Z]+$" } }, required: ["id"] }],
    },
  },
  required: ["name"],
  additionalProperties: false,
};

function problemsOf(text: string, open?: string) {
  const { root } = parseText(text, { grammar: "json5" });
  assert.ok(root);
  const given = open === undefined ? root : { ...root, open };
  return validateShape(given, person).map(({ code, message, node }) => ({
    code,
    message,
    at: text.slice(node.offset, node.offset + node.length),
  }));
}

describe("the shape of a tree", () => {
  test("an unknown key is said at the key, a missing one at the key of its object", () => {
    assert.deepEqual(problemsOf('{"name": "x", "child": {"aeg": 1}}'), [
      { code: "unknown-key", message: 'Unknown key "aeg"', at: '"aeg"' },
      { code: "missing-key", message: '"age" is missing in "child"', at: '"child"' },
    ]);
  });

  test("an object that may have more members than are written misses none", () => {
    assert.deepEqual(problemsOf("{}", "an include is missing"), []);
    assert.equal(problemsOf("{}")[0]?.code, "missing-key");
    assert.equal(problemsOf("{nmae: 1}", "an include is missing")[0]?.code, "unknown-key");
  });

  test("a value that is not finished is not judged", () => {
    assert.deepEqual(problemsOf('{"name": "x", "mode": }'), []);
    assert.deepEqual(problemsOf('{"name": "x", "mode": o'), []);
    assert.deepEqual(problemsOf('{"name": "x", "mode": "of'), []);
  });

  test("of several forms the one that was meant is judged, once", () => {
    assert.deepEqual(problemsOf("{name: 'x', any: {kind: 'a', size: 'big'}}"), [
      { code: "wrong-type", message: '"size" must be a number, not a text', at: "'big'" },
    ]);
    assert.deepEqual(problemsOf("{name: 'x', any: 5}"), [
      { code: "wrong-type", message: '"any" must be true or false or an object, not a number', at: "5" },
    ]);
  });

  test("the last of repeated keys counts", () => {
    assert.deepEqual(problemsOf("{name: 5, name: 'x'}"), []);
  });

  test("keys that mean something to JavaScript are keys like any other", () => {
    assert.deepEqual(
      problemsOf("{name: 'x', constructor: 1, toString: 2, hasOwnProperty: 3}").map(({ at }) => at),
      ["constructor", "toString", "hasOwnProperty"],
    );
  });
});

describe("robustness", () => {
  test("no beginning of a config makes it fail, and no value in it is repeated", () => {
    const marker = "Zq9sEcReTzQ9";
    for (const release of tableReleases) {
      const text = JSON.stringify((seeds[release] ?? [])[0]).replaceAll(/"(?:123:abc|0123456789abcdef|t|k|xoxb-1|hook)"/g, `"${marker}"`);
      for (let length = 0; length < text.length; length += 13) {
        for (const finding of findingsFor(text.slice(0, length), release)) assert.ok(!finding.message.includes(marker), finding.message);
      }
    }
  });

  test("a secret in any place, of the right or the wrong type, is never part of a sentence", () => {
    const secret = "sk-proj-Zq9sEcReTzQ9aB3";
    for (const release of tableReleases) {
      const random = seededRandom(3);
      for (let round = 0; round < 300; round++) {
        const config = structuredClone((seeds[release] ?? [])[0]);
        putSomewhere(config, secret, random.next());
        for (const { message } of findingsFor(config, release)) assert.ok(!message.includes(secret.slice(0, 12)), message);
      }
    }
  });

  test("a deep and a wide config are judged", () => {
    const deep = `${'{"tools":'.repeat(400)}{}${"}".repeat(400)}`;
    assert.equal(ourVerdict(deep, "2026.9.6").valid, false);
    const entries = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`agent${index}`, {}]));
    assert.equal(ourVerdict({ agents: { ownership: "explicit", entries } }, "2026.9.6").valid, true);
  });

  test("the same config gives the same findings in the same order", () => {
    const config = { tools: { x: 1, exec: { mode: "no", ask: "off" } }, agents: { list: [{ id: "A" }] } };
    assert.deepEqual(findingsFor(config, "2026.9.6"), findingsFor(config, "2026.9.6"));
  });
});

describe("the word that was meant", () => {
  const words = ["allow", "alsoAllow", "deny", "dmPolicy", "sandbox", "on-miss"];
  for (const [written, meant] of [
    ["alow", "allow"],
    ["dmpolicy", "dmPolicy"],
    ["dm_policy", "dmPolicy"],
    ["onmiss", "on-miss"],
    ["sanbdox", "sandbox"],
    ["DENY", "deny"],
    ["permit", undefined],
    ["x", undefined],
    ["", undefined],
  ] as const) {
    test(`"${written}" ${meant === undefined ? "is near to none" : `means "${meant}"`}`, () =>
      assert.equal(nearestWord(written, words), meant));
  }
});

describe("named tests of a text", () => {
  for (const [name, right, wrong] of [
    ["url", ["https://x", "mailto:a@b"], ["x", "http://", ""]],
    ["http-url", ["http://x/y"], ["ftp://x"]],
    ["https-document", ["https://x/y"], ["https://x", "http://x/y"]],
    ["https-or-local", ["https://x", "http://localhost:1"], ["http://x"]],
    ["origin", ["https://x:8443"], ["https://x/y", "https://u:p@x"]],
    ["public-origin", ["https://x", "http://127.0.0.1"], ["http://x"]],
    ["host-name", ["api.example.com", "127.0.0.1", "[::1]", "münchen.example"], ["*.example.com", "a/b", "a:1", "-a", ""]],
    ["byte-size", ["5", "1.5mb", " 2GB "], ["lots", "-1", "1pb"]],
    ["duration", ["30", "1h30m", "1.5d"], ["", "1h 30m", "soon", "-5m"]],
    ["positive-duration", ["1ms"], ["0", "0d"]],
    ["duration-of-a-minute", ["60s", "1h"], ["59s", "60"]],
    ["css-width", ["72rem", "min(100%, 960px)", "none"], ["72", "url(x)", "calc(1px", ""]],
  ] as const) {
    test(name, () => {
      for (const text of right) assert.equal(textTest(name).passes(text), true, text);
      for (const text of wrong) assert.equal(textTest(name).passes(text), false, text);
    });
  }

  test("a duration in milliseconds", () => {
    assert.equal(parseDuration("1h30m"), 5_400_000);
    assert.equal(parseDuration("5", "m"), 300_000);
    assert.equal(parseDuration("x"), undefined);
  });
});

/** Replaces one value, chosen by a number from 0 to 1. */
function putSomewhere(config: unknown, value: unknown, where: number): void {
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const visit = (holder: unknown): void => {
    if (typeof holder !== "object" || holder === null) return;
    for (const key of Object.keys(holder)) {
      places.push({ holder: holder as Record<string, unknown>, key });
      visit((holder as Record<string, unknown>)[key]);
    }
  };
  visit(config);
  const place = places[Math.floor(where * places.length)];
  if (place) place.holder[place.key] = value;
}
