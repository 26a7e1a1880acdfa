import type { Mutant } from "./mutants.mjs";

export interface Equivalent {
  readonly rule: string;
  readonly change: string;
  readonly why: string;
}

type Survivor = Pick<Mutant, "line" | "what">;

export function withoutEquivalents(
  id: string,
  survivors: readonly Survivor[],
  equivalents: readonly Equivalent[],
): { left: Survivor[]; stale: Equivalent[] };
