/** Edits by path: what they make of a text, and what they leave alone. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import fc from "fast-check";
import JSON5 from "json5";
import type { Edit, Json } from "../server/src/core/finding.ts";
import { applyTextEdits, toTextEdits, type TextEdit } from "../server/src/core/syntax/edit.ts";
import { parseText } from "../server/src/core/syntax/parse.ts";
import { toValue, type Grammar, type Node } from "../server/src/core/syntax/tree.ts";
import { editPlain, pathsOf, sampleValues } from "./syntax/plain-edit.ts";
import { randomConfig, randomDocument, randomFrom, type Random } from "./syntax/random-text.ts";

// The json5 package warns on the console of every line separator inside of a text.
console.warn = () => undefined;

const file = "file:///openclaw.json";

function editsOf(text: string, grammar: Grammar, edits: readonly Edit[]): TextEdit[] | undefined {
  return toTextEdits(parseText(text, { grammar }), text, edits);
}

/** The text after the edits; `undefined` when they were refused. */
function edited(text: string, grammar: Grammar, edits: readonly Edit[]): string | undefined {
  const textEdits = editsOf(text, grammar, edits);
  return textEdits && applyTextEdits(text, textEdits);
}

interface Golden {
  readonly name: string;
  readonly grammar: Grammar;
  readonly before: string;
  readonly edits: readonly Edit[];
  readonly after: string | undefined;
}

function goldens(): Golden[] {
  const cases = readFileSync(new URL("syntax/edits.txt", import.meta.url), "utf8").split(/^=== /m);
  return cases.slice(1).map((text) => {
    const lines = text.trimEnd().split("\n");
    const [, strict, name = ""] = /^(json: )?(.*)$/.exec(lines[0] ?? "") ?? [];
    const isCommand = (line: string): boolean => line.startsWith("--- ");
    const first = lines.findIndex(isCommand);
    const commands = lines.filter(isCommand);
    const isRefused = commands.at(-1) === "--- refused";
    return {
      name,
      grammar: strict ? "json" : "json5",
      before: lines.slice(1, first).join("\n"),
      edits: commands.filter((line) => line !== "--- refused").map(editOf),
      after: isRefused ? undefined : lines.slice(first + commands.length).join("\n"),
    };
  });
}

function editOf(line: string): Edit {
  const [, op, path = "[]", value = "null"] = /^--- (\w+) (\[[^\]]*\])(?: (.*))?$/.exec(line) ?? [];
  const edit = { file, path: JSON.parse(path) as (string | number)[] };
  if (op === "remove") return { op, ...edit };
  if (op === "set" || op === "append") return { op, ...edit, value: JSON.parse(value) as Json };
  throw new Error(`not an edit: ${line}`);
}

describe("an edit", () => {
  for (const { name, grammar, before, edits, after } of goldens()) {
    it(name, () => {
      // Whether a line end follows the document must make no difference; an empty one gets one.
      assert.equal(edited(before, grammar, edits)?.trimEnd(), after);
      if (after !== undefined) assert.equal(edited(`${before}\n`, grammar, edits), `${after}\n`);
      const windows = edited(`${before}\n`.replaceAll("\n", "\r\n"), grammar, edits);
      assert.equal(windows, after === undefined ? undefined : `${after}\n`.replaceAll("\n", "\r\n"));
    });
  }
});

/** One random edit of a value, now and then one that cannot be made. */
function randomEdit(random: Random, value: unknown): Edit {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  let path = pick(pathsOf(value));
  if (random() < 0.4) path = [...path, ...pick([["new"], ["a", "n2"], ["k9", "b-c"]])];
  if (random() < 0.05) path = [...path, 0];
  const roll = random();
  if (roll < 0.4) return { op: "remove", file, path };
  return { op: roll < 0.7 ? "set" : "append", file, path, value: pick(sampleValues) };
}

