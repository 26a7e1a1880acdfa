/** What is said about a fault, and where: ⟦ ⟧ stand around the range of each problem, in the order of the messages. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseText } from "../server/src/core/syntax/parse.ts";
import type { Grammar } from "../server/src/core/syntax/tree.ts";

type Case = readonly [marked: string, ...messages: string[]];

const json5Cases: readonly Case[] = [
  ["⟦⟧", "The document is empty: write at least {}"],
  ["// only a note\n⟦⟧", "The document is empty: write at least {}"],
  ["{ a: 1 } ⟦}⟧", "The document ends before this: remove what follows"],
  ["{}\n⟦<<<<<<<⟧ HEAD\n{}", "The document ends before this: remove what follows"],
  ["⟦tools⟧: { deny: [] }", "Expected { before this key"],
  ["⟦module.exports⟧ = { a: 1 }", "Did not expect this here: a document is one object in { }"],
  ["⟦{⟧ a: 1", "This { is never closed: write the missing }"],
  ["{ a: { b: ⟦[⟧1, 2", "This [ is never closed: write the missing ]"],
  ["{\n  a: ⟦[⟧1, 2\n  b: 1,\n}", "This [ is never closed: write the missing ]"],
  ["{\n  a: ⟦{⟧\n    b: 1,\n  c: 2,\n}", "This { is never closed: write the missing }"],
  ["{\n  a: [\n    1,\n  ]⟦]⟧,\n}", "This closes nothing that is open: remove it, or write the missing opening bracket"],
  ["{ a: 1, ⟦]⟧ b: 2 }", "This closes nothing that is open: remove it, or write the missing opening bracket"],
  ["{ a: { ⟦b⟧ } }", "Expected a colon and a value after this key"],
  ["{ ⟦newKey⟧\n  b: 1 }", "Expected a colon and a value after this key"],
  ["{ ⟦a⟧ { b: 1 } }", "Expected a colon and a value after this key"],
  ["{ ⟦a:⟧ }", "Expected a value after this key"],
  ["{\n  ⟦a:⟧\n  b: 1\n}", "Expected a value after this key"],
  ["{ ⟦a:⟧, b: 1 }", "Expected a value after this key"],
  ["{\n  a: ⟦b⟧: 1 },\n  c: 2\n}", "Expected { before this key"],
  ["{ a ⟦=⟧ 1 }", "Write a colon instead of this equals sign"],
  ["{ a: 1⟦;⟧ b: 2 }", "Write a comma instead of this semicolon"],
  ["{ ⟦{⟧ b: 1 } }", "Expected a key and a colon before this value"],
  ["{ ⟦:⟧ 1 }", "Expected a key before this colon"],
  ["{ a: 1 ⟦b⟧: 2 }", "Expected a comma before this key"],
  ["{ a: 1,⟦,⟧ b: 2 }", "Expected a key before this comma: remove the comma"],
  ["[ 1 ⟦2⟧ ]", "Expected a comma before this value"],
  ["[ 1,⟦,⟧ 2 ]", "Expected a value before this comma: remove the comma"],
  ['[ ⟦"a"⟧: 1 ]', "Expected { before this key"],
  ["[ 1⟦:⟧ 1 ]", "Did not expect a colon here: a list holds values without keys"],
  ["{ a: ⟦deny⟧ }", "Put quotes around this text"],
  ["{ a: ⟦gpt-4o⟧, b: [⟦*⟧] }", "Put quotes around this text", "Put quotes around this text"],
  ["{ a: ⟦`⟧ }", "Did not expect this character here: remove it, or put quotes around the text"],
  ["{ ⟦my-key⟧: 1 }", "Put quotes around this key: only letters, digits, _ and $ may stand without, and no digit first"],
  ["{ ⟦1⟧: 1 }", "Put quotes around this key: only letters, digits, _ and $ may stand without, and no digit first"],
  ['{ a: ⟦"open⟧,\n  b: 1 }', "This text is not closed on its line: write the missing quote"],
  ['{ ⟦"open⟧: 1,\n  b: 1 }', "This text is not closed on its line: write the missing quote"],
  ['{ a: [⟦"open⟧],\n  b: 1 }', "This text is not closed on its line: write the missing quote"],
  ['{ a: closed⟦"⟧, b: 1 }', "This quote closes a text that was never opened: write the missing quote before it"],
  ['{ a: "C:\\Users⟦\\1⟧" }', "Not an escape sequence: write \\\\ for a backslash"],
  ['{ a: "⟦\\u12⟧" }', "Not an escape sequence: \\u takes four hexadecimal digits and \\x two"],
  ["{ a: ⟦10s⟧ }", "Not a number: put quotes around it if it is text"],
  ["{ a: ⟦127.0.0.1⟧ }", "Not a number: put quotes around it if it is text"],
  ["{ a: ⟦007⟧ }", "A number must not begin with a needless 0"],
  ["{ a: 1 } ⟦/*⟧ b", "This comment is never closed: write the missing */"],
  ["{\n  ⟦#⟧ a note\n  a: 1 }", "A comment begins with //"],
  ["{\n  ⟦/⟧ a note\n  a: 1 }", "A comment begins with //"],
  ['{ a: 1, ⟦"a"⟧: 2 }', 'The key "a" is repeated in this object: only the last one counts'],
];

