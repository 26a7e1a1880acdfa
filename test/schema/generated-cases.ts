/** Generated configs: settings combined at random, places of the schema probed one by one, whole configs with slips. The seed repeats them exactly. */
import type { SchemaDocument } from "../../server/src/core/schema/schema.ts";
import { combine } from "./ingredients.ts";
import { probe, slipSomewhere } from "./mutate.ts";
import { seededRandom } from "./random.ts";
import { seeds } from "./seeds.ts";

export interface GeneratedCase {
  readonly id: string;
  readonly config: unknown;
}

export function generateCases(release: string, document: SchemaDocument, count: number, seed: number): GeneratedCase[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index): GeneratedCase => {
    switch (index % 3) {
      case 0:
        return { id: `combined ${index}`, config: combine(random) };
      case 1:
        return { id: `probe ${index}`, config: probe(document, random) };
      default:
        return { id: `slip ${index}`, config: slipSomewhere(random.pick(seeds[release] ?? []), random) };
    }
  });
}
