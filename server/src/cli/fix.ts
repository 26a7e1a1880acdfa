/** `grantlint fix`: shows what the fixes would change, or makes them. Nothing is written unless it is asked for. */
import { fixSet, type Analysis, type FixedSet } from "../core/index.ts";
import type { FixCommand } from "./arguments.ts";
import { unifiedDiff, type Change, type DiffLine } from "./diff.ts";
import type { SetStart } from "./find-sets.ts";
import { analyzeSet, type LintHost } from "./lint.ts";
import { maskedFile } from "./mask.ts";
import { placesOf } from "./report.ts";
import { plural, printable, releaseWords } from "./text.ts";
import { writeFiles, type FileSystem } from "./write-files.ts";

export interface FixHost extends LintHost {
  readonly fileSystem: FileSystem;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** True when the output goes to a terminal that shows colours. */
  readonly color: boolean;
}

/** `left`: there are edits that were shown and not made. `failed`: something could not be read, judged or written. */
export interface FixOutcome {
  readonly left: boolean;
  readonly failed: boolean;
}

export async function fix(command: FixCommand, starts: readonly SetStart[], host: FixHost): Promise<FixOutcome> {
  let [left, failed, shown, unreviewed] = [false, false, 0, 0];
  for (const start of starts) {
    const analysis = await analyzeSet(start, { openclaw: command.openclaw }, host);
    if (!analysis) {
      host.printError(`grantlint: ${start.start}: its content is no OpenClaw config, left alone\n`);
      failed = true;
      continue;
    }
    const fixed = fixSet(analysis, command);
    unreviewed += fixed.unreviewed.length;
    for (const { rule, error } of fixed.before.failures) {
      failed = true;
      host.printError(`grantlint: rule ${rule} failed: ${String(error)}\n`);
    }
    host.print(
      `${start.folder}\n${fixed.before.set.files.map(({ uri }) => nameIn(analysis, uri)).join(", ")} · ${releaseWords(analysis)}\n\n`,
    );
    if (fixed.fixes.length === 0) continue;
    shown += fixed.fixes.length;
    host.print(`${fixLines(fixed).join("\n")}\n\n`);
    const result = command.apply ? apply(fixed, host) : show(fixed, host);
    if (result === "failed") failed = true;
    if (result === "shown") left = true;
  }
  host.print(summary(command, shown, unreviewed, failed));
  return { left, failed };
}

function fixLines({ fixes }: FixedSet): string[] {
  const width = 6;
  return fixes.map(
    ({ finding, remediation: { title, safety } }) =>
      `${safety.padEnd(width)}  ${printable(title)}  (${finding.rule}: ${printable(finding.message)})`,
  );
}

function summary({ apply: applied, review }: FixCommand, fixes: number, unreviewed: number, failed: boolean): string {
  const more =
    unreviewed === 0 || review
      ? ""
      : ` ${plural(unreviewed, "finding")} more ${unreviewed === 1 ? "has" : "have"} a fix that needs a look first: --review shows it.`;
  if (fixes === 0) return `Nothing to fix.${more}\n`;
  if (applied) return failed ? `Not everything was written.${more}\n` : `${fixCount(fixes)} made.${more}\n`;
  return `${fixCount(fixes)} shown, nothing written: --apply writes.${more}\n`;
}

function fixCount(number: number): string {
  return `${number} ${number === 1 ? "fix" : "fixes"}`;
}

function show(fixed: FixedSet, host: FixHost): "shown" {
  for (const change of changesOf(fixed))
    host.print(
      `${unifiedDiff(change)
        .map((line) => diffLine(line, host.color))
        .join("\n")}\n\n`,
    );
  return "shown";
}

function apply({ before, after }: FixedSet, host: FixHost): "made" | "failed" {
  const changed = changedFiles(before, after);
  const { written, failure } = writeFiles(
    changed.map(({ uri, text }) => ({ uri, before: textOf(before, uri), after: text })),
    host.fileSystem,
  );
  for (const uri of written) host.print(`wrote ${nameIn(before, uri)}\n`);
  if (failure === undefined) return "made";
  host.printError(`grantlint: ${failure}; ${written.length === 0 ? "nothing was written" : "the rest was not written"}\n`);
  return "failed";
}

function changesOf({ before, after, fixes }: FixedSet): Change[] {
  const messages = fixes.map(({ finding }) => finding.message);
  return changedFiles(before, after).map(({ uri, text }): Change => {
    const old = textOf(before, uri);
    // What a message says aloud is no secret, and neither is what a fix puts in.
    const isSaid = (value: string): boolean => messages.some((message) => message.includes(value));
    const isNew = (value: string): boolean => !before.set.files.some((file) => file.text.includes(value));
    return {
      name: nameIn(before, uri),
      before: old === undefined ? undefined : { text: old, shown: maskedFile(before, uri, isSaid) },
      after: { text, shown: maskedFile(after, uri, (value) => isSaid(value) || isNew(value)) },
    };
  });
}

function changedFiles(before: Analysis, after: Analysis): { readonly uri: string; readonly text: string }[] {
  return after.set.files.filter(({ uri, text }) => text !== textOf(before, uri));
}

function textOf({ set }: Analysis, uri: string): string | undefined {
  return set.files.find((file) => file.uri === uri)?.text;
}

function nameIn(analysis: Analysis, uri: string): string {
  return placesOf(analysis).fileName(uri);
}

const colors: Readonly<Record<DiffLine["kind"], number | undefined>> = { head: 1, range: 36, added: 32, removed: 31, same: undefined };

function diffLine({ kind, text }: DiffLine, color: boolean): string {
  const code = colors[kind];
  // Tabs are how many files are indented.
  const line = text.split("\t").map(printable).join("\t");
  return color && code !== undefined ? `\u001b[${code}m${line}\u001b[0m` : line;
}
