/**
 * Compares our verdict on configs (valid or not) with the real OpenClaw's: a fixed table, odd configs kept by hand, the examples of OpenClaw's own
 * documentation (read from the installed package, never kept), and generated configs.
 *
 *   node --import tsx test/oracle/validity.ts --release 2026.9.6 [--what table,edges,docs,mutations] [--count 2000] [--seed 1] [--out <file>] [--save]
 *
 * `--out` writes every case as a line of JSON; `--save` keeps a spread of the cases with OpenClaw's verdict under test/schema/verdicts, for `npm test`.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import type { SchemaDocument } from "../../server/src/core/schema/schema.ts";
import { edgeCases } from "../schema/edge-cases.ts";
import { generateCases } from "../schema/generated-cases.ts";
import { ourVerdict, schemas } from "../schema/our-verdict.ts";
import { validityTable } from "../schema/validity-table.ts";
import { askOpenClaw } from "./ask.ts";
import { documentedConfigs } from "./documented-configs.ts";

interface Case {
  readonly id: string;
  readonly config: unknown;
}

interface Judged extends Case {
  readonly agrees: boolean;
  readonly valid: boolean;
  /** What OpenClaw and we say is wrong. */
  readonly theirs: readonly string[];
  readonly ours: readonly string[];
}

const { values } = parseArgs({
  options: {
    release: { type: "string", default: "2026.9.6" },
    what: { type: "string", default: "table,edges,docs,mutations" },
    count: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    out: { type: "string" },
    save: { type: "boolean", default: false },
  },
});
const { release } = values;
const judged = await judge(values.what.split(",").flatMap(casesOf));
const wrong = judged.filter(({ agrees }) => !agrees);
for (const one of wrong) {
  console.log(`${one.id}: OpenClaw says ${one.valid ? "valid" : "invalid"}`);
  console.log(`  ${JSON.stringify(one.config).slice(0, 400)}`);
  console.log(`  theirs: ${one.theirs.slice(0, 3).join(" | ").slice(0, 400)}`);
  console.log(`  ours: ${one.ours.slice(0, 3).join(" | ")}`);
}
if (values.out) writeFileSync(values.out, judged.map((one) => `${JSON.stringify(one)}\n`).join(""));
if (values.save) save(judged);
const outside = judged.filter(({ theirs }) => dependsOnFiles(theirs)).length;
console.log(
  `${release} ${values.what} seed ${values.seed}: ${judged.length - wrong.length} of ${judged.length} agree, ${outside} of them decided by files beside the config`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;

async function judge(cases: readonly Case[]): Promise<Judged[]> {
  const oracle = askOpenClaw({ release });
  const results: Judged[] = [];
  for (let start = 0; start < cases.length; start += 50) {
    const batch = cases.slice(start, start + 50);
    const answers = await oracle.ask(batch.map(({ id, config }) => ({ id, config, kinds: [], env: variablesOf(config) })));
    answers.forEach((answer, index) => {
      const { id, config } = batch[index] ?? { id: "", config: undefined };
      if (answer.oracleError !== undefined) throw new Error(`${id}: ${answer.oracleError}`);
      const theirs = answer.validationErrors.map((error) => `${error.path ?? ""}: ${error.message}`);
      const ours = ourVerdict(config, release);
      results.push({
        id,
        config,
        agrees: dependsOnFiles(theirs) || ours.valid === answer.valid,
        valid: answer.valid,
        theirs,
        ours: ours.messages,
      });
    });
  }
  await oracle.close();
  return results;
}

/** Verdicts that hang on files beside the config, which neither we nor the case say anything about. */
function dependsOnFiles(theirs: readonly string[]): boolean {
  return theirs.length > 0 && theirs.every((message) => message.includes("plugin path not found"));
}

/** Every variable a config refers to, with some value: what an unset one does is not a question of the config alone. */
function variablesOf(config: unknown): Record<string, string> {
  const names = (typeof config === "string" ? config : JSON.stringify(config)).matchAll(/\$\{([A-Z_][A-Z0-9_]*)\}/g);
  return Object.fromEntries([...names].map(([, name = ""]) => [name, "value-of-a-variable"]));
}

function casesOf(what: string): Case[] {
  switch (what) {
    case "table":
      return validityTable.map(({ config }, index) => ({ id: `table ${index}`, config }));
    case "edges":
      return edgeCases.map((config, index) => ({ id: `edge ${index}`, config }));
    case "docs":
      return documentedConfigs(release);
    default:
      return generateCases(release, schemas.load(release, "config") as SchemaDocument, Number(values.count), Number(values.seed));
  }
}

/** At most two cases for each thing OpenClaw says and each section it takes; the verdicts alone are kept, none of its sentences. */
function save(all: readonly Judged[]): void {
  const seen = new Map<string, number>();
  const kept = all.filter(({ id, config, valid, theirs }) => {
    if (/\.mdx? /.test(id) || /\$\{|"paths"/.test(JSON.stringify(config)) || dependsOnFiles(theirs)) return false;
    if (id.startsWith("edge")) return true;
    const what = valid
      ? `valid ${Object.keys(config ?? {})
          .sort()
          .join(" ")}`
      : (theirs[0] ?? "").replaceAll(/"[^"]*"|\d+|accounts\.\w+/g, "");
    const count = (seen.get(what) ?? 0) + 1;
    seen.set(what, count);
    return count <= 2 && JSON.stringify(config).length < 400 && seen.size <= 110;
  });
  const file = path.join(import.meta.dirname, "../schema/verdicts", `${release}.json`);
  writeFileSync(file, `[\n${kept.map(({ config, valid }) => JSON.stringify({ valid, config })).join(",\n")}\n]\n`);
  console.log(`kept ${kept.length} cases`);
}
