/** Edits on trial: what a set would come to mean, without anything being changed. */
import type { ConfigSet, TargetRelease } from "../dialect.ts";
import type { Edit } from "../../finding.ts";
import type { EffectivePolicy } from "../../grants/policy.ts";
import { applyToSet, toFileEdits } from "../../remedy.ts";
import { resolveSet } from "./resolve-set.ts";

/** The policy once the edits are made; undefined when they cannot be. */
export function tryOut(set: ConfigSet, release: TargetRelease, edits: readonly Edit[]): EffectivePolicy | undefined {
  if (edits.length === 0) return resolveSet(set, release);
  const fileEdits = toFileEdits(set, edits);
  return fileEdits && resolveSet(applyToSet(set, fileEdits), release);
}
