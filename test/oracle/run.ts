/**
 * Looks for configs of which the engine makes something else than OpenClaw does; shrinks one of each kind of difference and files it under `cases/`.
 *   npm run oracle -- --openclaw 2026.6.1 --runs 2000 [--seed 42]
 * With `--fixes` it confirms instead that configs with all their fixes made allow nothing more than before.
 */
import process from "node:process";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { askOpenClaw } from "./ask.ts";
import { askCatalogue } from "./catalogue.ts";
import type { Part } from "./compare.ts";
import { fileCase } from "./filed-case.ts";
import { cases, type GeneratedCase } from "./generate.ts";
import { judgeAll } from "./judge.ts";
import { confirmFixes } from "./run-fixes.ts";
import { releases, type Release } from "./shape.ts";

/** A child is asked this many cases and then replaced, because a program that runs for hours in one home fills it. */
const casesOfOneChild = 1000;

/** As many cases are under way at once as keep the child busy without filling its pipe. */
const batch = 50;

const { values } = parseArgs({
  options: {
    openclaw: { type: "string" },
    runs: { type: "string", default: "500" },
    seed: { type: "string" },
    fixes: { type: "boolean", default: false },
  },
});
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const chosen = releases.filter((release) => values.openclaw === undefined || values.openclaw === release);
if (chosen.length === 0) throw new Error(`no generator for ${values.openclaw ?? ""}; known: ${releases.join(", ")}`);
let differing = 0;
for (const release of chosen) {
  const runs = Number(values.runs);
  differing += await (values.fixes ? confirmFixes(release, runs, seed) : run(release, runs));
}
process.exitCode = differing === 0 ? 0 : 1;

async function run(release: Release, runs: number): Promise<number> {
  const started = performance.now();
  let oracle = askOpenClaw({ release });
  const catalogue = new Set(await askCatalogue(oracle));
  const judge = (generated: readonly GeneratedCase[]) => judgeAll(oracle, release, catalogue, generated);
  const replaceChild = async (): Promise<void> => {
    await oracle.close();
    oracle = askOpenClaw({ release });
  };
  const tally = { valid: 0, refused: 0, differing: 0, uncertain: 0 };
  const unanswered = new Map<string, number>();
  const kinds = new Map<Part, { readonly generated: GeneratedCase; times: number }>();
  const samples = fc.sample(cases(release), { seed, numRuns: runs });
  for (let from = 0; from < samples.length; from += batch) {
    const slice = samples.slice(from, from + batch);
    if (from > 0 && from % casesOfOneChild === 0) await replaceChild();
    const verdicts = await judge(slice).catch(async (error: unknown) => {
      console.log(`${release}: asked again after ${String(error).split("\n")[0] ?? ""}`);
      await replaceChild();
      return judge(slice);
    });
    for (const [index, generated] of slice.entries()) {
      const verdict = verdicts[index];
      if (!verdict) continue;
      tally[verdict.answer.valid ? "valid" : "refused"]++;
      if (verdict.differences.length > 0) tally.differing++;
      tally.uncertain += verdict.uncertain;
      for (const { what, why } of verdict.answer.unanswered) count(unanswered, `${what.split(" of ")[0] ?? what}: ${why}`);
      for (const { part } of verdict.differences) {
        const known = kinds.get(part);
        if (known) known.times++;
        else kinds.set(part, { generated, times: 1 });
      }
    }
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${release}: ${runs} cases in ${seconds} s, seed ${seed}: ${tally.valid} valid, ${tally.refused} refused, ${tally.differing} differ, ` +
      `${tally.uncertain} sessions uncertain`,
  );
  for (const [what, times] of unanswered) console.log(`${release}: unanswered ${times} times: ${what}`);
  for (const [part, { generated, times }] of kinds) {
    const line = await fileCase(release, part, generated, judge);
    console.log(`${release}: ${part} differs ${times} times; ${line ?? "not again"}`);
  }
  await oracle.close();
  return tally.differing;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
