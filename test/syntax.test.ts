/** The two grammars, feature by feature: what is read and what is refused, and that the reference readers do the same. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import JSON5 from "json5";
import { findNodeAtLocation, findNodeAtOffset, getNodePath, getNodeValue, parseTree, type Node as JsoncNode } from "jsonc-parser";
import { parseText } from "../server/src/core/syntax/parse.ts";
import { findNode, pathOf, toValue, type Grammar, type Node } from "../server/src/core/syntax/tree.ts";
import { compareWithReference } from "./syntax/agreement.ts";

// The json5 package warns on the console of every line separator inside of a text.
console.warn = () => undefined;

/** Texts by who accepts them: both grammars, JSON5 alone, or neither. */
const features: Record<
  string,
  { readonly both?: readonly string[]; readonly json5?: readonly string[]; readonly neither?: readonly string[] }
> = {
  "a document": {
    both: ["{}", "[]", "null", "true", "false", "0", '""', " {} ", "\t[\r\n]\n"],
    neither: [
      "",
      " ",
      "\n",
      "{",
      "}",
      "[",
      "]",
      ":",
      ",",
      "{} {}",
      "[] ,",
      "null null",
      "{}]",
      "\u0000",
      "{}\u0000",
      "undefined",
      "a: 1",
      '"a": 1',
    ],
  },
  objects: {
    both: [
      '{"a":1}',
      '{"a":1,"b":2}',
      '{"a":{"b":{}}}',
      '{"":0}',
      '{"a b":0}',
      '{"a":1,"a":2}',
      '{"__proto__":1}',
      '{"__proto__":{"a":1},"toString":null}',
    ],
    neither: [
      '{"a"}',
      '{"a":}',
      "{:1}",
      '{"a":1 "b":2}',
      '{"a":1,,"b":2}',
      "{,}",
      '{,"a":1}',
      '{"a":1;"b":2}',
      '{"a"=1}',
      '{"a"::1}',
      "{[1]}",
      "{{}}",
      '{"a":1]',
      "{1:1}",
      "{-a:1}",
      "{a-b:1}",
      "{a.b:1}",
    ],
  },
  "bare keys": {
    json5: [
      "{a:1}",
      "{$:1}",
      "{_:1}",
      "{a1:1}",
      "{null:1}",
      "{Infinity:1}",
      "{true:1}",
      "{\u00e9:1}",
      "{\u{10400}:1}",
      "{a\u200c\u200d:1}",
      "{\\u0061b:1}",
      "{a\\u0030:1}",
      "{a\u0301:1}",
      "{__proto__:1}",
      "{\u4e2d\u6587:1}",
    ],
    neither: [
      "{1a:1}",
      "{\u0301a:1}",
      "{\\u0030a:1}",
      "{a\\u002d:1}",
      "{a\\u00:1}",
      "{a\\x61:1}",
      "{\ud83d\ude00:1}",
      "{\ud800:1}",
      "{\\ud801\\udc00:1}",
      "{a\\u{61}:1}",
      "{a b:1}",
      "{\u{1e900}\u{323af}:1}",
    ],
  },
  arrays: {
    both: ["[1]", "[1,2]", "[[],[]]", '["a",{"b":[]}]', "[ 1 , 2 ]"],
    neither: ["[1 2]", "[,]", "[,1]", "[1,,2]", "[1,,]", "[1", "[1}", "[1;2]", '["a":1]', "[a]", "(1)"],
  },
  "trailing commas": { json5: ["[1,]", "{a:1,}", '{"a":1,}', "[[],]", "[1, /* a */ ]"], neither: ["[1],", "{},", "[1,,]"] },
  strings: {
    both: [
      '"a"',
      '"\\""',
      '"\\\\"',
      '"\\/"',
      '"\\b\\f\\n\\r\\t"',
      '"\\u0041"',
      '"\\uD83D\\uDE00"',
      '"\\ud800"',
      '"\ud800"',
      '"\u2028\u2029"',
      '"\u007f\u0085"',
      '"\ufeff"',
      '"\'"',
      '"// no"',
      '"/* no */"',
      '"\u{1f600}"',
    ],
    json5: [
      "'a'",
      "''",
      "'\"'",
      "'\\''",
      '"\\\'"',
      '"\t"',
      '"\u0000"',
      '"\u0001"',
      '"\\x41"',
      '"\\v"',
      '"\\0"',
      '"\\a\\q\\-"',
      '"\\\n"',
      '"\\\r\n"',
      '"\\\r"',
      '"\\\u2028"',
      '"\\\u2029"',
      '"\\0a"',
      '"\\\ud83d\\\ude00"',
    ],
    neither: [
      '"',
      "'",
      '"a',
      "'a\"",
      '"\n"',
      '"\r"',
      "'\n'",
      '"\\',
      '"\\"',
      '"\\u"',
      '"\\u12"',
      '"\\u12g4"',
      '"\\x4"',
      '"\\xg0"',
      '"\\1"',
      '"\\9"',
      '"\\00"',
      '"\\01"',
      "`a`",
      '"a" "b"',
      '""a',
    ],
  },
  numbers: {
    both: [
      "0",
      "-0",
      "1",
      "-1",
      "10",
      "1.5",
      "-0.5",
      "1e3",
      "1E3",
      "1e+3",
      "1e-3",
      "1.5e10",
      "0e0",
      "9007199254740993",
      "998894606765679340",
      "9657411473624855210",
      "123456789012345678901234",
      "1e400",
      "-1e400",
      "1e-400",
    ],
    json5: [
      "+1",
      "+0",
      ".5",
      "-.5",
      "5.",
      "5.e3",
      ".5e3",
      "0x1F",
      "0XaB",
      "-0x10",
      "+0x0",
      "-0x0",
      "0xFFFFFFFFFFFFFFFFF",
      "Infinity",
      "-Infinity",
      "+Infinity",
      "NaN",
      "-NaN",
      "+NaN",
    ],
    neither: [
      "00",
      "01",
      "-01",
      "+01",
      "0.5.5",
      ".",
      "-",
      "+",
      "-.",
      "1e",
      "1e+",
      "e1",
      "0x",
      "0xg",
      "--1",
      "+-1",
      "- 1",
      "1 .5",
      "1_000",
      "1n",
      "0b1",
      "0o7",
      "010",
      "1a",
      "1.a",
      "0x1.5",
      "Infinit",
      "-infinity",
      "nan",
      "1Infinity",
      "1/2",
    ],
  },
  words: { neither: ["True", "nul", "nulla", "true1", "undefined", "tru\\u0065", "Infinit\\u0079", "N\\u0061N", "a", "[yes]", "{a:b}"] },
  blanks: {
    both: ["\r{}\r", "\n\n{}\n", "\t{}\t"],
    json5: [
      "\u00a0{}",
      "\ufeff{}",
      "{}\ufeff",
      "\u2028{}\u2029",
      "\u000b{}\f",
      "\u1680{}",
      "\u2000{}\u200a",
      "\u202f{}",
      "\u205f{}",
      "\u3000{}",
      "{\ufeffa\u00a0:\u30001}",
    ],
    neither: ["\u180e{}", "\u200b{}", "\u0085{}", "\u200c{}", "\u2060{}", "\u001f{}"],
  },
  comments: {
    json5: [
      "// a\n{}",
      "{} // a",
      "{}//",
      "//\r{}",
      "//\u2028{}",
      "/* a */{}",
      "/**/{}",
      "/***/{}",
      "{/* a\n b */}",
      "{a/**/:/**/1/**/}",
      "[1//a\n,2]",
      "/* // */{}",
      "// /*\n{}",
    ],
    neither: ["/", "/ a\n{}", "/*", "{} /* a", "{} /* a *", "/* /* */ */{}", "# a\n{}", "<!-- -->{}", "{/}", "{} *", "//", "/* a */"],
  },
};

