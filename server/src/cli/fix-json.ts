/** Fixes as JSON: a contract others build on, described in the README. Lines are zero-based. */
import type { Analysis, Finding } from "../core/index.ts";
import { nameIn } from "./changes.ts";
import { unifiedDiff } from "./diff.ts";
import type { FixReport } from "./fix.ts";
import { jsonText } from "./json-text.ts";
import { pathText, placesOf } from "./report.ts";

export function fixesToJson(tool: { readonly name: string; readonly version: string }, reports: readonly FixReport[]): string {
  return `${jsonText({ tool, sets: reports.map(setToJson) })}\n`;
}

function setToJson({ root, fixed, changes, result }: FixReport): unknown {
  const { before, after, fixes, unreviewed } = fixed;
  return {
    root,
    openclaw: { version: before.release.version, source: before.release.source },
    files: before.set.files.map(({ uri }) => nameIn(before, uri)),
    fixes: fixes.map(({ finding, remediation: { title, safety } }) => ({ ...about(finding, before), title, safety })),
    changes: changes.map((change) => ({
      file: change.name,
      diff: unifiedDiff(change)
        .map(({ text }) => `${text}\n`)
        .join(""),
    })),
    unreviewed: unreviewed.map((finding) => about(finding, after)),
    written: (result?.written ?? []).map((uri) => nameIn(before, uri)),
    failure: result?.failure ?? null,
  };
}

function about(finding: Finding, analysis: Analysis): Record<string, unknown> {
  const { rule, severity, message, at, path } = finding;
  return { rule, severity, message, file: nameIn(analysis, at.file), path: pathText(path), line: lineIn(analysis, finding) };
}

/** Other fixes may have moved a finding, or brought it up: then it has no line in the texts before, and none is made up. */
function lineIn(analysis: Analysis, { rule, message, path, at }: Finding): number | null {
  const same = analysis.findings.filter((other) => other.rule === rule && other.message === message && other.at.file === at.file);
  const found = same.find((other) => String(other.path) === String(path)) ?? (same.length === 1 ? same[0] : undefined);
  return found ? placesOf(analysis).range(found.at).start.line : null;
}
