/**
 * One dominant finding instead of a screenful: what another finding says as well folds into it. Nothing is lost: the folded finding becomes a
 * related place, and its fixes are offered along.
 */
import { severities, type Finding } from "./finding.ts";

/** The findings without those that others cover. A finding folds only into one that is at least as severe and speaks of all its agents, or stands at its place. */
export function foldCovered(findings: readonly Finding[]): Finding[] {
  const parents = new Map(findings.map((part) => [part, findings.find((other) => other !== part && covers(other, part))]));
  const parts = new Map<Finding, Finding[]>();
  for (const finding of findings) {
    const whole = outermost(finding, parents);
    if (whole !== finding) parts.set(whole, [...(parts.get(whole) ?? []), finding]);
  }
  const whole = findings.filter((finding) => outermost(finding, parents) === finding);
  return whole.map((finding) => withParts(finding, parts.get(finding) ?? []));
}

/** Where it ends up: a part of a part goes into the whole. Two that cover each other stay as they are. */
function outermost(finding: Finding, parents: ReadonlyMap<Finding, Finding | undefined>): Finding {
  const seen = new Set<Finding>();
  let last = finding;
  for (let next: Finding | undefined = finding; next; next = parents.get(next)) {
    if (seen.has(next)) return finding;
    seen.add(next);
    last = next;
  }
  return last;
}

function covers(whole: Finding, part: Finding): boolean {
  if (severities.indexOf(whole.severity) > severities.indexOf(part.severity)) return false;
  if (whole.coversHere.includes(part.rule) && isAtSamePlace(whole, part)) return true;
  if (!whole.covers.includes(part.rule)) return false;
  if (whole.agents === undefined) return true;
  const { agents } = whole;
  return part.agents?.every((agent) => agents.includes(agent)) ?? false;
}

function isAtSamePlace({ at: one }: Finding, { at: other }: Finding): boolean {
  return one.file === other.file && one.start === other.start && one.end === other.end;
}

function withParts(finding: Finding, parts: readonly Finding[]): Finding {
  if (parts.length === 0) return finding;
  return {
    ...finding,
    related: [...finding.related, ...parts.map(({ at, rule, message }) => ({ at, message: `${message} (${rule})` }))],
    remediations: [...finding.remediations, ...parts.flatMap(({ remediations }) => remediations)],
  };
}
