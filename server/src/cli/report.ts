/** What both output formats need: places as line and column, paths as people write them, the findings that count. */
import {
  lineIndex,
  positionAt,
  relativePath,
  severities,
  type Analysis,
  type Finding,
  type IgnoredFinding,
  type LineIndex,
  type Location,
  type Path,
  type Position,
  type Severity,
  type Uri,
} from "../core/index.ts";
import { fixTrials } from "./tried-fixes.ts";

export interface SetReport {
  /** The set's folder, as a path of this system. */
  readonly root: string;
  /** Undefined when nothing there was ours. */
  readonly analysis: Analysis | undefined;
  readonly findings: readonly Finding[];
  /** Findings that a comment in a file says to ignore. */
  readonly ignored: readonly IgnoredFinding[];
  /** The title of the first fix that can really be offered, for findings that have one. Worked out once: each fix is tried out on the set. */
  readonly fixes: ReadonlyMap<Finding, string>;
  /** How many findings may have a fix that was not tried. */
  readonly untried: number;
}

export type ReportWithoutFixes = Omit<SetReport, "fixes" | "untried">;

export function reportOf(root: string, analysis: Analysis | undefined, minSeverity: Severity): ReportWithoutFixes {
  const worstFirst = severities.indexOf(minSeverity);
  const counts = ({ severity }: Finding): boolean => severities.indexOf(severity) <= worstFirst;
  const findings = (analysis?.findings ?? []).filter(counts);
  const ignored = (analysis?.ignored ?? []).filter(({ finding }) => counts(finding));
  return { root, analysis, findings, ignored };
}

/** The same with the fixes worked out, for a report that names them. */
export function withFixes(report: ReportWithoutFixes): SetReport {
  const { analysis, findings } = report;
  const fixes = new Map<Finding, string>();
  if (!analysis) return { ...report, fixes, untried: 0 };
  const trials = fixTrials(analysis);
  for (const finding of findings) {
    for (const { remediation } of trials.fixesOf(finding)) {
      fixes.set(finding, remediation.title);
      break;
    }
  }
  return { ...report, fixes, untried: trials.untried() };
}

/** Looks places up in the texts of one analysis. */
export interface Places {
  readonly range: (at: Location) => { start: Position; end: Position };
  readonly fileName: (uri: Uri) => string;
  /** The offset at which the line of a place begins. */
  readonly lineStart: (at: Location) => number;
}

/** Worth keeping for a whole report: each text is gone through once. */
export function placesOf(analysis: Analysis): Places {
  const indexes = new Map<Uri, LineIndex>();
  const textOf = (uri: Uri): string => analysis.set.files.find((file) => file.uri === uri)?.text ?? "";
  const indexOf = (uri: Uri): LineIndex => {
    const known = indexes.get(uri) ?? lineIndex(textOf(uri));
    indexes.set(uri, known);
    return known;
  };
  return {
    range: ({ file, start, end }) => ({ start: positionAt(indexOf(file), start), end: positionAt(indexOf(file), end) }),
    fileName: (uri) => relativePath(analysis.set.root, uri),
    lineStart: ({ file, start }) => start - positionAt(indexOf(file), start).character,
  };
}

/** `agents.kimi.allowlist[0].pattern`, odd keys as `agents["*"]`, nothing for the whole file. */
export function pathText(path: Path): string {
  return path
    .map((segment, index) => {
      if (typeof segment === "number") return `[${segment}]`;
      if (!/^[A-Za-z_$][\w$-]*$/.test(segment)) return `[${JSON.stringify(segment)}]`;
      return index === 0 ? segment : `.${segment}`;
    })
    .join("");
}
