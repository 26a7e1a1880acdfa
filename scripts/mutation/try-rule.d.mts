import type { Mutant } from "./mutants.mjs";

export function tryRule(
  rule: { readonly id: string; readonly source: string; readonly fixture: string },
  folder: string,
): Promise<{ readonly fits: boolean; readonly tried: number; readonly survivors: readonly Mutant[] }>;
