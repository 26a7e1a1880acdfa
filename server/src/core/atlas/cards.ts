/** Techniques and mitigations of MITRE ATLAS as one line each. */
import { mitigations, tactics, techniques, type MitigationId, type TechniqueId } from "./atlas.gen.ts";

const site = "https://atlas.mitre.org";

/** Where a technique is described. */
export function techniqueUrl(id: TechniqueId): string {
  return `${site}/techniques/${id}`;
}

/** Where a mitigation is described. */
export function mitigationUrl(id: MitigationId): string {
  return `${site}/mitigations/${id}`;
}

function techniqueCard(id: TechniqueId): string {
  const technique = techniques[id];
  const names = technique.tactics.map((tactic) => tactics[tactic].name).join(", ");
  return `[${id}](${techniqueUrl(id)}) ${technique.name} (${names})`;
}

function mitigationCard(id: MitigationId): string {
  return `[${id}](${mitigationUrl(id)}) ${mitigations[id].name}`;
}

export function enables(ids: readonly TechniqueId[]): string {
  return `Enables ${ids.map(techniqueCard).join("; ")}`;
}

export function mitigatedBy(ids: readonly MitigationId[]): string {
  return `Mitigations: ${ids.map(mitigationCard).join("; ")}`;
}