const accepts = { both: ["json", "json5"], json5: ["json5"], neither: [] } as const;

for (const [feature, texts] of Object.entries(features)) {
  describe(`the grammar of ${feature}`, () => {
    for (const who of ["both", "json5", "neither"] as const) {
      for (const text of texts[who] ?? []) {
        it(`${who === "neither" ? "neither grammar has" : who === "both" ? "both grammars have" : "JSON5 alone has"} ${JSON.stringify(text)}`, () => {
          for (const grammar of ["json5", "json"] as const) {
            const { isAccepted, fault } = compareWithReference(text, grammar);
            assert.equal(isAccepted, (accepts[who] as readonly Grammar[]).includes(grammar), `the reference for ${grammar}`);
            assert.equal(fault, undefined, grammar);
          }
        });
      }
    }
  });
}

describe("the tree", () => {
  const text = '{ "a": [1, { "b": null }], "c": "d" }';

  it("has the shape of jsonc-parser's", () => {
    const plain = (node: JsoncNode | Node | undefined): unknown =>
      node && {
        type: node.type,
        offset: node.offset,
        length: node.length,
        value: node.value,
        colonOffset: node.colonOffset,
        children: node.children?.map(plain),
      };
    assert.deepEqual(plain(parseText(text, { grammar: "json" }).root), plain(parseTree(text)));
  });

  it("serves jsonc-parser's helpers, in JSON5 too", () => {
    const { root } = parseText("{ a: [1, { 'b': +2, }], /* c */ }", { grammar: "json5" });
    const node = findNodeAtLocation(root as JsoncNode, ["a", 1, "b"]) as Node;
    assert.equal(node.value, 2);
    assert.deepEqual(getNodePath(node as JsoncNode), ["a", 1, "b"]);
    assert.deepEqual(pathOf(node), ["a", 1, "b"]);
    assert.equal(findNodeAtOffset(root as JsoncNode, node.offset), node);
    assert.equal(findNode(root, ["a", 1, "b"]), node);
    assert.equal(JSON.stringify(getNodeValue(root as JsoncNode)), '{"a":[1,{"b":2}]}');
  });

  it("knows its file at the root and nowhere else", () => {
    const { root } = parseText("{ a: {} }", { grammar: "json5", file: "file:///a.json" });
    assert.equal(root?.file, "file:///a.json");
    assert.equal(findNode(root, ["a"])?.file, undefined);
  });

  it("keeps both of two equal keys, of which the last one counts", () => {
    const { root, problems } = parseText('{ "a": 1, "b": 2, "a": 3 }', { grammar: "json" });
    assert.equal(root?.children?.length, 3);
    assert.deepEqual(toValue(root), { a: 3, b: 2 });
    assert.equal(findNode(root, ["a"])?.value, 3);
    assert.deepEqual(
      problems.map(({ code, severity, offset, length, related }) => ({ code, severity, offset, length, at: related?.offset })),
      [{ code: "duplicate-key", severity: "warning", offset: 18, length: 3, at: 2 }],
    );
  });

  it("takes __proto__ for a key like any other", () => {
    const { root } = parseText('{ __proto__: { deny: ["exec"] }, a: 1 }', { grammar: "json5" });
    const value = toValue(root) as Record<string, unknown>;
    assert.deepEqual(Object.keys(value), ["__proto__", "a"]);
    assert.equal(value["deny"], undefined);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
  });

  it("lists comments in both grammars, refused or not", () => {
    const commented = "// a\n{ /* b */ }";
    for (const grammar of ["json5", "json"] as const) {
      assert.deepEqual(parseText(commented, { grammar }).comments, [
        { offset: 0, length: 4, block: false },
        { offset: 7, length: 7, block: true },
      ]);
    }
  });
});

