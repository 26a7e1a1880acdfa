/** The findings at a place: why they matter, and the techniques they open the way to. The editor shows the findings' own messages above. */
import type { Analysis } from "../analyze.ts";
import type { Rule } from "../rule.ts";
import { rules } from "../rules.gen.ts";
import type { Explanation, Spot } from "./explanation.ts";
import { cards } from "../atlas/cards.ts";

export function explainFindings(analysis: Analysis, { file, offset }: Spot): Explanation | undefined {
  const here = analysis.findings.filter(({ at }) => at.file === file && at.start <= offset && offset <= at.end);
  const explained = rules.filter(({ id }) => here.some((finding) => finding.rule === id));
  const [first] = here.filter((finding) => explained.some(({ id }) => id === finding.rule));
  return first && { text: explained.map(explainRule).join("\n\n---\n\n"), at: first.at };
}

function explainRule(rule: Rule): string {
  return [`**${rule.summary}**`, rule.why, ...cards(rule.atlas)].join("\n\n");
}
