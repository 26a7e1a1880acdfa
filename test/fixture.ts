/**
 * Reads marked fixtures: cases of one or more config files with the expected findings marked under the lines they belong to.
 *
 *   //# a sentence                     begins a case
 *   //@ openclaw 2026.6.1              the release it is judged for
 *   //@ invalid                        the files are not valid for that release, on purpose
 *   //@ exec-approvals.json unknown    a neighbour we were not given (otherwise it does not exist)
 *   //@ shows F5 T9                    what it shows of the pitfalls and change points in docs/rules/coverage.md
 *   //@ confidence medium             the confidence of every finding of the case
 *   //@ kept openclaw.json 0644 link   what the machine says of a file or folder of the set: its mode, and `link` or `foreign` where it is so
 *   //@ no fix                         no finding of the case offers an edit
 *   //- openclaw.json                  begins a file
 *   //   ^^^^ error: message           a finding on the line above, under its columns; `info (strict): …` where its set is not the rule's own
 *   // <--- error: message             the same for the first columns, which carets after the slashes cannot reach (as many columns as dashes)
 *   //- openclaw.json after "Title"    that file once the remediation of this title is applied
 *
 * Mark lines are cut out before anything is analyzed, so strict JSON can be marked too.
 */

import type { FileStatus } from "../server/src/core/grants/kept-file.ts";

export interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  /** The set the finding belongs to, where that is not the rule's own. */
  readonly set?: string;
  readonly message: string;
}

export interface FixtureFile {
  readonly name: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface FixtureCase {
  readonly title: string;
  readonly openclaw: string | undefined;
  readonly isInvalid: boolean;
  readonly isUnfixed: boolean;
  readonly confidence: string | undefined;
  readonly unknownFiles: readonly string[];
  readonly shows: readonly string[];
  /** Lines such as `openclaw.json 0644 link`. */
  readonly kept: readonly string[];
  readonly files: readonly FixtureFile[];
  readonly fixed: readonly { readonly name: string; readonly remediation: string; readonly text: string }[];
}

/** The cases of a fixture; throws on a line it does not understand, because a mark that is not read is a test that does not run. */
export function readFixture(text: string): FixtureCase[] {
  return text
    .split(/^(?=\/\/# )/m)
    .filter((part) => part.startsWith("//# "))
    .map(readCase);
}

function readCase(part: string): FixtureCase {
  const [head = "", ...sections] = part.split(/^(?=\/\/- )/m);
  const [first = "", ...options] = head.trim().split("\n");
  const openclaw = options.map((option) => /^\/\/@ openclaw (\S+)$/.exec(option)?.[1]).find((release) => release !== undefined);
  const confidence = options.map((option) => /^\/\/@ confidence (\S+)$/.exec(option)?.[1]).find((word) => word !== undefined);
  const unknownFiles = options.flatMap((option) => /^\/\/@ (\S+) unknown$/.exec(option)?.[1] ?? []);
  const shows = options.flatMap((option) => /^\/\/@ shows (.+)$/.exec(option)?.[1]?.split(" ") ?? []);
  const kept = options.flatMap((option) => /^\/\/@ kept (.+)$/.exec(option)?.[1] ?? []);
  for (const option of options) {
    if (
      !/^\/\/@ (?:openclaw \S+|invalid|no fix|confidence (?:high|medium|low)|shows [FT ,0-9]+|kept \S+ 0[0-7]{3}(?: link)?(?: foreign)?|\S+ unknown)$/.test(
        option,
      )
    )
      throw new Error(`not an option: ${option}`);
  }
  const files: FixtureFile[] = [];
  const fixed: { name: string; remediation: string; text: string }[] = [];
  for (const section of sections) {
    const [, name = "", remediation] = /^\/\/- (\S+)(?: after "(.+)")?\n/.exec(section) ?? [];
    if (name === "") throw new Error(`not a file line: ${section.split("\n")[0]}`);
    const body = section.slice(section.indexOf("\n") + 1).replace(/\n\n$/, "\n");
    if (remediation === undefined) files.push({ name, ...cutMarks(body) });
    else fixed.push({ name, remediation, text: body });
  }
  return {
    title: first.slice(4),
    openclaw,
    isInvalid: options.includes("//@ invalid"),
    isUnfixed: options.includes("//@ no fix"),
    confidence,
    unknownFiles,
    kept,
    shows,
    files,
    fixed,
  };
}

function cutMarks(body: string): { text: string; marks: Mark[] } {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of body.split("\n")) {
    const mark = readMark(line, lines.length - 1);
    if (mark) marks.push(mark);
    else lines.push(line);
  }
  return { text: lines.join("\n"), marks };
}

function readMark(line: string, above: number): Mark | undefined {
  const [, lead = "", carets, dashes, severity = "", set, message = ""] =
    /^(\/\/ *)(?:(\^+)|<(-+)) (error|warning|info|hint)(?: \((strict|default)\))?: (.*)$/.exec(line) ?? [];
  const start = carets === undefined ? 0 : lead.length;
  const end = start + (carets?.length ?? dashes?.length ?? 0);
  return severity === "" ? undefined : { line: above, start, end, severity, ...(set === undefined ? {} : { set }), message };
}

/** A case as text again, with these marks: what `UPDATE=1` writes back. */
export function writeCase(test: FixtureCase): string {
  const options = [
    ...(test.openclaw === undefined ? [] : [`//@ openclaw ${test.openclaw}`]),
    ...(test.isInvalid ? ["//@ invalid"] : []),
    ...(test.isUnfixed ? ["//@ no fix"] : []),
    ...(test.confidence === undefined ? [] : [`//@ confidence ${test.confidence}`]),
    ...(test.shows.length > 0 ? [`//@ shows ${test.shows.join(" ")}`] : []),
    ...test.kept.map((line) => `//@ kept ${line}`),
    ...test.unknownFiles.map((name) => `//@ ${name} unknown`),
  ];
  const files = test.files.map(({ name, text, marks }) => `//- ${name}\n${withMarks(text, marks)}`);
  const fixed = test.fixed.map(({ name, remediation, text }) => `//- ${name} after "${remediation}"\n${text}`);
  return [`//# ${test.title}`, ...options, ...files, ...fixed].map((part) => (part.endsWith("\n") ? part : `${part}\n`)).join("");
}

function withMarks(text: string, marks: readonly Mark[]): string {
  return text
    .split("\n")
    .flatMap((line, index) => [line, ...marks.filter((mark) => mark.line === index).map(markLine)])
    .join("\n");
}

function markLine({ start, end, severity, set, message }: Mark): string {
  const pointer = start >= 2 ? `//${" ".repeat(start - 2)}${"^".repeat(end - start)}` : `// <${"-".repeat(end - start)}`;
  return `${pointer} ${severity}${set === undefined ? "" : ` (${set})`}: ${message}`;
}

/** What the lines of a case's machine come to, by path. A path without a dot in its last name is a folder. */
export function keptOf(lines: readonly string[]): Readonly<Record<string, FileStatus>> {
  const entries = lines.map((line) => {
    const [path = "", mode = "", ...marks] = line.split(" ");
    const isFolder = path === "." || !path.slice(path.lastIndexOf("/") + 1).includes(".");
    return [path, { mode: parseInt(mode, 8), isFolder, isLink: marks.includes("link"), isForeign: marks.includes("foreign") }] as const;
  });
  return Object.fromEntries(entries);
}
