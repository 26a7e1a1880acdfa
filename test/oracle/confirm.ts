/**
 * Puts every worked example to the real releases and prints where they do not say what the example says. The program is right, always.
 *   npx tsx test/oracle/confirm.ts [release ...]
 */
import process from "node:process";
import { askOpenClaw } from "./ask.ts";
import { checkExample, toQuestion } from "./check-example.ts";
import { releases, type Release } from "./shape.ts";
import { workedExamples } from "./worked-examples.ts";

const asked = process.argv.slice(2);
let disagreements = 0;
for (const release of releases.filter((each) => asked.length === 0 || asked.includes(each))) disagreements += await confirm(release);
process.exitCode = disagreements === 0 ? 0 : 1;

async function confirm(release: Release): Promise<number> {
  const oracle = askOpenClaw({ release });
  const [empty, ...answers] = await oracle.ask([
    { id: "empty", config: {}, kinds: ["main"] },
    ...workedExamples.map((example) => toQuestion(example, release)),
  ]);
  await oracle.close();
  const allTools = empty?.agents?.[0]?.sessions[0]?.tools ?? [];
  let wrong = 0;
  for (const [index, example] of workedExamples.entries()) {
    const answer = answers[index];
    const differences = answer ? checkExample(example, release, answer, allTools) : ["no answer"];
    if (differences.length > 0) wrong++;
    for (const difference of differences) console.log(`${release} ${example.name} (${example.says}): ${difference}`);
  }
  console.log(`${release}: ${workedExamples.length - wrong} of ${workedExamples.length} examples confirmed`);
  return wrong;
}
