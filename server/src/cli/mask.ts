/** Hides what a printed line must not show: known credentials, and any other long text that the finding is not about. */
import { isLongText, valuesBetween, type Analysis, type Finding } from "../core/index.ts";

/**
 * The text between two offsets of the finding's file with secrets replaced by dots, character for character, so that columns stay right.
 * A text is shown only where the finding points at it and it is no credential.
 */
export function maskedText(analysis: Analysis, finding: Finding, start: number, end: number): string {
  const file = analysis.set.files.find(({ uri }) => uri === finding.at.file);
  if (!file) return "";
  const isHidden = (value: { readonly start: number; readonly end: number }): boolean =>
    value.start < finding.at.start || value.end > finding.at.end || finding.rule === "schema" || finding.rule === "syntax";
  const hidden = [
    ...valuesBetween(file.parsed.root, start, end).filter((value) => isLongText(value.text) && isHidden(value)),
    ...analysis.policy.credentials.filter(({ at, form }) => at.file === file.uri && form !== "reference").map(({ at }) => at),
  ];
  let text = file.text.slice(start, end);
  for (const range of hidden) {
    // The quotes stay: they show that a text stands here.
    const from = Math.max(0, range.start + 1 - start);
    const to = Math.min(text.length, range.end - 1 - start);
    if (from < to) text = text.slice(0, from) + "•".repeat(to - from) + text.slice(to);
  }
  return text;
}
