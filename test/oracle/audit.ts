/**
 * Holds the rules against OpenClaw's own audit on random config sets: each check that fires has to be answered by one of its rules at a place inside
 * the responsible value, and each rule that speaks where none of its checks fires has to be stricter on purpose. Reasons for either stand in
 * docs/rules/data/upstream-checks.json; a difference without one is a fault.
 *   npm run oracle:audit -- --openclaw 2026.6.1 --runs 500 [--seed 42] [--answers file]
 * `--answers` keeps what the audit said, a line for each set, and asks only for what is not in the file yet: a run that was stopped goes on, and one
 * after a change of the rules takes seconds. The file belongs to one release and seed.
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import fc from "fast-check";
import type { Analysis } from "../../server/src/core/analyze.ts";
import { rules, type Finding } from "../../server/src/core/index.ts";
import { nodeAt } from "../../server/src/core/syntax/node-at.ts";
import { pathOf, type Path } from "../../server/src/core/syntax/tree.ts";
import { analyzeTexts } from "../analyze-texts.ts";
import { talkTo } from "./ask.ts";
import { auditPlaces } from "./audit-places.ts";
import { auditedApprovals, powerConfigs } from "./generate-power.ts";
import { serviceConfigs } from "./generate-services.ts";
import { releases, toShape, type NeutralConfig, type Release } from "./shape.ts";

/** `approvals` undefined: there is no such document. */
interface AuditedSet {
  readonly config: string;
  readonly approvals: string | undefined;
}

interface AuditAnswer {
  readonly valid: boolean;
  readonly checks: readonly string[];
  readonly errors: readonly unknown[];
}

interface Check {
  readonly id: string;
  readonly releases: readonly string[];
  readonly looser?: string;
  readonly stricter?: string;
}

interface Count {
  both: number;
  /** Of a check: a rule of its own spoke, but of another place. */
  elsewhere: number;
  alone: number;
  /** The shortest set that shows a difference. */
  example?: AuditedSet;
}

type Counts = Map<string, Count>;

interface Tally {
  /** By check: how often a rule answered it, and how often none did. */
  readonly checks: Counts;
  /** By rule: how often it spoke along with one of its checks, and how often alone. */
  readonly rules: Counts;
}

const { values } = parseArgs({
  options: {
    openclaw: { type: "string" },
    runs: { type: "string", default: "300" },
    seed: { type: "string" },
    answers: { type: "string" },
  },
});
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const chosen = releases.filter((release) => values.openclaw === undefined || values.openclaw === release);
if (chosen.length === 0) throw new Error(`no generator for ${values.openclaw ?? ""}; known: ${releases.join(", ")}`);

const checks = JSON.parse(readFileSync("docs/rules/data/upstream-checks.json", "utf8")) as readonly Check[];
/** What random sets can bring about: whatever has a place. */
const answering = rules.filter(({ upstream = [] }) => upstream.some((id) => id in auditPlaces));
/** So many sets are put at once, in one process that stays; after so many it is said how far we are. */
const batch = 50;
const progress = 500;

let unexplained = 0;
for (const release of chosen) unexplained += await run(release, Number(values.runs));
process.exitCode = unexplained === 0 ? 0 : 1;

async function run(release: Release, runs: number): Promise<number> {
  const began = Date.now();
  const ask = rememberingAsk(release);
  const sets = fc.sample(auditedSets(release), { seed, numRuns: runs });
  const tally: Tally = { checks: new Map(), rules: new Map() };
  let valid = 0;
  for (let from = 0; from < sets.length; from += batch) {
    const slice = sets.slice(from, from + batch);
    const answers = await ask.of(slice, from);
    for (const [index, set] of slice.entries()) {
      const answer = answers[index];
      if (answer?.valid !== true) continue;
      if (answer.errors.length > 0) throw new Error(`the audit of ${set.config} failed: ${String(answer.errors[0])}`);
      valid++;
      await compare(set, release, answer, tally);
    }
    const done = from + slice.length;
    // What is known so far stays on the screen if the run is stopped.
    if (done % progress === 0 || done === sets.length)
      console.log(
        `${release}: ${done} of ${runs} sets, ${valid} valid, seed ${seed}, ${Math.round((Date.now() - began) / 1000)} s; ${summary(tally, release)}`,
      );
  }
  await ask.close();
  return report(tally, release);
}

/** Asks the audit about sets by their number, and nothing twice where answers are kept. */
function rememberingAsk(release: Release): {
  of(sets: readonly AuditedSet[], from: number): Promise<AuditAnswer[]>;
  close(): Promise<void>;
} {
  const file = values.answers;
  const known =
    file !== undefined && existsSync(file)
      ? readFileSync(file, "utf8")
          .split("\n")
          .filter((line) => line !== "")
          .map((line) => JSON.parse(line) as AuditAnswer)
      : [];
  let oracle: ReturnType<typeof talkTo<AuditedSet, AuditAnswer>> | undefined;
  return {
    async of(sets, from) {
      const there = known.slice(from, from + sets.length);
      if (there.length === sets.length) return there;
      oracle ??= talkTo<AuditedSet, AuditAnswer>("audit.mjs", release);
      const answers = await oracle.ask(sets.slice(there.length));
      if (file !== undefined) appendFileSync(file, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(""));
      return [...there, ...answers];
    },
    close: async () => oracle?.close(),
  };
}

