/** What to tell a reader who points at a place: the findings there, why they matter, and the techniques they open the way to. */
import type { Analysis } from "./analyze.ts";
import { atlasVersion, mitigations, tactics, techniques, type MitigationId, type TechniqueId } from "./atlas/atlas.gen.ts";
import type { Finding } from "./finding.ts";
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
  const here = analysis.findings.filter((finding) => finding.at.file === file && finding.at.start <= offset && offset <= finding.at.end);
  const parts = here.flatMap((finding) => {
    const rule = rules.find(({ id }) => id === finding.rule);
    return rule ? [explainFinding(finding, rule)] : [];
  });
  const [first] = here.filter(({ rule }) => rules.some(({ id }) => id === rule));
  if (!first) return undefined;
  const release = `Judged for OpenClaw ${analysis.release.version}. ATLAS data v${atlasVersion}.`;
  return { text: [...parts, release].join("\n\n---\n\n"), at: first.at };
}

function explainFinding(finding: Finding, rule: Rule): string {
  return [
    `**${escapeMarkdown(finding.message)}**`,
    rule.why,
    ...finding.related.slice(0, 6).map(({ message }) => `- ${escapeMarkdown(message)}`),
    `Enables ${rule.atlas.techniques.map(techniqueCard).join("; ")}`,
    ...(rule.atlas.mitigations.length > 0 ? [`Mitigations: ${rule.atlas.mitigations.map(mitigationCard).join("; ")}`] : []),
  ]
    .join("\n\n")
    .replace(/(\n- [^\n]*)\n(?=\n- )/g, "$1");
}

function techniqueCard(id: TechniqueId): string {
  const technique = techniques[id];
  const names = technique.tactics.map((tactic) => tactics[tactic].name).join(", ");
  return `[${id}](https://atlas.mitre.org/techniques/${id}) ${technique.name} (${names})`;
}

function mitigationCard(id: MitigationId): string {
  return `[${id}](https://atlas.mitre.org/mitigations/${id}) ${mitigations[id].name}`;
}

/** Names from a config can hold anything; none of it may become a link or an image. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#!|]/g, "\\$&");
}
