/** `grantlint grants`: what each agent may really do, why, and what an upgrade changes. */
import { refusalsIn } from "../core/index.ts";
import { analyzeSet, sayLeftAlone, type LintHost } from "./lint.ts";
import type { GrantsCommand } from "./arguments.ts";
import { changesBetween, changesToText } from "./compare-releases.ts";
import type { SetStart } from "./find-sets.ts";
import { grantsToJson, type GrantsReport } from "./grants-json.ts";
import { grantsToText, whyToText } from "./grants-text.ts";

/** The text to print for all sets together. */
export async function grants(command: GrantsCommand, starts: readonly SetStart[], host: LintHost): Promise<{ text: string; read: number }> {
  const parts: string[] = [];
  const reports: GrantsReport[] = [];
  for (const start of starts) {
    if (command.compare) {
      const text = await comparison(start, command.compare, host);
      if (text === undefined) await sayLeftAlone(start, host);
      else parts.push(text);
      continue;
    }
    const analysis = await analyzeSet(start, { openclaw: command.openclaw }, host);
    if (!analysis) await sayLeftAlone(start, host);
    const agents = (analysis?.policy.agents ?? []).filter(({ id }) => command.agent === undefined || id === command.agent);
    const report = { root: start.folder, analysis, agents };
    reports.push(report);
    if (analysis) parts.push(command.why ? whyToText(analysis, command.why.agent, command.why.capability) : grantsToText(report));
  }
  return { text: command.format === "json" && !command.compare ? grantsToJson(reports) : parts.join(""), read: parts.length };
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
