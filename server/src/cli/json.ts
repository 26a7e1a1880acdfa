/** The findings as JSON: a contract others build on, described in the README. Lines and characters are zero-based UTF-16, as in LSP. */
import type { Finding } from "../core/index.ts";
import { jsonText } from "./json-text.ts";
import type { Print, ReportWriter, Tool } from "./report-writer.ts";
import { pathText, placesOf, type ReportWithoutFixes } from "./report.ts";
import { fixTrials } from "./tried-fixes.ts";

export function jsonWriter(tool: Tool, print: Print): ReportWriter {
  const spell = (value: unknown, indent: string): string => jsonText(value).replaceAll("\n", `\n${indent}`);
  let count = 0;
  const open = `{\n  "tool": ${spell(tool, "  ")},\n  "sets": [`;
  return {
    add(report) {
      print(`${count === 0 ? open : ","}\n    ${spell(setToJson(report), "    ")}`);
      count++;
    },
    end: () => print(count === 0 ? `${open}]\n}\n` : "\n  ]\n}\n"),
  };
}

function setToJson({ root, analysis, findings, ignored }: ReportWithoutFixes): unknown {
  if (!analysis) return { root, openclaw: null, files: [], findings: [], ignored: [] };
  const { set, release } = analysis;
  const places = placesOf(analysis);
  const trials = fixTrials(analysis);
  const findingToJson = (finding: Finding): unknown => ({
    rule: finding.rule,
    severity: finding.severity,
    confidence: finding.confidence,
    message: finding.message,
    file: places.fileName(finding.at.file),
    path: pathText(finding.path),
    range: places.range(finding.at),
    atlas: finding.atlas,
    related: finding.related.map(({ at, message }) => ({ file: places.fileName(at.file), range: places.range(at), message })),
    fixes: [...trials.fixesOf(finding)].map(({ remediation: { title, safety }, edits }) => ({
      title,
      safety,
      edits: edits.flatMap(({ file, edits: texts }) =>
        texts.map(({ start, end, newText }) => ({ file: places.fileName(file), range: places.range({ file, start, end }), newText })),
      ),
    })),
  });
  const found = findings.map(findingToJson);
  return {
    root,
    openclaw: { version: release.version, source: release.source },
    files: set.files.map(({ uri }) => places.fileName(uri)),
    findings: found,
    ...(trials.untried() > 0 ? { untriedFixes: trials.untried() } : {}),
    ignored: ignored.map(({ finding: { rule, severity, message, at, path }, reason }) => ({
      rule,
      severity,
      message,
      file: places.fileName(at.file),
      path: pathText(path),
      range: places.range(at),
      reason,
    })),
  };
}
