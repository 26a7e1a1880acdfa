/** Offsets and positions, against the text document that language servers use. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { lineIndex, offsetAt, positionAt } from "../server/src/core/syntax/lines.ts";

const texts = fc
  .array(fc.constantFrom("a", "b", "\n", "\r", "\r\n", "é", "\u2028", "😀", "\ud800"), { maxLength: 30 })
  .map((parts) => parts.join(""));

describe("lines", () => {
  it("end at \\n, \\r\\n and \\r, and nowhere else", () => {
    assert.deepEqual(lineIndex("a\nb\r\nc\rd\u2028e").starts, [0, 2, 5, 7]);
    assert.deepEqual(lineIndex("").starts, [0]);
    assert.deepEqual(lineIndex("\n").starts, [0, 1]);
  });

  it("begin behind a byte order mark", () => {
    const index = lineIndex("\ufeffa\nb");
    assert.deepEqual(index.starts, [1, 3]);
    assert.deepEqual(
      [positionAt(index, 0), positionAt(index, 2)],
      [
        { line: 0, character: 0 },
        { line: 0, character: 1 },
      ],
    );
    assert.equal(offsetAt(index, { line: 0, character: 1 }), 2);
  });

  it("count columns in UTF-16 code units", () => {
    assert.deepEqual(positionAt(lineIndex("😀x"), 2), { line: 0, character: 2 });
  });

  it("turn into offsets and back as LSP says", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: -2, max: 70 }), fc.integer({ min: -1, max: 40 }), (text, number, line) => {
        const document = TextDocument.create("file:///a", "json", 1, text);
        const index = lineIndex(text);
        assert.deepEqual(positionAt(index, number), document.positionAt(number));
        const position = { line: Math.max(line, 0), character: Math.max(number, 0) };
        assert.equal(offsetAt(index, position), document.offsetAt(position));
      }),
      { numRuns: 2000 },
    );
  });
});
