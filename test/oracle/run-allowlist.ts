/**
 * Looks for allowlist patterns that the engine's matcher and OpenClaw's read differently: random patterns, a handful of programs each.
 *   npx tsx test/oracle/run-allowlist.ts --openclaw 2026.6.1 --runs 500 [--seed 42]
 */
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { behaviour, type Behaviour } from "../../server/src/core/dialects/openclaw/releases.ts";
import { matchesPattern } from "../../server/src/core/dialects/openclaw/patterns/glob.ts";
import { whyNeverMatches } from "../../server/src/core/dialects/openclaw/patterns/never.ts";
import { askOpenClaw } from "./ask.ts";
import { allowlist, gateway } from "./examples/exec.ts";
import { patterns, programs } from "./generate-patterns.ts";
import { releases, type Release } from "./shape.ts";

/** Stands for the throwaway home in what the engine is asked: a folder beside it, so a pattern that matches any path of that folder matches both. */
const home = path.join(tmpdir(), "grantlint-home");

const { values } = parseArgs({
  options: { openclaw: { type: "string" }, runs: { type: "string", default: "300" }, seed: { type: "string" } },
});
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
let differing = 0;
for (const release of releases.filter((each) => values.openclaw === undefined || each === values.openclaw)) {
  differing += await run(release, Number(values.runs));
}
process.exitCode = differing === 0 ? 0 : 1;

async function run(release: Release, runs: number): Promise<number> {
  const oracle = askOpenClaw({ release });
  const written = [...new Set(fc.sample(patterns, { seed, numRuns: runs }))];
  const questions = written.map((each, id) => ({
    ...{ id, config: gateway("allowlist", "off"), approvals: allowlist(each), kinds: ["main"] as const },
    commands: programs.map((program) => `${program} --version`),
  }));
  const answers = await oracle.ask(questions);
  await oracle.close();
  let wrong = 0;
  for (const [index, each] of written.entries()) {
    const commands = answers[index]?.agents?.[0]?.sessions[0]?.commands ?? {};
    const seen = programs.filter((program) => commands[`${program} --version`]?.outcome === "runs");
    const said = programs.filter((program) => admits(each.replaceAll("<bin>", `${home}/bin`), program, behaviour(release)));
    if (seen.join() === said.join()) continue;
    wrong++;
    console.log(`${release} ${JSON.stringify(each)}: OpenClaw runs [${seen.join(" ")}], the engine says [${said.join(" ")}]`);
  }
  console.log(`${release}: ${written.length} patterns, seed ${seed}: ${wrong} differ`);
  return wrong;
}

/** Would the engine have this pattern admit a program that lies in the throwaway folder and is called by its name? */
function admits(written: string, program: string, release: Behaviour): boolean {
  const trimmed = written.trim();
  if (whyNeverMatches(trimmed, false, release) !== undefined) return false;
  if (!/[/\\~]/.test(trimmed)) return /^\*+$/.test(trimmed) || matchesPattern(trimmed, program, release, home) === true;
  return matchesPattern(trimmed, `${home}/bin/${program}`, release, home) === true;
}
