/** What is said about configs a release does not take: place, severity and sentence, both ways. `UPDATE=1` writes the marks anew. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { analyzeTexts, nameOf } from "./analyze-texts.ts";
import { readFixture, writeCase, type FixtureCase, type Mark } from "./fixture.ts";

const folder = join(import.meta.dirname, "schema", "messages");

for (const name of readdirSync(folder).sort()) {
  const file = join(folder, name);
  const cases = readFixture(readFileSync(file, "utf8"));
  if (process.env["UPDATE"]) {
    const updated = await Promise.all(cases.map(async (one) => writeCase({ ...one, files: await markedFiles(one) })));
    writeFileSync(file, updated.join("\n"));
    continue;
  }
  describe(name, () => {
    for (const one of cases) {
      test(one.title, async () => {
        const found = await markedFiles(one);
        const marks = (files: FixtureCase["files"]) => files.map((each) => ({ name: each.name, marks: each.marks }));
        assert.deepEqual(marks(found), marks(one.files));
      });
    }
  });
}

/** The files of a case with marks for what is found in them. */
async function markedFiles(one: FixtureCase): Promise<FixtureCase["files"]> {
  const analysis = await analyzeTexts({
    files: Object.fromEntries(one.files.map(({ name, text }) => [name, text])),
    unknownFiles: one.unknownFiles,
    openclaw: one.openclaw,
    rules: [],
  });
  return one.files.map((file) => {
    const findings = analysis.findings.filter(({ rule, at }) => rule === "schema" && nameOf(at.file) === file.name);
    return { ...file, marks: findings.map(({ at, severity, message }) => toMark(file.text, at.start, at.end, severity, message)) };
  });
}

/** Places are marked on their first line; nothing here is longer than that. */
function toMark(text: string, start: number, end: number, severity: string, message: string): Mark {
  const before = text.slice(0, start);
  const column = start - (before.lastIndexOf("\n") + 1);
  const length = text.slice(start, end).split("\n")[0]?.length ?? 0;
  return { line: before.split("\n").length - 1, start: column, end: column + Math.max(1, length), severity, message };
}
