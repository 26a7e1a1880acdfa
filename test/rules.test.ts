/** Every rule against its fixture: marks and findings agree both ways, fixes give exactly the text shown, and a fixed set is free of the finding. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { Analysis } from "../server/src/core/analyze.ts";
import { applyTextEdits, lineIndex, positionAt, rules, textEditsOf, type Finding } from "../server/src/core/index.ts";
import { analyzeTexts, nameOf } from "./analyze-texts.ts";
import { readFixture, writeCase, type FixtureCase, type Mark } from "./fixture.ts";

const update = process.env["UPDATE"] === "1";
const fixtures = readdirSync(new URL("rules", import.meta.url)).filter((name) => name.endsWith(".json5"));

for (const name of fixtures) {
  const path = new URL(`rules/${name}`, import.meta.url);
  const rule = rules.find(({ id }) => `${id}.json5` === name);
  const text = readFileSync(path, "utf8");
  const cases = readFixture(text);
  const rewritten: string[] = [];

  describe(name.replace(/\.json5$/, ""), () => {
    it("belongs to a rule", () => assert.ok(rule));
    it("has a reported, a silent and an unknown case", () => {
      const reported = cases.filter(({ files }) => files.some(({ marks }) => marks.length > 0));
      assert.ok(reported.length > 0, "no case is reported");
      assert.ok(cases.length > reported.length, "no case is silent");
      assert.ok(
        cases.some(({ title }) => /\bunknown\b/.test(title)),
        "no case shows that unknown is no claim",
      );
    });
    for (const test of cases) {
      it(test.title, async () => {
        const run = (files: Readonly<Record<string, string>>): Promise<Analysis> =>
          analyzeTexts({ files, unknownFiles: test.unknownFiles, openclaw: test.openclaw, rules: rule ? [rule] : [], strict: true });
        const texts = Object.fromEntries(test.files.map((file) => [file.name, file.text]));
        const analysis = await run(texts);
        if (update) {
          // A case that cannot be brought up to date is kept as it is, to be looked at.
          rewritten.push(writeCase(test));
          rewritten.splice(-1, 1, writeCase(updated(test, analysis)));
          return;
        }
        assert.deepEqual(analysis.failures, []);
        if (!test.isInvalid) assert.deepEqual(faultsOf(analysis), [], "the case must be valid for its release, or say //@ invalid");
        assert.deepEqual(
          marksOf(analysis, rule?.id),
          test.files.flatMap(({ name: file, marks }) => marks.map((mark) => ({ file, ...mark }))),
        );
        for (const fix of test.fixed) {
          const finding = findingWith(analysis, fix.remediation);
          const fixed = applyRemediation(analysis, finding, fix.remediation, texts);
          assert.equal(fixed[fix.name], fix.text);
          const after = await run(fixed);
          assert.ok(
            !after.findings.some(({ message, path: where }) => message === finding.message && String(where) === String(finding.path)),
            "the fixed set still has the finding",
          );
          assert.deepEqual(faultsOf(after), faultsOf(analysis), "the fix must not make the config invalid");
        }
      });
    }
    if (update) it("is rewritten", () => writeFileSync(path, header(text) + rewritten.join("\n")));
  });
}

function header(text: string): string {
  return text.slice(0, Math.max(0, text.search(/^\/\/# /m)));
}

function updated(test: FixtureCase, analysis: Analysis): FixtureCase {
  const marks = marksOf(analysis, undefined).filter(({ rule }) => rule !== "schema" && rule !== "syntax");
  const texts = Object.fromEntries(test.files.map((file) => [file.name, file.text]));
  return {
    ...test,
    files: test.files.map((file) => ({ ...file, marks: marks.filter((mark) => mark.file === file.name) })),
    fixed: test.fixed.map((fix) => {
      const fixed = applyRemediation(analysis, findingWith(analysis, fix.remediation), fix.remediation, texts);
      return { ...fix, text: fixed[fix.name] ?? "" };
    }),
  };
}

/** The rule's findings in the form of marks; a finding over several lines is marked on its first. */
function marksOf(analysis: Analysis, rule: string | undefined): (Mark & { file: string; rule?: string })[] {
  return analysis.findings
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map((finding) => {
      const text = analysis.set.files.find(({ uri }) => uri === finding.at.file)?.text ?? "";
      const index = lineIndex(text);
      const start = positionAt(index, finding.at.start);
      const end = positionAt(index, finding.at.end);
      const lineLength = (text.split("\n")[start.line] ?? "").length;
      const mark = {
        file: nameOf(finding.at.file),
        line: start.line,
        start: start.character,
        end: end.line === start.line ? end.character : lineLength,
        severity: finding.severity,
        message: finding.message,
      };
      return rule === undefined ? { ...mark, rule: finding.rule } : mark;
    });
}

function faultsOf(analysis: Analysis): string[] {
  return analysis.findings
    .filter(({ rule, severity }) => (rule === "schema" || rule === "syntax") && severity === "error")
    .map(({ message }) => message);
}

function findingWith(analysis: Analysis, title: string): Finding {
  const finding = analysis.findings.find(({ remediations }) => remediations.some((remediation) => remediation.title === title));
  assert.ok(finding, `no finding offers "${title}"`);
  return finding;
}

function applyRemediation(
  analysis: Analysis,
  finding: Finding,
  title: string,
  texts: Readonly<Record<string, string>>,
): Record<string, string> {
  const remediation = finding.remediations.find((candidate) => candidate.title === title);
  const fileEdits = remediation && textEditsOf(analysis, remediation);
  assert.ok(fileEdits, `"${title}" gives no edits`);
  const changed = fileEdits.map(({ file, edits }) => [nameOf(file), applyTextEdits(texts[nameOf(file)] ?? "", edits)]);
  return { ...texts, ...Object.fromEntries(changed) };
}
