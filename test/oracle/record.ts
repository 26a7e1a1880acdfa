/**
 * Writes down what each release makes of a spread of cases, so that `npm test` can hold the engine against it without OpenClaw.
 *   npx tsx test/oracle/record.ts [release ...]
 */
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import fc from "fast-check";
import { askOpenClaw } from "./ask.ts";
import { askCatalogue } from "./catalogue.ts";
import { fromAnswer } from "./comparable.ts";
import { toQuestion } from "./compare.ts";
import { cases, type GeneratedCase } from "./generate.ts";
import { encode } from "./recording.ts";
import { releases, toShape, type Release } from "./shape.ts";
import { workedExamples } from "./worked-examples.ts";

/** The same cases every time, so that a new recording differs only where OpenClaw or the generator changed. */
const seed = 20260000;
const wanted = 400;
/** Longer cases say no more than short ones, and nobody can read them. In characters of both texts. */
const longest = 1000;

const asked = process.argv.slice(2);
for (const release of releases.filter((each) => asked.length === 0 || asked.includes(each))) await record(release);

async function record(release: Release): Promise<void> {
  const oracle = askOpenClaw({ release });
  const catalogue = await askCatalogue(oracle);
  const generated = fc.sample(cases(release), { seed, numRuns: wanted * 20 }).filter((each) => lengthOf(each) <= longest);
  // What the environment decides the engine must not claim to know.
  const spread = [...workedExamples, ...generated].filter(({ config }) => !JSON.stringify(config).includes("${"));
  const lines: string[] = [];
  for (const [index, each] of spread.entries()) {
    if (lines.length === workedExamples.length + wanted) break;
    const [answer] = await oracle.ask([toQuestion(each, release, index)]);
    const agents = answer && fromAnswer(answer);
    if (!agents || answer.unanswered.length > 0) continue;
    const { config, approvals } = each;
    lines.push(JSON.stringify({ config: toShape(config, release), approvals, agents: encode(agents, catalogue) }));
  }
  await oracle.close();
  const file = path.join(import.meta.dirname, "recorded", `${release}.ndjson`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, [JSON.stringify({ release, tools: catalogue }), ...new Set(lines)].join("\n") + "\n");
  console.log(`${release}: ${lines.length} cases, ${Math.round(fs.statSync(file).size / 1024)} KB`);
}

function lengthOf(generated: GeneratedCase): number {
  return JSON.stringify(generated).length;
}