/** Services alone, power alone, and both together. */
function auditedSets(release: Release): fc.Arbitrary<AuditedSet> {
  const nothing: fc.Arbitrary<NeutralConfig> = fc.constant({});
  const services = fc.oneof({ weight: 2, arbitrary: serviceConfigs(release) }, { weight: 1, arbitrary: nothing });
  const power = fc.oneof({ weight: 2, arbitrary: powerConfigs(release) }, { weight: 1, arbitrary: nothing });
  // From 2026.8.1 on the document is in a database, and a file of it is only in the way.
  const approvals = release === "2026.6.1" ? fc.option(auditedApprovals, { nil: undefined }) : fc.constant(undefined);
  return fc.tuple(services, power, approvals).map(([one, other, document]) => ({
    config: JSON.stringify(toShape({ ...one, ...other }, release)),
    approvals: document === undefined ? undefined : JSON.stringify(document),
  }));
}

async function compare(set: AuditedSet, release: Release, answer: AuditAnswer, tally: Tally): Promise<void> {
  const fired = new Set(answer.checks.map(placeholder));
  const files = { "openclaw.json": set.config, ...(set.approvals === undefined ? {} : { "exec-approvals.json": set.approvals }) };
  const analysis = await analyzeTexts({ files, openclaw: release, strict: true });
  const said = new Set(analysis.findings.map(({ rule }) => rule));
  const isThere = new Set(checks.filter(({ releases: known }) => known.includes(release)).map(({ id }) => id));
  for (const { id, upstream = [] } of answering) {
    const own = upstream.filter((check) => isThere.has(check));
    if (said.has(id) && own.length > 0) count(tally.rules, id, own.some((check) => fired.has(check)) ? "both" : "alone", set);
  }
  for (const check of fired) {
    const places = auditPlaces[check];
    if (places === undefined) continue;
    const answers = answering.filter(({ upstream = [] }) => upstream.includes(check)).map(({ id }) => id);
    const findings = analysis.findings.filter(({ rule }) => answers.includes(rule));
    const isInside = findings.some((finding) => pathsOf(finding, analysis).some((path) => places.some((place) => liesIn(path, place))));
    count(tally.checks, check, isInside ? "both" : findings.length > 0 ? "elsewhere" : "alone", set);
  }
}

/** A check's id with the channel or provider in it left out, as the page has it. */
function placeholder(id: string): string {
  return id
    .replace(/^channels\.(?!telegram\.groups|discord\.commands)[\w-]+\./, "channels.<p>.")
    .replace(/^(tools\.elevated\.allowFrom)\.[\w-]+\./, "$1.<p>.");
}

/** The paths that a finding names: its own, and those of its related places. */
function pathsOf({ path, related }: Finding, { set }: Analysis): Path[] {
  return [
    path,
    ...related.flatMap(({ at }) => {
      const node = nodeAt(set.files.find(({ uri }) => uri === at.file)?.parsed.root, at.start);
      return node ? [pathOf(node)] : [];
    }),
  ];
}

function liesIn(path: Path, place: string): boolean {
  const steps = place.split(".");
  return path.length >= steps.length && steps.every((step, index) => step === "*" || step === String(path[index]));
}

function count(counts: Counts, key: string, kind: "both" | "elsewhere" | "alone", set: AuditedSet): void {
  const known = counts.get(key) ?? { both: 0, elsewhere: 0, alone: 0 };
  counts.set(key, known);
  known[kind]++;
  const size = ({ config, approvals = "" }: AuditedSet): number => config.length + approvals.length;
  if (kind !== "both" && (known.example === undefined || size(set) < size(known.example))) known.example = set;
}

/** What is no more and no less than the audit's own, or has a reason. */
function isExplained(id: string, { elsewhere, alone }: Count, release: Release): boolean {
  const own = rules.find((rule) => rule.id === id)?.upstream;
  if (own === undefined) return elsewhere + alone === 0 || checks.find((check) => check.id === id)?.looser !== undefined;
  const there = checks.filter((check) => own.includes(check.id) && check.releases.includes(release));
  return alone === 0 || there.some(({ stricter }) => stricter !== undefined);
}

function faultsOf(counts: Counts, release: Release): [string, Count][] {
  return [...counts].filter(([id, found]) => !isExplained(id, found, release));
}

function summary({ checks: byCheck, rules: byRule }: Tally, release: Release): string {
  const sum = [...byCheck.values()].reduce((all, { both, elsewhere, alone }) => all + both + elsewhere + alone, 0);
  const unanswered = faultsOf(byCheck, release).map(([id]) => id);
  const unasked = faultsOf(byRule, release).map(([id]) => id);
  return `${byCheck.size} checks fired ${sum} times; without a reason: ${[...unanswered, ...unasked].join(", ") || "none"}`;
}

function report({ checks: byCheck, rules: byRule }: Tally, release: Release): number {
  const isVerbose = process.env["GRANTLINT_ORACLE_VERBOSE"] === "1";
  const print = (counts: Counts, words: (found: Count) => string): void => {
    for (const [id, found] of [...counts].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const isFault = !isExplained(id, found, release);
      console.log(`${isFault ? "!" : " "} ${id}: ${words(found)}`);
      if (found.example && (isFault || isVerbose)) console.log(`    ${JSON.stringify(found.example)}`);
    }
  };
  print(byCheck, ({ both, elsewhere, alone }) => `answered ${both}, elsewhere ${elsewhere}, not answered ${alone}`);
  print(byRule, ({ both, alone }) => `with the audit ${both}, alone ${alone}`);
  return faultsOf(byCheck, release).length + faultsOf(byRule, release).length;
}
