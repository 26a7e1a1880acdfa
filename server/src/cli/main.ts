/** The command line program: arguments in, text and an exit code out. Finds nothing the editor would not: both print the same analysis. */
import { version } from "../../../package.json";
import { dialectFor, leastPrivilegePlan, listNames, type Analysis, type Uri } from "../core/index.ts";
import { readArguments, type FixCommand, type GrantsCommand, type LintCommand, type PlanCommand } from "./arguments.ts";
import { explainName, unknownName } from "./explain.ts";
import { findSets, type SetStart } from "./find-sets.ts";
import { fixesToJson } from "./fix-json.ts";
import { fixSummary } from "./fix-text.ts";
import { fix, type FixHost } from "./fix.ts";
import { grants } from "./grants.ts";
import { helpText } from "./help.ts";
import { jsonWriter } from "./json.ts";
import { analyzeSet, sayLeftAlone } from "./lint.ts";
import { plansToJson } from "./plan-json.ts";
import type { ReportWriter } from "./report-writer.ts";
import { reportOf } from "./report.ts";
import { rulesToJson, rulesToText } from "./rules.ts";
import { sarifWriter } from "./sarif.ts";
import { printable, textWriter } from "./text.ts";

export interface CliHost extends FixHost {
  /** The text of a rule's page; undefined where the pages are not at hand. */
  readonly readPage: (rule: string) => string | undefined;
  /** The folder the program was started in: SARIF names files from there. */
  readonly folder: Uri;
  /** True when progress may be shown on the error stream. */
  readonly showsProgress: boolean;
}

/** 0: nothing at or above the level. 1: findings, or edits that were only shown. 2: wrong usage, nothing to read, or a failure. */
export type ExitCode = 0 | 1 | 2;

/** More agents than a line holds need not be named. */
const mostNamed = 30;

/** From so many sets on it is worth saying how far we are. */
const manySets = 20;

export async function main(argv: readonly string[], host: CliHost): Promise<ExitCode> {
  const command = readArguments(argv);
  switch (command.command) {
    case "help":
      host.print(helpText);
      return 0;
    case "version":
      host.print(`grantlint ${version}\n`);
      return 0;
    case "wrong":
      host.printError(`grantlint: ${command.why}\n\n${helpText}`);
      return 2;
    case "lint":
      return lint(command, host);
    case "grants":
      return printGrants(command, host);
    case "fix":
      return runFix(command, host);
    case "plan":
      return printPlan(command, host);
    case "rules":
      host.print(command.format === "json" ? rulesToJson() : rulesToText());
      return 0;
    case "explain":
      return printExplanation(command.name, host);
  }
}

