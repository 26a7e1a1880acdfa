/** `grantlint fix`: shows what the fixes would change, or makes them. Nothing is written unless it is asked for. */
import { fixSet, type Analysis, type FixedSet } from "../core/index.ts";
import type { FixCommand } from "./arguments.ts";
import { changedFiles, changesOf, textOf } from "./changes.ts";
import type { Change } from "./diff.ts";
import type { SetStart } from "./find-sets.ts";
import { fixToText } from "./fix-text.ts";
import { analyzeSet, sayLeftAlone, type LintHost } from "./lint.ts";
import { writeFiles, type FileSystem, type WriteResult } from "./write-files.ts";

export interface FixHost extends LintHost {
  readonly fileSystem: FileSystem;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** True when the output goes to a terminal that shows colours. */
  readonly color: boolean;
}

export interface FixReport {
  /** The set's folder, as a path of this system. */
  readonly root: string;
  readonly fixed: FixedSet;
  readonly changes: readonly Change[];
  /** Undefined when nothing was to be written. */
  readonly result: WriteResult | undefined;
}

/** `failed`: something could not be read, judged or written. */
export interface FixOutcome {
  readonly reports: readonly FixReport[];
  readonly failed: boolean;
}

export async function fix(command: FixCommand, starts: readonly SetStart[], host: FixHost): Promise<FixOutcome> {
  const { openclaw, usedWithin } = command;
  const reports: FixReport[] = [];
  let failed = false;
  for (const start of starts) {
    const analysis = await analyzeSet(start, { openclaw, usedWithin }, host);
    if (!analysis) {
      if (await sayLeftAlone(start, host)) failed = true;
      continue;
    }
    const report = reportFixes(start.folder, fixSet(analysis, command), command, host);
    reports.push(report);
    if (command.format === "text") host.print(fixToText(report, host.color));
    for (const { rule, error } of report.fixed.before.failures) {
      failed = true;
      host.printError(`grantlint: rule ${rule} failed: ${String(error)}\n`);
    }
    if (report.result?.failure === undefined) continue;
    failed = true;
    const rest = report.result.written.length === 0 ? "nothing was written" : "the rest was not written";
    host.printError(`grantlint: ${report.result.failure}; ${rest}\n`);
  }
  return { reports, failed };
}

function reportFixes(root: string, fixed: FixedSet, { apply }: FixCommand, host: FixHost): FixReport {
  return { root, fixed, changes: changesOf(fixed), result: apply && fixed.fixes.length > 0 ? write(fixed, host.fileSystem) : undefined };
}

function write({ before, after }: { readonly before: Analysis; readonly after: Analysis }, system: FileSystem): WriteResult {
  return writeFiles(
    changedFiles(before, after).map(({ uri, text }) => ({ uri, before: textOf(before, uri), after: text })),
    system,
  );
}