/** Runs a check on many random texts with a random edit each. */
function forRandomEdits(check: (text: string, grammar: Grammar, edit: Edit) => void, numRuns = 2000): void {
  fc.assert(
    fc.property(fc.integer({ min: 0 }), (seed) => {
      const random = randomFrom(seed);
      const grammar: Grammar = random() < 0.6 ? "json5" : "json";
      const text = (random() < 0.7 ? randomConfig : randomDocument)(random, grammar === "json5");
      check(text, grammar, randomEdit(random, toValue(parseText(text, { grammar }).root)));
    }),
    { numRuns },
  );
}

function valueOf(text: string, grammar: Grammar): unknown {
  return grammar === "json" ? JSON.parse(text) : JSON5.parse(text);
}

describe("edits of any text", () => {
  it("make of its value what the same edits make of the plain value, in its own grammar, or are refused like these", () => {
    forRandomEdits((text, grammar, edit) => {
      const after = edited(text, grammar, [edit]);
      const expected = editPlain(valueOf(text, grammar), edit);
      assert.equal(after === undefined, expected === undefined);
      if (after !== undefined && expected) assert.deepEqual(valueOf(after, grammar), expected.value);
    }, 4000);
  });

  it("have nothing left to do the second time", () => {
    forRandomEdits((text, grammar, edit) => {
      // An element that is removed leaves its index to the next one.
      if (edit.op === "remove" && typeof edit.path.at(-1) === "number") return;
      const after = edited(text, grammar, [edit]);
      if (after !== undefined) assert.deepEqual(editsOf(after, grammar, [edit]), []);
    });
  });

  it("are sorted, apart, inside the text, and touch no value but the one they are about", () => {
    forRandomEdits((text, grammar, edit) => {
      const edits = editsOf(text, grammar, [edit]) ?? [];
      let last = 0;
      for (const { start, end } of edits) {
        assert.ok(last <= start && start <= end && end <= text.length);
        last = end;
      }
      const { root } = parseText(text, { grammar });
      for (const leaf of leavesBesides(root, edit)) {
        const isTouched = edits.some(({ start, end }) => start < leaf.offset + leaf.length && end > leaf.offset);
        assert.ok(!isTouched, text.slice(leaf.offset, leaf.offset + leaf.length));
      }
    });
  });

  it("lose no comment that stands on lines of its own outside of what is removed", () => {
    forRandomEdits((text, grammar, edit) => {
      const after = edited(text, grammar, [edit]);
      if (after === undefined) return;
      const left = parseText(after, { grammar }).comments.map(({ offset, length }) => after.slice(offset, offset + length));
      for (const { offset, length } of parseText(text, { grammar }).comments) {
        if (!isAlone(text, offset, offset + length) || isAboutEdit(parseText(text, { grammar }).root, edit, offset)) continue;
        const at = left.indexOf(text.slice(offset, offset + length));
        assert.ok(at >= 0, text.slice(offset, offset + length));
        left.splice(at, 1);
      }
    });
  });

  it("lose no comment at all when they add something", () => {
    forRandomEdits((text, grammar, edit) => {
      const after = edit.op === "append" ? edited(text, grammar, [edit]) : undefined;
      if (after === undefined) return;
      const comments = (source: string): string[] =>
        parseText(source, { grammar }).comments.map(({ offset, length }) => source.slice(offset, offset + length));
      assert.deepEqual(comments(after), comments(text));
    });
  });

  it("keep CRLF line ends", () => {
    forRandomEdits((text, grammar, edit) => {
      const windows = text.replaceAll(/\r\n|\r|\n|[\u2028\u2029]/g, "\r\n");
      if (!windows.includes("\r\n")) return;
      const after = edited(windows, grammar, [edit]);
      assert.ok(!/\r(?!\n)|(?<!\r)\n/.test(after ?? ""));
    });
  });

  it("compose when they are about different places", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), (seed) => {
        const random = randomFrom(seed);
        const text = randomConfig(random, true);
        const before = toValue(parseText(text, { grammar: "json5" }).root);
        const edits = Array.from({ length: 1 + Math.floor(random() * 5) }, () => randomEdit(random, before));
        const after = edited(text, "json5", edits);
        if (after === undefined) return;
        // On the plain value one after the other; elements go last and from behind, so that the paths stay what they were.
        const takesElement = ({ op, path }: Edit): boolean => op === "remove" && typeof path.at(-1) === "number";
        // What is not there to begin with cannot be taken, even if another edit puts something in its place.
        const there = new Set(pathsOf(before).map((path) => JSON.stringify(path)));
        const taking = distinct(edits.filter((edit) => takesElement(edit) && there.has(JSON.stringify(edit.path)))).sort((a, b) =>
          comparePaths(b.path, a.path),
        );
        const ordered = [...edits.filter((edit) => !takesElement(edit)), ...taking];
        let value: unknown = before;
        for (const edit of ordered) {
          const next = editPlain(value, edit);
          // What lies below something removed is gone with it.
          if (!next && edit.op === "remove") continue;
          assert.ok(next, "an edit that cannot be made was made");
          value = next.value;
        }
        // An element appended and one removed meet in the plain value only when they are equal.
        if (!edits.some(({ op }) => op === "append")) assert.deepEqual(valueOf(after, "json5"), value);
      }),
      { numRuns: 3000 },
    );
  });

  it("never throw, however broken the text", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0 }),
        fc.nat(),
        fc.string({ maxLength: 3, unit: fc.constantFrom(...'{}[]:,"/*\n a') }),
        (seed, at, typed) => {
          const random = randomFrom(seed);
          const whole = randomConfig(random, true);
          const offset = at % (whole.length + 1);
          const text = whole.slice(0, offset) + typed + whole.slice(offset + Math.floor(random() * 3));
          const { root } = parseText(text, { grammar: "json5" });
          const after = edited(text, "json5", [randomEdit(random, toValue(root))]);
          if (after !== undefined) parseText(after, { grammar: "json5" });
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** The nodes without children that an edit must not touch: all but those in what it names, repeated keys included. */
function leavesBesides(root: Node | undefined, edit: Edit): Node[] {
  const leaves: Node[] = [];
  const walk = (node: Node, path: Edit["path"]): void => {
    if (path.length === 0 && edit.path.length === 0) return;
    if (!node.children) {
      leaves.push(node);
      return;
    }
    for (const [index, child] of node.children.entries()) {
      const segment = child.type === "property" ? String(child.children?.[0]?.value) : index;
      const isNamed = segment === path[0] && path.length === 1;
      const [key, value] = child.type === "property" ? (child.children ?? []) : [undefined, child];
      if (key && !(isNamed && edit.op === "remove")) leaves.push(key);
      if (value && !isNamed) walk(value, segment === path[0] ? path.slice(1) : []);
    }
  };
  if (root && edit.path.length > 0) walk(root, edit.path);
  return leaves;
}

/** Whether an offset lies inside of something that an edit names. */
function isAboutEdit(root: Node | undefined, edit: Edit, offset: number): boolean {
  let node = root;
  let isInside = edit.path.length === 0;
  const walk = (nodes: readonly Node[], path: Edit["path"]): void => {
    for (const [index, child] of nodes.entries()) {
      const segment = child.type === "property" ? String(child.children?.[0]?.value) : index;
      if (segment !== path[0]) continue;
      node = child.type === "property" ? child.children?.[1] : child;
      const isHere = child.offset <= offset && offset < child.offset + child.length;
      if (path.length === 1) isInside ||= isHere;
      else walk(node?.children ?? [], path.slice(1));
    }
  };
  walk(root?.children ?? [], edit.path);
  return isInside;
}

/** Whether nothing else stands on the lines of a comment. */
function isAlone(text: string, start: number, end: number): boolean {
  const before =
    text
      .slice(0, start)
      .split(/[\n\r\u2028\u2029]/)
      .at(-1) ?? "";
  const after = text.slice(end).split(/[\n\r\u2028\u2029]/)[0] ?? "";
  return (before + after).trim() === "";
}

function distinct(edits: readonly Edit[]): Edit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit.path), edit])).values()];
}

function comparePaths(a: Edit["path"], b: Edit["path"]): number {
  for (const [index, segment] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (segment === other) continue;
    return typeof segment === "number" && typeof other === "number" ? segment - other : String(segment) < String(other) ? -1 : 1;
  }
  return a.length - b.length;
}
