/** The texts that once broke a law, and a short search with the same seed each time; `npm run fuzz` searches for as long as one likes. */
import { after, describe, it } from "node:test";
import { exampleSets, keptCases } from "./fuzz/examples.ts";
import { createFuzzer, tryCase } from "./fuzz/fuzzer.ts";
import { drawFrom } from "./fuzz/random.ts";
import { startStepCounter } from "./steps.ts";

describe("texts found before", () => {
  for (const [name, found] of keptCases()) it(name, () => tryCase(found));
});

describe("a short search", () => {
  const counter = startStepCounter();
  after(() => counter.stop());
  it("breaks no law", async () => {
    const fuzzer = createFuzzer(drawFrom(1), counter, exampleSets().slice(0, 20));
    for (let runs = Number(process.env["RUNS"] ?? 100); runs > 0; runs--) await fuzzer.next();
  });
});
