/**
 * Reads a great many random texts and compares each reading with the reference's. Run by hand:
 * npm run test:syntax-million -- [how many] [seed]
 */
import { compareWithReference } from "./agreement.ts";
import { mutate, randomDocument, randomFrom, randomSoup } from "./random-text.ts";
import type { Grammar } from "../../server/src/core/syntax/tree.ts";

const count = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 1);
const mostShown = 20;

// The json5 package warns on the console of every line separator inside of a text.
console.warn = () => undefined;
Error.stackTraceLimit = 0;

const totals: Record<Exclude<Grammar, "foreign">, { texts: number; accepted: number; differences: number }> = {
  json5: { texts: 0, accepted: 0, differences: 0 },
  json: { texts: 0, accepted: 0, differences: 0 },
};

for (let index = 0; index < count; index++) {
  const random = randomFrom(seed * 1_000_003 + index);
  const grammar: Grammar = random() < 0.6 ? "json5" : "json";
  const way = random();
  const whole = way < 0.3 ? randomSoup(random) : randomDocument(random, grammar === "json5" || random() < 0.2);
  const text = way < 0.65 ? whole : mutate(random, whole);
  const { isAccepted, fault } = compareWithReference(text, grammar);
  const total = totals[grammar];
  total.texts++;
  if (isAccepted) total.accepted++;
  if (fault === undefined) continue;
  total.differences++;
  if (totals.json5.differences + totals.json.differences <= mostShown) {
    console.log(`seed ${seed}, text ${index}, ${grammar}: ${fault}\n  ${JSON.stringify(text)}`);
  }
}

for (const [grammar, { texts, accepted, differences }] of Object.entries(totals)) {
  console.log(`${grammar}: ${texts} texts, ${accepted} accepted by the reference, ${differences} differences`);
}
process.exitCode = totals.json5.differences + totals.json.differences === 0 ? 0 : 1;