const jsonCases: readonly Case[] = [
  ["⟦\ufeff⟧{}", "The file begins with a byte order mark, which strict JSON refuses: save it as UTF-8 without BOM"],
  ["{} ⟦// why⟧", "Comments are not allowed in strict JSON: remove this one"],
  ["⟦/* why */⟧ {}", "Comments are not allowed in strict JSON: remove this one"],
  ['{ "a": 1⟦,⟧ }', "A comma after the last item is not allowed in strict JSON: remove it"],
  ["[1⟦,⟧]", "A comma after the last item is not allowed in strict JSON: remove it"],
  ["{ \"a\": ⟦'⟧x' }", "Strict JSON wants double quotes: write \" instead of '"],
  ["{ ⟦a⟧: 1 }", "Strict JSON wants double quotes around every key"],
  ['{ "a": "x⟦\t⟧y" }', "A control character must be escaped in strict JSON, as in \\n or \\t"],
  ['{⟦\u00a0\u00a0⟧"a": 1 }', "Strict JSON knows no such white space: write an ordinary space"],
  ['{ "a": "⟦\\\'⟧" }', "Strict JSON does not know this escape sequence"],
  ['{ "a": ⟦0x10⟧, "b": ⟦+1⟧, "c": ⟦.5⟧, "d": ⟦NaN⟧ }', ...Array<string>(4).fill("Strict JSON does not know this way to write a number")],
  ['{ ⟦"a"⟧ }', "Expected a colon and a value after this key"],
];

function check(grammar: Grammar, [marked, ...messages]: Case): void {
  const text = marked.replaceAll(/[⟦⟧]/g, "");
  let shown = "";
  let from = 0;
  const { problems } = parseText(text, { grammar });
  for (const { offset, length } of problems) {
    if (offset < from) continue;
    shown += `${text.slice(from, offset)}⟦${text.slice(offset, offset + length)}⟧`;
    from = offset + length;
  }
  const said = problems.map(({ message }) => message);
  assert.deepEqual({ shown: shown + text.slice(from), said }, { shown: marked, said: messages });
}

for (const [grammar, cases] of [
  ["json5", json5Cases],
  ["json", jsonCases],
] as const) {
  describe(`a problem in ${grammar}`, () => {
    for (const example of cases) it(JSON.stringify(example[0]), () => check(grammar, example));
  });
}

describe("problems", () => {
  const secret = "hunter2-hunter2";

  it("never repeat a value, however broken the text around it", () => {
    const text = `{ "token": "${secret}", list: ["${secret}", '${secret}'], key: "${secret}" }`;
    for (let offset = 0; offset < text.length; offset++) {
      for (const change of ["", '"', "'", ":", ",", "}", "\n", "\\", "=", " "]) {
        const { problems } = parseText(text.slice(0, offset) + change + text.slice(offset + 1), { grammar: "json5" });
        for (const { message, related } of problems) assert.ok(!`${message} ${related?.message ?? ""}`.includes("hunter2"), message);
      }
    }
  });

  it("about a repeated key point at the first one, and show long keys cut off", () => {
    const key = "k".repeat(200);
    const { problems } = parseText(`{ "${key}": 1, "${key}": 2, "${key}": 3 }`, { grammar: "json" });
    assert.equal(problems.length, 2);
    for (const { message, related } of problems) {
      assert.ok(message.length < 150);
      assert.equal(related?.offset, 2);
    }
  });

  it("stay few about a line on which nothing is right", () => {
    const { problems } = parseText("{\n  this is no JSON, is it: not at all [ } ] ; :\n}", { grammar: "json5" });
    assert.ok(problems.length <= 4, String(problems.length));
  });
});
