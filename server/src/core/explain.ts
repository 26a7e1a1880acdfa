/** What to tell a reader who points at a place: the findings there, why they matter, and the techniques they open the way to. */
import type { Analysis } from "./analyze.ts";
import { atlasVersion, mitigations, tactics, techniques, type MitigationId, type TechniqueId } from "./atlas/atlas.gen.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules.gen.ts";
import type { Location, Uri } from "./syntax/tree.ts";

export interface Explanation {
  /** Markdown. */
  readonly text: string;
  /** The range it speaks of. */
  readonly at: Location;
}

/** The explanation for an offset, or nothing when no finding of a rule covers it. */
export function explain(analysis: Analysis, file: Uri, offset: number): Explanation | undefined {
  const here = analysis.findings.filter(({ at }) => at.file === file && at.start <= offset && offset <= at.end);
  const explained = rules.filter(({ id }) => here.some((finding) => finding.rule === id));
  const [first] = here.filter((finding) => explained.some(({ id }) => id === finding.rule));
  if (!first) return undefined;
  const release = `Judged for OpenClaw ${analysis.release.version}. ATLAS data v${atlasVersion}.`;
  return { text: [...explained.map(explainRule), release].join("\n\n---\n\n"), at: first.at };
}

/** The editor shows the finding's own message above: here stands what it does not say. */
function explainRule(rule: Rule): string {
  return [
    `**${rule.summary}**`,
    rule.why,
    `Enables ${rule.atlas.techniques.map(techniqueCard).join("; ")}`,
    ...(rule.atlas.mitigations.length > 0 ? [`Mitigations: ${rule.atlas.mitigations.map(mitigationCard).join("; ")}`] : []),
  ].join("\n\n");
}

function techniqueCard(id: TechniqueId): string {
  const technique = techniques[id];
  const names = technique.tactics.map((tactic) => tactics[tactic].name).join(", ");
  return `[${id}](https://atlas.mitre.org/techniques/${id}) ${technique.name} (${names})`;
}

function mitigationCard(id: MitigationId): string {
  return `[${id}](https://atlas.mitre.org/mitigations/${id}) ${mitigations[id].name}`;
}
