/** What is left of a document while somebody types in it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import fc from "fast-check";
import JSON5 from "json5";
import { parseText } from "../server/src/core/syntax/parse.ts";
import { findNode, toValue, type Grammar, type Node } from "../server/src/core/syntax/tree.ts";
import { compareWithReference } from "./syntax/agreement.ts";

const sample = readFileSync(new URL("syntax/sample.json5", import.meta.url), "utf8");
const documents: readonly {
  readonly grammar: Grammar;
  readonly text: string;
  /** Try only every n-th place, to save time. */
  readonly step: number;
  readonly mostLost: number;
  readonly oftenMostLost: number;
}[] = [
  { grammar: "json5", text: sample, step: 2, mostLost: 0.007, oftenMostLost: 0.03 },
  { grammar: "json", text: JSON.stringify(JSON5.parse(sample), null, 2), step: 5, mostLost: 0.005, oftenMostLost: 0.02 },
];

/** The paths of all properties below a node. */
function propertyPaths(root: Node | undefined): { readonly path: string; readonly end: number }[] {
  const found: { path: string; end: number }[] = [];
  const walk = (node: Node | undefined, path: string): void => {
    for (const [index, child] of (node?.children ?? []).entries()) {
      if (node?.type === "array") {
        walk(child, `${path}/${index}`);
        continue;
      }
      const childPath = `${path}/${String(child.children?.[0]?.value)}`;
      found.push({ path: childPath, end: child.offset + child.length });
      walk(child.children?.[1], childPath);
    }
  };
  walk(root, "");
  return found;
}

describe("the sample", () => {
  it("is one that the reference reads as we do, in both grammars", () => {
    for (const { grammar, text } of documents) assert.deepEqual(compareWithReference(text, grammar), { isAccepted: true });
    assert.ok(propertyPaths(parseText(sample, { grammar: "json5" }).root).length > 200);
  });
});

for (const { grammar, text, step, mostLost, oftenMostLost } of documents) {
  describe(`a broken document in ${grammar}`, () => {
    const whole = propertyPaths(parseText(text, { grammar }).root);

    it("keeps nearly all of its properties when any one character is deleted", () => {
      const lost: number[] = [];
      let surplus = 0;
      for (let offset = 0; offset < text.length; offset += step) {
        const { root, problems } = parseText(text.slice(0, offset) + text.slice(offset + 1), { grammar });
        const kept = new Set(propertyPaths(root).map(({ path }) => path));
        lost.push(whole.filter(({ path }) => !kept.has(path)).length / whole.length);
        if (problems.length > 3) surplus++;
      }
      lost.sort((a, b) => a - b);
      const mean = lost.reduce((sum, share) => sum + share, 0) / lost.length;
      assert.ok(mean < mostLost, `on average ${(mean * 100).toFixed(2)} % are lost`);
      assert.ok((lost[Math.floor(lost.length * 0.95)] ?? 1) < oftenMostLost, "in 95 of 100 cases hardly any is lost");
      assert.ok(surplus / lost.length < 0.005, `${surplus} of ${lost.length} deletions give more than three problems`);
    });

    it("keeps every finished property while it is typed from top to bottom", () => {
      for (let length = 0; length <= text.length; length += 2 * step - 1) {
        const kept = new Set(propertyPaths(parseText(text.slice(0, length), { grammar }).root).map(({ path }) => path));
        for (const { path, end } of whole) if (end < length) assert.ok(kept.has(path), `${path} after ${length} characters`);
      }
    });

    it("keeps the rest when a line is half typed", () => {
      const bare = ["newKey", "newKey:", "newKey: {", "newKey: [", "'ne", "/", "newKey: tru", "newKey: 'a", ","];
      const quoted = ['"newKey"', '"newKey":', '"newKey": {', '"newKey": [', '"ne', "}", "]", '"newKey": tru', '"newKey": "a', "{"];
      const lines = text.split("\n");
      let lost = 0;
      let all = 0;
      for (let line = 1; line < lines.length - 1; line += 2 * step) {
        for (const typed of grammar === "json5" ? [...bare, ...quoted] : quoted) {
          const indent = /^\s*/.exec(lines[line] ?? "")?.[0] ?? "";
          const typing = [...lines.slice(0, line), indent + typed, ...lines.slice(line)].join("\n");
          const kept = new Set(propertyPaths(parseText(typing, { grammar }).root).map(({ path }) => path));
          lost += whole.filter(({ path }) => !kept.has(path)).length;
          all += whole.length;
        }
      }
      assert.ok(lost / all < 0.02, `${((lost / all) * 100).toFixed(2)} % are lost`);
    });
  });
}

