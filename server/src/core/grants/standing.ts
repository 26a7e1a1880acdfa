/** How far a grant can be relied on when something about it is not known. */
import type { Confidence } from "../finding.ts";
import type { Because, Grant } from "./grant.ts";
import type { EffectivePolicy } from "./policy.ts";

/** What a claim rests on. */
export type Standing = Pick<Grant, "because" | "certain">;

/** What a chain of reasons is worth by itself. */
export function standingOf(because: readonly Because[]): Standing {
  return { because, certain: because.every(({ read }) => read.state !== "unknown") };
}

/**
 * `high`: every read that decides is known. `medium`: these files say so, and only a document that no file shows could narrow it.
 * Undefined: something in these files is not known, so nothing may be claimed.
 */
export function confidenceIn(grant: Standing, { documents }: EffectivePolicy): Confidence | undefined {
  if (grant.certain) return "high";
  const doubts = grant.because.filter(({ read }) => read.state === "unknown");
  const elsewhere = documents.filter(({ state }) => state === "elsewhere").map(({ layer }) => layer);
  return doubts.length > 0 && doubts.every(({ layer }) => elsewhere.includes(layer)) ? "medium" : undefined;
}

/** The rest of a sentence about a grant that only such a document could narrow. */
export function unlessElsewhere(grant: Standing, policy: EffectivePolicy): string {
  return confidenceIn(grant, policy) === "medium" ? ", unless the approvals kept outside these files restrict it" : "";
}
