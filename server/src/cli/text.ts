/** The findings for a person at a terminal: place, what is wrong, the line itself, what it enables, what to do. */
import { releaseWords, severities, techniques, visible, type Analysis, type Finding, type Severity } from "../core/index.ts";
import { maskedText } from "./mask.ts";
import type { Print, ReportWriter } from "./report-writer.ts";
import { pathText, placesOf, withFixes, type Places, type SetReport } from "./report.ts";

export interface TextStyle {
  readonly color: boolean;
}

type Paint = (text: string) => string;

/** How a release was settled, for the head of each set. */
const sourceWords: Readonly<Record<Analysis["release"]["source"], string>> = {
  setting: "as asked",
  stamp: "from meta.lastTouchedVersion",
  shape: "the newest its keys fit",
  newest: "no release is named, so the newest we know",
};

export function textWriter(style: TextStyle, print: Print): ReportWriter {
  const totals: Totals = { sets: 0, linted: 0, severities: new Map(), fixable: 0, untried: 0, ignored: 0 };
  return {
    add(report) {
      const complete = withFixes(report);
      count(complete, totals);
      print(setToText(complete, style));
    },
    end() {
      if (totals.sets > 0) print(summaryToText(totals, style));
    },
  };
}

/** What the last line says. */
interface Totals {
  sets: number;
  /** Those of them that were ours. */
  linted: number;
  readonly severities: Map<Severity, number>;
  fixable: number;
  untried: number;
  ignored: number;
}

function count({ analysis, findings, fixes, untried, ignored }: SetReport, totals: Totals): void {
  totals.sets++;
  if (analysis) totals.linted++;
  for (const { severity } of findings) totals.severities.set(severity, (totals.severities.get(severity) ?? 0) + 1);
  totals.fixable += fixes.size;
  totals.untried += untried;
  totals.ignored += ignored.length;
}

function setToText({ root, analysis, findings, fixes }: SetReport, style: TextStyle): string {
  const paint = painter(style);
  if (!analysis) return "";
  const { set } = analysis;
  const places = placesOf(analysis);
  const files = set.files.map(({ uri }) => places.fileName(uri)).join(", ");
  const head = `${paint.bold(printable(root))}\n${paint.dim(`${printable(files)} · ${headWords(analysis)}`)}\n`;
  if (findings.length === 0) return `${head}\n${paint.good("No findings.")}\n\n`;
  return `${head}\n${findings.map((finding) => findingToText(finding, analysis, places, fixes.get(finding), paint)).join("\n")}\n`;
}

/** `OpenClaw 2026.6.1 (from meta.lastTouchedVersion) · 22 agents` */
export function headWords({ dialect, release, policy }: Analysis): string {
  if (dialect.isCompanion) return "for any release";
  return `OpenClaw ${releaseWords(release)} (${sourceWords[release.source]}) · ${plural(policy.agents.length, "agent")}`;
}

function summaryToText({ linted, severities: numbers, fixable, untried, ignored }: Totals, style: TextStyle): string {
  const paint = painter(style);
  const rest = ignored > 0 ? `; ${ignored} ignored with a reason` : "";
  if (linted === 0) return "Nothing was linted.\n";
  if (numbers.size === 0) return `${paint.good("No findings")} in ${plural(linted, "config set")}${rest}.\n`;
  const counted = severities.flatMap((severity) => {
    const number = numbers.get(severity);
    return number === undefined ? [] : [paint[severity](plural(number, severity))];
  });
  const fixes = fixable > 0 ? `; ${fixable} with a fix ready in the editor` : "";
  const more = untried > 0 ? `; the fixes of ${untried} more were not tried out, as the files are too large` : "";
  return `${counted.join(", ")} in ${plural(linted, "config set")}${fixes}${more}${rest}.\n`;
}

function findingToText(finding: Finding, analysis: Analysis, places: Places, fix: string | undefined, paint: Painter): string {
  const { start, end } = places.range(finding.at);
  const name = places.fileName(finding.at.file);
  const path = pathText(finding.path);
  const sure = finding.confidence === "high" ? "" : paint.dim(` (${finding.confidence} confidence)`);
  const lines = [
    `${paint[finding.severity](finding.severity.padEnd(7))} ${printable(finding.message)}${sure}`,
    `        ${name}:${start.line + 1}:${start.character + 1}${path === "" ? "" : `  ${printable(path)}`}  ${paint.dim(finding.rule)}`,
    ...frame(lineAround(finding, analysis, places.lineStart(finding.at)), start.line, end.line === start.line, paint),
    ...(finding.atlas.techniques.length > 0
      ? [`        ${paint.dim(`enables ${finding.atlas.techniques.map((id) => `${id} ${techniques[id].name}`).join(", ")}`)}`]
      : []),
    ...becauseLines(finding, places, paint),
    ...(fix === undefined ? [] : [`        fix: ${fix}`]),
  ];
  return `${lines.join("\n")}\n`;
}

/** Why it is so: the first few places that decide. */
function becauseLines({ related }: Finding, places: Places, paint: Painter): string[] {
  const shown = related.slice(0, mostReasons).map(({ at, message }) => {
    const { line } = places.range(at).start;
    return `        ${paint.dim(`${places.fileName(at.file)}:${line + 1}`)} ${printable(message)}`;
  });
  const hidden = related.length - shown.length;
  return hidden > 0 ? [...shown, `        ${paint.dim(`and ${hidden} more`)}`] : shown;
}

const mostReasons = 3;

/** A part of a line: where the finding begins in it, and how much of it the finding is about. */
interface LinePart {
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

/** As much of a line as is shown, and of it before the place when the line is long. In characters. */
const widest = 100;
const before = 20;

/** What is shown of the line a finding begins on, with secrets hidden. No more of it is looked at: a whole file can stand on one line. */
function lineAround(finding: Finding, analysis: Analysis, lineStart: number): LinePart {
  const { at } = finding;
  const text = analysis.set.files.find(({ uri }) => uri === at.file)?.text ?? "";
  const from = at.start - lineStart > widest - before ? at.start - before : lineStart;
  const rest = text.slice(from, from + widest);
  const lineEnd = rest.search(/[\r\n]/);
  const to = from + (lineEnd < 0 ? rest.length : lineEnd);
  return { text: maskedText(analysis, finding, from, to), start: at.start - from, length: Math.min(at.end, to) - at.start };
}

/** The line with the place underlined: to its end, where the place goes on in the next. */
function frame({ text, start, length }: LinePart, line: number, endsThere: boolean, paint: Painter): string[] {
  const marked = Math.max(1, endsThere ? length : text.length - start);
  const number = String(line + 1);
  const margin = " ".repeat(number.length);
  return [
    `        ${paint.dim(`${number} │`)} ${printable(text)}`,
    `        ${paint.dim(`${margin} │`)} ${" ".repeat(start)}${paint.accent("^".repeat(marked))}`,
  ];
}

/** On one line of a terminal, where it moves no cursor and changes no colour. */
export function printable(text: string): string {
  return visible(text.replace(/\t/g, " "));
}

export function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

type Painter = Readonly<Record<Severity | "bold" | "dim" | "good" | "accent", Paint>>;

function painter({ color }: TextStyle): Painter {
  const wrap =
    (open: number, close: number): Paint =>
    (text) =>
      color ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: wrap(1, 22),
    dim: wrap(2, 22),
    good: wrap(32, 39),
    accent: wrap(36, 39),
    error: wrap(31, 39),
    warning: wrap(33, 39),
    info: wrap(34, 39),
    hint: wrap(90, 39),
  };
}
