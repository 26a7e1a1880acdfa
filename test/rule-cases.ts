/**
 * A rule against a case of its fixture: marks and findings agree both ways, fixes give exactly the text shown, and a fixed set is free of the finding.
 * Only this rule runs, in the strict set.
 */
import assert from "node:assert/strict";
import type { Analysis } from "../server/src/core/analyze.ts";
import { applyTextEdits, lineIndex, positionAt, textEditsOf, type Finding, type Rule } from "../server/src/core/index.ts";
import { analyzeTexts, nameOf } from "./analyze-texts.ts";
import { keptOf, type FixtureCase, type Mark } from "./fixture.ts";

/** Throws where the rule does not do what the case says. */
export async function checkCase(test: FixtureCase, rule: Rule): Promise<void> {
  const texts = textsOf(test);
  const analysis = await run(test, rule, texts);
  assert.deepEqual(analysis.failures, []);
  if (!test.isInvalid) assert.deepEqual(faultsOf(analysis), [], "the case must be valid for its release, or say //@ invalid");
  assert.deepEqual(
    marksOf(analysis, rule),
    test.files.flatMap(({ name: file, marks }) => marks.map((mark) => ({ file, ...mark }))),
  );
  if (test.confidence !== undefined) {
    const own = analysis.findings.filter((finding) => finding.rule === rule.id);
    assert.deepEqual([...new Set(own.map(({ confidence }) => confidence))], [test.confidence]);
  }
  if (test.isUnfixed) assert.deepEqual(titlesOf(analysis), [], "the case says that there is no fix");
  for (const fix of test.fixed) {
    const finding = findingWith(analysis, fix.remediation);
    const fixed = applyRemediation(analysis, finding, fix.remediation, texts);
    assert.equal(fixed[fix.name], fix.text);
    const after = await run(test, rule, fixed);
    assert.ok(
      !after.findings.some(({ message, path: where }) => message === finding.message && String(where) === String(finding.path)),
      "the fixed set still has the finding",
    );
    const before = faultsOf(analysis);
    assert.deepEqual(
      faultsOf(after).filter((fault) => !before.includes(fault)),
      [],
      "the fix must not make the files invalid",
    );
  }
}

/** The case with the marks and fixed texts that the rule really gives. */
export async function updatedCase(test: FixtureCase, rule: Rule): Promise<FixtureCase> {
  const texts = textsOf(test);
  const analysis = await run(test, rule, texts);
  const marks = marksOf(analysis, rule);
  return {
    ...test,
    files: test.files.map((file) => ({ ...file, marks: marks.filter((mark) => mark.file === file.name) })),
    fixed: test.fixed.map((fix) => {
      const fixed = applyRemediation(analysis, findingWith(analysis, fix.remediation), fix.remediation, texts);
      return { ...fix, text: fixed[fix.name] ?? "" };
    }),
  };
}

function textsOf(test: FixtureCase): Record<string, string> {
  return Object.fromEntries(test.files.map((file) => [file.name, file.text]));
}

function run(test: FixtureCase, rule: Rule, files: Readonly<Record<string, string>>): Promise<Analysis> {
  const kept = test.kept.length > 0 ? { kept: keptOf(test.kept) } : {};
  return analyzeTexts({ files, unknownFiles: test.unknownFiles, openclaw: test.openclaw, rules: [rule], strict: true, ...kept });
}

/** The rule's findings in the form of marks; a finding over several lines is marked on its first. */
function marksOf(analysis: Analysis, rule: Rule): (Mark & { file: string })[] {
  return analysis.findings
    .filter((finding) => finding.rule === rule.id)
    .map(({ at, severity, set, message }) => {
      const text = analysis.set.files.find(({ uri }) => uri === at.file)?.text ?? "";
      const index = lineIndex(text);
      const start = positionAt(index, at.start);
      const end = positionAt(index, at.end);
      const lineLength = (text.split("\n")[start.line] ?? "").length;
      return {
        file: nameOf(at.file),
        line: start.line,
        start: start.character,
        end: end.line === start.line ? end.character : lineLength,
        severity,
        ...(set === (rule.set ?? "default") ? {} : { set }),
        message,
      };
    });
}

/** The fixes that would be offered. */
function titlesOf(analysis: Analysis): string[] {
  const fixes = analysis.findings.flatMap(({ remediations }) => remediations);
  return fixes.filter((fix) => (textEditsOf(analysis, fix) ?? []).length > 0).map(({ title }) => title);
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