async function lint({ paths, format, minSeverity, ...options }: LintCommand, host: CliHost): Promise<ExitCode> {
  const { starts, isComplete } = startsOf(paths, host);
  let failed = !isComplete;
  let [reported, linted, found] = [0, 0, 0];
  const writer = writerFor(format, host);
  for (const start of starts) {
    if (host.showsProgress && starts.length > manySets) host.printError(`\r${reported + 1} of ${starts.length}`);
    const analysis = await analyzeSet(start, options, host);
    if (!analysis && !(await sayLeftAlone(start, host))) continue;
    for (const { rule, error } of analysis?.failures ?? []) {
      failed = true;
      host.printError(`grantlint: rule ${rule} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
    const report = reportOf(start.folder, analysis, minSeverity);
    writer.add(report);
    reported++;
    if (analysis) linted++;
    found += report.findings.length;
  }
  if (host.showsProgress && starts.length > manySets) host.printError("\r\u001b[K");
  writer.end();
  if (starts.length > 0 && reported === 0) host.printError("grantlint: nothing of OpenClaw among the files looked at\n");
  // Nothing linted must never look like nothing found.
  if (failed || linted === 0) return 2;
  return found > 0 ? 1 : 0;
}

function writerFor(format: LintCommand["format"], host: CliHost): ReportWriter {
  switch (format) {
    case "json":
      return jsonWriter({ name: "grantlint", version }, host.print);
    case "sarif":
      return sarifWriter({ name: "grantlint", version }, host.folder, host.print);
    case "text":
      return textWriter(host, host.print);
  }
}

async function printGrants(command: GrantsCommand, host: CliHost): Promise<ExitCode> {
  const { starts, isComplete } = configsOf(command.paths, host);
  const { text, read, others } = await grants(command, starts, host);
  host.print(text);
  if (others) host.printError(`grantlint: ${printable(noSuchAgent(command.why?.agent ?? command.agent ?? "", others))}\n`);
  return isComplete && read > 0 ? 0 : 2;
}

function noSuchAgent(wanted: string, agents: readonly string[]): string {
  return `there is no agent "${wanted}"; there ${agents.length === 1 ? "is" : "are"} ${listNames(agents, mostNamed)}`;
}

/** 0: nothing left to fix, or all of it written. 1: edits that were only shown. */
async function runFix(command: FixCommand, host: CliHost): Promise<ExitCode> {
  const { starts, isComplete } = startsOf(command.paths, host);
  if (starts.length === 0) return 2;
  const { reports, failed } = await fix(command, starts, host);
  host.print(command.format === "json" ? fixesToJson({ name: "grantlint", version }, reports) : fixSummary(command, reports));
  if (failed || !isComplete) return 2;
  return !command.apply && reports.some(({ fixed }) => fixed.fixes.length > 0) ? 1 : 0;
}

async function printPlan({ paths, format, openclaw, usedWithin }: PlanCommand, host: CliHost): Promise<ExitCode> {
  const { starts, isComplete } = configsOf(paths, host);
  const plans: { root: string; analysis: Analysis }[] = [];
  for (const start of starts) {
    const analysis = await analyzeSet(start, { openclaw, usedWithin }, host);
    if (!analysis) {
      await sayLeftAlone(start, host);
      continue;
    }
    plans.push({ root: start.folder, analysis });
    if (format === "text") host.print(leastPrivilegePlan(analysis));
  }
  if (format === "json") host.print(plansToJson({ name: "grantlint", version }, plans));
  return isComplete && plans.length > 0 ? 0 : 2;
}

function printExplanation(name: string, host: CliHost): ExitCode {
  const text = explainName(name, host);
  if (text !== undefined) host.print(text);
  else host.printError(`grantlint: ${unknownName(name)}\n`);
  return text === undefined ? 2 : 0;
}

/** Only what says something of agents. A path without is named, because nothing shown must never look like nothing there. */
function configsOf(paths: readonly string[], host: CliHost): FoundStarts {
  const configs: SetStart[] = [];
  let isComplete = true;
  for (const path of paths) {
    const found = startsOf([path], host);
    const own = found.starts.filter(({ start, isGuess }) => !isGuess && dialectFor(start)?.isCompanion !== true);
    if (found.starts.length > 0 && own.length === 0)
      host.printError(
        `grantlint: ${path}: no openclaw.json or exec-approvals.json, and what is there says nothing of agents; "grantlint lint" judges it\n`,
      );
    isComplete &&= found.isComplete && own.length > 0;
    configs.push(...own);
  }
  return { starts: configs, isComplete };
}

interface FoundStarts {
  readonly starts: readonly SetStart[];
  /** Whether every path had some. */
  readonly isComplete: boolean;
}

function startsOf(paths: readonly string[], host: CliHost): FoundStarts {
  const found = paths.map(findSets);
  for (const result of found)
    for (const why of result.state === "nothing" ? [result.why] : result.unseen) host.printError(`grantlint: ${printable(why)}\n`);
  return {
    starts: found.flatMap((result) => (result.state === "found" ? result.sets : [])),
    isComplete: found.every((result) => result.state === "found" && result.unseen.length === 0),
  };
}
