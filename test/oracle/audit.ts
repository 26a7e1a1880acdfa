/**
 * Holds the rules against OpenClaw's own audit: which of its checks fire on random configs where no rule that answers them says anything, and the
 * other way round. Rules may say less or more on purpose; docs/rules/data/upstream-checks.json then has the reason, which is printed beside the count.
 *   npm run oracle:audit -- --openclaw 2026.6.1 --runs 500 [--seed 42]
 */
import { readFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { rules } from "../../server/src/core/index.ts";
import { analyzeTexts } from "../analyze-texts.ts";
import { talkTo } from "./ask.ts";
import { serviceConfigs } from "./generate-services.ts";
import { releases, toShape, type Release } from "./shape.ts";

interface AuditAnswer {
  readonly valid: boolean;
  readonly checks: readonly string[];
  readonly errors: readonly unknown[];
}

interface Check {
  readonly id: string;
  readonly releases: readonly string[];
  readonly compared?: string;
}

interface Count {
  both: number;
  alone: number;
  /** The shortest config that shows it alone. */
  example?: string;
}

interface Tally {
  /** By check: how often a rule answered it, and how often none did. */
  readonly checks: Map<string, Count>;
  /** By rule: how often it spoke along with one of its checks, and how often alone. */
  readonly rules: Map<string, Count>;
}

const { values } = parseArgs({
  options: { openclaw: { type: "string" }, runs: { type: "string", default: "300" }, seed: { type: "string" } },
});
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const chosen = releases.filter((release) => values.openclaw === undefined || values.openclaw === release);
if (chosen.length === 0) throw new Error(`no generator for ${values.openclaw ?? ""}; known: ${releases.join(", ")}`);

const checks = JSON.parse(readFileSync("docs/rules/data/upstream-checks.json", "utf8")) as readonly Check[];
/** What random configs of services can bring about. */
const areas = /^(?:gateway|hooks|browser|channels|config|discovery|logging)\./;
const answering = rules.filter(({ upstream = [] }) => upstream.some((id) => areas.test(id)));

let unexplained = 0;
for (const release of chosen) unexplained += await run(release, Number(values.runs));
process.exitCode = unexplained === 0 ? 0 : 1;

async function run(release: Release, runs: number): Promise<number> {
  const oracle = talkTo<{ config: string }, AuditAnswer>("audit.mjs", release);
  const configs = fc.sample(serviceConfigs(release), { seed, numRuns: runs }).map((config) => JSON.stringify(toShape(config, release)));
  const tally: Tally = { checks: new Map(), rules: new Map() };
  let valid = 0;
  for (let from = 0; from < configs.length; from += 50) {
    const slice = configs.slice(from, from + 50);
    const answers = await oracle.ask(slice.map((config) => ({ config })));
    for (const [index, config] of slice.entries()) {
      const answer = answers[index];
      if (answer?.valid !== true) continue;
      if (answer.errors.length > 0) throw new Error(`the audit of ${config} failed: ${String(answer.errors[0])}`);
      valid++;
      await compare(config, release, answer, tally);
    }
  }
  await oracle.close();
  console.log(`${release}: ${runs} configs, ${valid} of them valid, seed ${seed}`);
  return report(tally);
}

async function compare(config: string, release: Release, answer: AuditAnswer, tally: Tally): Promise<void> {
  const fired = new Set(
    answer.checks.map((id) => id.replace(/^channels\.(?!telegram\.groups|discord\.commands)[\w-]+\./, "channels.<p>.")),
  );
  const { findings } = await analyzeTexts({ files: { "openclaw.json": config }, openclaw: release, strict: true });
  const said = new Set(findings.map(({ rule }) => rule));
  const isThere = new Set(checks.filter(({ releases: known }) => known.includes(release)).map(({ id }) => id));
  for (const { id, upstream = [] } of answering) {
    const own = upstream.filter((check) => isThere.has(check));
    if (said.has(id) && own.length > 0)
      count(
        tally.rules,
        id,
        own.some((check) => fired.has(check)),
        config,
      );
  }
  for (const check of fired) {
    const answers = answering.filter(({ upstream = [] }) => upstream.includes(check));
    if (answers.length > 0)
      count(
        tally.checks,
        check,
        answers.some(({ id }) => said.has(id)),
        config,
      );
  }
}

function count(counts: Map<string, Count>, key: string, isBoth: boolean, config: string): void {
  const known = counts.get(key) ?? { both: 0, alone: 0 };
  counts.set(key, known);
  if (isBoth) known.both++;
  else {
    known.alone++;
    if (known.example === undefined || config.length < known.example.length) known.example = config;
  }
}

/** A rule that stays silent without a reason for it is a fault. */
function report(tally: Tally): number {
  let faults = 0;
  const isVerbose = process.env["GRANTLINT_ORACLE_VERBOSE"] === "1";
  for (const [id, { both, alone, example }] of sorted(tally.checks)) {
    const reason = checks.find((check) => check.id === id)?.compared ?? "the same";
    const isFault = alone > 0 && !/looser|silent/.test(reason);
    if (isFault) faults++;
    console.log(`${isFault ? "!" : " "} ${id}: answered ${both}, not answered ${alone}; ${reason}`);
    if (example !== undefined && (isFault || isVerbose)) console.log(`    ${example}`);
  }
  for (const [id, { both, alone, example }] of sorted(tally.rules)) {
    console.log(`  ${id}: with the audit ${both}, alone ${alone}`);
    if (example !== undefined && isVerbose) console.log(`    ${example}`);
  }
  return faults;
}

function sorted(counts: ReadonlyMap<string, Count>): [string, Count][] {
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}
