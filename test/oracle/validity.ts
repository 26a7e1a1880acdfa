/**
 * Compares our verdict on configs (valid or not) with the real OpenClaw's: a fixed table, the examples of OpenClaw's own documentation (read from the
 * installed package, never kept), and generated configs with slips.
 *
 *   node --import tsx test/oracle/validity.ts --release 2026.9.6 [--what table,docs,mutations] [--count 2000] [--seed 1] [--out <file>]
 */
import { writeFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import type { SchemaDocument } from "../../server/src/core/schema/schema.ts";
import { generateCases } from "../schema/generated-cases.ts";
import { ourVerdict, schemas } from "../schema/our-verdict.ts";
import { askOpenClaw } from "./ask.ts";
import { documentedConfigs } from "./documented-configs.ts";
import { validityTable } from "../schema/validity-table.ts";

interface Case {
  readonly id: string;
  readonly config: unknown;
}

const { values } = parseArgs({
  options: {
    release: { type: "string", default: "2026.9.6" },
    what: { type: "string", default: "table,docs,mutations" },
    count: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    out: { type: "string" },
  },
});
const { release } = values;
const cases: Case[] = values.what.split(",").flatMap((what) => casesOf(what));
const oracle = askOpenClaw({ release });
const lines: string[] = [];
let agreed = 0;
let decidedElsewhere = 0;
/** Verdicts that hang on files beside the config, which neither we nor the case say anything about. */
const dependsOnFiles = /plugin path not found/;
for (let start = 0; start < cases.length; start += 50) {
  const batch = cases.slice(start, start + 50);
  const answers = await oracle.ask(batch.map(({ id, config }) => ({ id, config, kinds: [], env: variablesOf(config) })));
  batch.forEach(({ id, config }, index) => {
    const answer = answers[index];
    const ours = ourVerdict(config, release);
    const outside = answer?.validationErrors.length !== 0 && answer?.validationErrors.every(({ message }) => dependsOnFiles.test(message));
    if (outside) decidedElsewhere++;
    const same = outside || (answer !== undefined && answer.oracleError === undefined && answer.valid === ours.valid);
    if (same) agreed++;
    const theirs = answer?.validationErrors.map((error) => `${error.path ?? ""}: ${error.message}`) ?? [];
    const line = { id, same, config, valid: answer?.valid, theirs, ours: ours.messages, oracleError: answer?.oracleError };
    lines.push(JSON.stringify(line));
    if (!same)
      console.log(
        `${id}: OpenClaw says ${answer?.valid === true ? "valid" : "invalid"}\n  ${JSON.stringify(config).slice(0, 400)}\n  theirs: ${theirs.slice(0, 3).join(" | ").slice(0, 400)}\n  ours: ${ours.messages.slice(0, 3).join(" | ")}`,
      );
  });
}
await oracle.close();
if (values.out) writeFileSync(values.out, lines.join("\n") + "\n");
console.log(
  `${release} ${values.what} seed ${values.seed}: ${agreed} of ${cases.length} agree, ${decidedElsewhere} of them decided by files beside the config`,
);
process.exitCode = agreed === cases.length ? 0 : 1;

/** Every variable a config refers to, with some value: what an unset one does is not a question of the config alone. */
function variablesOf(config: unknown): Record<string, string> {
  const names = (typeof config === "string" ? config : JSON.stringify(config)).matchAll(/\$\{([A-Z_][A-Z0-9_]*)\}/g);
  return Object.fromEntries([...names].map(([, name = ""]) => [name, "value-of-a-variable"]));
}

function casesOf(what: string): Case[] {
  switch (what) {
    case "table":
      return validityTable.map(({ config }, index) => ({ id: `table ${index}`, config }));
    case "docs":
      return documentedConfigs(release);
    default:
      return generateCases(release, schemaOf(release), Number(values.count), Number(values.seed));
  }
}

function schemaOf(name: string): SchemaDocument {
  return schemas.load(name, "config") as SchemaDocument;
}