describe("nesting", () => {
  const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

  it("is read 500 levels deep", () => {
    assert.deepEqual(compareWithReference(nested(500), "json"), { isAccepted: true });
    assert.deepEqual(compareWithReference(nested(500), "json5"), { isAccepted: true });
  });

  it("is refused beyond, with one problem at the bracket that goes too deep", () => {
    const { root, problems } = parseText(`{ a: ${nested(600)}, b: [1] }`, { grammar: "json5" });
    assert.deepEqual(
      problems.map(({ code, severity, offset }) => ({ code, severity, offset })),
      [{ code: "too-deep", severity: "error", offset: 5 + 499 }],
    );
    assert.deepEqual(toValue(findNode(root, ["b"])), [1]);
  });

  it("does not exhaust the stack, whatever is repeated 100,000 times", () => {
    for (const part of [
      "[",
      "{",
      '{"a":',
      "{a:",
      "[{a:[",
      "a:",
      "]",
      "}",
      "[}",
      "{]",
      ",",
      ":",
      '"',
      "'",
      "/*",
      "a ",
      "-",
      "\\",
      "{a:1,a",
      "[1,",
      "//\n",
      "a=",
      "{\n",
    ]) {
      const text = part.repeat(100_000);
      for (const grammar of ["json5", "json"] as const) {
        const { problems } = parseText(text, { grammar });
        assert.ok(part === "//\n" || problems.some(({ severity }) => severity === "error"), part);
        assert.ok(problems.length <= 2000, part);
      }
    }
  });

  it("finds 100,000 equal keys", () => {
    const text = `{${"a:1,".repeat(100_000)}}`;
    const { root, problems } = parseText(text, { grammar: "json5" });
    assert.equal(root?.children?.length, 100_000);
    assert.equal(problems[0]?.code, "duplicate-key");
    assert.deepEqual(toValue(root), { a: 1 });
  });
});

describe("a bare key", () => {
  it("may hold exactly the characters that the json5 package takes", () => {
    for (let point = 0x80; point < 0x30000; point += 1 + (point % 7)) {
      const text = `{${String.fromCodePoint(point)}:0,a${String.fromCodePoint(point)}:0}`;
      const start = `{${String.fromCodePoint(point)}:0}`;
      const isTaken = (source: string): boolean => {
        try {
          JSON5.parse(source);
          return true;
        } catch {
          return false;
        }
      };
      for (const source of [text, start]) {
        const hasError = parseText(source, { grammar: "json5" }).problems.some(({ severity }) => severity === "error");
        assert.equal(!hasError, isTaken(source), `U+${point.toString(16)}`);
      }
    }
  });
});
