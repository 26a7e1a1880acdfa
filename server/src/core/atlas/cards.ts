/** Techniques and mitigations of MITRE ATLAS as one line each. */
import { caseStudies, mitigations, tactics, techniques, type MitigationId, type TechniqueId } from "./atlas.gen.ts";

const site = "https://atlas.mitre.org";

/** Where a technique is described. */
export function techniqueUrl(id: TechniqueId): string {
  return `${site}/techniques/${id}`;
}

/** Where a mitigation is described. */
export function mitigationUrl(id: MitigationId): string {
  return `${site}/mitigations/${id}`;
}

type CaseStudyId = keyof typeof caseStudies;

function caseStudyUrl(id: CaseStudyId): string {
  return `${site}/studies/${id}`;
}

function techniqueCard(id: TechniqueId): string {
  const technique = techniques[id];
  const names = technique.tactics.map((tactic) => tactics[tactic].name).join(", ");
  return `[${id}](${techniqueUrl(id)}) ${technique.name} (${names})`;
}

function mitigationCard(id: MitigationId): string {
  return `[${id}](${mitigationUrl(id)}) ${mitigations[id].name}`;
}

function enables(ids: readonly TechniqueId[]): string {
  return `Enables ${ids.map(techniqueCard).join("; ")}`;
}

function mitigatedBy(ids: readonly MitigationId[]): string {
  return `Mitigations: ${ids.map(mitigationCard).join("; ")}`;
}

/** Links alone, for a list of several things. */
export function techniqueLinks(ids: readonly TechniqueId[]): string {
  return ids.map((id) => `[${id}](${techniqueUrl(id)})`).join(", ");
}

/** The case study on OpenClaw itself in which most of these techniques were shown. */
function shownIn(ids: readonly TechniqueId[]): string | undefined {
  const studies = (Object.keys(caseStudies) as CaseStudyId[]).map((study) => ({
    study,
    shared: ids.filter((id) => (techniques[id].caseStudies as readonly string[]).includes(study)).length,
  }));
  const [first] = studies.filter(({ shared }) => shared > 0).sort((one, other) => other.shared - one.shared);
  return first && `Shown on OpenClaw: [${first.study}](${caseStudyUrl(first.study)}) ${caseStudies[first.study].name}`;
}

export interface Citations {
  readonly techniques: readonly TechniqueId[];
  readonly mitigations: readonly MitigationId[];
}

/** What a technique is, what answers it and where it was shown, each as a paragraph. */
export function cards({ techniques: enabled, mitigations: answers }: Citations): string[] {
  const shown = shownIn(enabled);
  return [enables(enabled), ...(answers.length > 0 ? [mitigatedBy(answers)] : []), ...(shown === undefined ? [] : [shown])];
}