describe("a guess", () => {
  /** Paths of all nodes marked incomplete; a property's is followed by a colon, its key's by a question mark. */
  function guessed(text: string, grammar: Grammar = "json5"): string[] {
    const found: string[] = [];
    const walk = (node: Node, path: string): void => {
      if (node.incomplete) found.push(path + (node.type === "property" ? ":" : ""));
      if (node.type === "property") {
        const [key, value] = node.children ?? [];
        if (key?.incomplete) found.push(`${path}?`);
        if (value) walk(value, path);
      } else {
        for (const [index, child] of (node.children ?? []).entries()) {
          walk(child, `${path}/${child.type === "property" ? String(child.children?.[0]?.value) : index}`);
        }
      }
    };
    const { root } = parseText(text, { grammar });
    if (root) walk(root, "");
    return found;
  }

  const cases: readonly [name: string, text: string, incomplete: readonly string[], grammar?: Grammar][] = [
    ["nothing in a whole document", "{ a: [1, 'x'], /* c */ }", []],
    ["a property without a value", "{ a:, b: 1 }", ["/a:"]],
    ["a property without a colon", "{ a\n b: 1 }", ["/a:"]],
    ["a property whose value is on the way", "{ a:\n b: 1 }", ["/a:"]],
    ["a text without its closing quote", '{ a: "x\n, b: 1 }', ["/a"]],
    ["a text with a bad escape", '{ a: "\\xzz" }', ["/a"]],
    ["a text without quotes", "{ a: deny }", ["/a"]],
    ["a number that is none", "{ a: 01, b: 1x }", ["/a", "/b"]],
    ["a key without its closing quote, and the object that may have others", '{ "a: 1, b: 2 }', ["", "/a:", "/a?"]],
    ["an object that is not closed", "{ a: { b: 1", ["", "/a"]],
    ["an array that is not closed, and nothing around it", "{\n  a: [1,\n  b: 2\n}", ["/a"]],
    ["an object in which something was left out", "{ a: 1, ], b: 2 }", [""]],
    ["a document with something behind it", "{ a: 1 } x", [""]],
    ["not what strict JSON refuses but everybody can read", "{ a: 'x', /* c */ }", [], "json"],
    ["not a repeated key", "{ a: 1, a: 2 }", []],
    ["not values between which a comma is missing", '{ "a": ["x" "y"] "b": 1 }', []],
  ];
  for (const [name, text, incomplete, grammar] of cases) {
    it(`is marked: ${name}`, () => assert.deepEqual(guessed(text, grammar), incomplete));
  }
});

describe("a missing bracket", () => {
  const lines = (...text: string[]): string => text.join("\n");

  it("is found by the indentation, not at the end of the text", () => {
    const text = lines("{", "  tools: {", '    deny: ["exec"],', "  channels: { a: 1 },", "  last: true,", "}");
    const { root, problems } = parseText(text, { grammar: "json5" });
    assert.deepEqual(toValue(root), { tools: { deny: ["exec"] }, channels: { a: 1 }, last: true });
    assert.deepEqual(
      problems.map(({ code, offset }) => ({ code, line: text.slice(0, offset).split("\n").length })),
      [{ code: "unclosed-object", line: 2 }],
    );
  });

  it("does not tear a document that is indented at random", () => {
    const { root, problems } = parseText(lines("{ a: {", "b: {", "c: 1 } },", " d: [", "1,", "2 ],", "e f: 2 }"), { grammar: "json5" });
    assert.deepEqual(toValue(findNode(root, ["a"])), { b: { c: 1 } });
    assert.deepEqual(toValue(findNode(root, ["d"])), [1, 2]);
    assert.ok(problems.length <= 2);
  });

  it("at the very beginning does not lose the members", () => {
    const { root } = parseText('tools: { deny: ["exec"] },\nlast: 1\n}', { grammar: "json5" });
    assert.deepEqual(toValue(root), { tools: { deny: ["exec"] }, last: 1 });
  });

  it("before a nested object does not lose its members", () => {
    const text = lines("{", "  tools:", "    deny: 1,", "    exec: 2,", "  },", "  last: 3,", "}");
    const { root, problems } = parseText(text, { grammar: "json5" });
    assert.deepEqual(toValue(root), { tools: { deny: 1, exec: 2 }, last: 3 });
    assert.deepEqual(
      problems.map(({ message }) => message),
      ["Expected { before this key"],
    );
  });
});

describe("any text at all", () => {
  it("is read without a throw, and agrees with the references", () => {
    const some = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..."{}[]:,\"'/*\\ \n01a-+.eExu\u2028") }));
    fc.assert(
      fc.property(some, (text) => {
        for (const grammar of ["json5", "json"] as const) assert.equal(compareWithReference(text, grammar).fault, undefined);
      }),
      { numRuns: 3000 },
    );
  });
});
