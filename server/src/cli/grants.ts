/** `grantlint grants`: what each agent may really do, why, and what an upgrade changes. */
import { refusalsIn, type Analysis } from "../core/index.ts";
import { analyzeSet, sayLeftAlone, type LintHost } from "./lint.ts";
import type { GrantsCommand } from "./arguments.ts";
import { changesBetween, changesToText } from "./compare-releases.ts";
import type { SetStart } from "./find-sets.ts";
import { grantsToJson, type GrantsReport } from "./grants-json.ts";
import { grantsToText, whyToText } from "./grants-text.ts";

export interface GrantsText {
  /** To print, for all sets together. */
  readonly text: string;
  /** How many sets it is about. */
  readonly read: number;
  /** Every agent there is, where the one that was asked for is none of them: nothing shown must never look like nothing granted. */
  readonly others: readonly string[] | undefined;
}

export async function grants(command: GrantsCommand, starts: readonly SetStart[], host: LintHost): Promise<GrantsText> {
  const wanted = command.why?.agent ?? command.agent;
  const parts: string[] = [];
  const reports: GrantsReport[] = [];
  const seen = new Set<string>();
  for (const start of starts) {
    if (command.compare) {
      const text = await comparison(start, command.compare, host);
      if (text === undefined) await sayLeftAlone(start, host);
      else parts.push(text);
      continue;
    }
    const analysis = await analyzeSet(start, { openclaw: command.openclaw }, host);
    if (!analysis) await sayLeftAlone(start, host);
    const all = analysis?.policy.agents ?? [];
    for (const { id } of all) seen.add(id);
    const agents = all.filter(({ id }) => wanted === undefined || id === wanted);
    const report = { root: start.folder, analysis, agents };
    reports.push(report);
    if (analysis && (wanted === undefined || agents.length > 0)) parts.push(textOf(analysis, report, command));
  }
  const others = wanted === undefined || seen.has(wanted) || seen.size === 0 ? undefined : [...seen];
  const text = command.format === "json" && !command.compare ? grantsToJson(reports) : parts.join("");
  return { text, read: parts.length, others };
}

function textOf(analysis: Analysis, report: GrantsReport, { why }: GrantsCommand): string {
  return why ? report.agents.map((agent) => whyToText(analysis, agent, why.capability)).join("") : grantsToText(report);
}

async function comparison(
  start: SetStart,
  { before, after }: { before: string; after: string },
  host: LintHost,
): Promise<string | undefined> {
  const [earlier, later] = [await analyzeSet(start, { openclaw: before }, host), await analyzeSet(start, { openclaw: after }, host)];
  if (!earlier || !later) return undefined;
  return changesToText(start.folder, [before, after], changesBetween(earlier, later), refusalsIn(later));
}
