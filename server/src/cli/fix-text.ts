/** Fixes for a person at a terminal: what each is for, then the diff, or what became of the files. */
import type { FixCommand } from "./arguments.ts";
import { nameIn } from "./changes.ts";
import { unifiedDiff, type DiffLine } from "./diff.ts";
import type { FixReport } from "./fix.ts";
import { headWords, plural, printable } from "./text.ts";

export function fixToText({ root, fixed, changes, result }: FixReport, color: boolean): string {
  const { before, fixes } = fixed;
  const head = `${printable(root)}\n${printable(before.set.files.map(({ uri }) => nameIn(before, uri)).join(", "))} · ${headWords(before)}\n\n`;
  if (fixes.length === 0) return head;
  const diffs = changes.map(
    (change) =>
      `${unifiedDiff(change)
        .map((line) => diffLine(line, color))
        .join("\n")}\n\n`,
  );
  const outcome = result ? result.written.map((uri) => `wrote ${printable(nameIn(before, uri))}\n`) : diffs;
  return `${head}${fixLines(fixed)}\n\n${outcome.join("")}`;
}

function fixLines({ fixes }: FixReport["fixed"]): string {
  const width = 6;
  return fixes
    .map(
      ({ finding, remediation: { title, safety } }) =>
        `${safety.padEnd(width)}  ${printable(title)}  (${finding.rule}: ${printable(finding.message)})`,
    )
    .join("\n");
}

export function fixSummary({ apply, review }: FixCommand, reports: readonly FixReport[]): string {
  const fixes = reports.reduce((sum, { fixed }) => sum + fixed.fixes.length, 0);
  const unreviewed = reports.reduce((sum, { fixed }) => sum + fixed.unreviewed.length, 0);
  const more =
    unreviewed === 0 || review
      ? ""
      : ` ${plural(unreviewed, "finding")} more ${unreviewed === 1 ? "has" : "have"} a fix that needs a look first: --review shows it.`;
  if (fixes === 0) return `Nothing to fix.${more}\n`;
  const number = `${fixes} ${fixes === 1 ? "fix" : "fixes"}`;
  if (!apply) return `${number} shown, nothing written: --apply writes.${more}\n`;
  const isWhole = reports.every(({ result }) => result?.failure === undefined);
  return isWhole ? `${number} made.${more}\n` : `Not everything was written.${more}\n`;
}

const colors: Readonly<Record<DiffLine["kind"], number | undefined>> = { head: 1, range: 36, added: 32, removed: 31, same: undefined };

function diffLine({ kind, text }: DiffLine, color: boolean): string {
  const code = colors[kind];
  // Tabs are how many files are indented.
  const line = text.split("\t").map(printable).join("\t");
  return color && code !== undefined ? `\u001b[${code}m${line}\u001b[0m` : line;
}
