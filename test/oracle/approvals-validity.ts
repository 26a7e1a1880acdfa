/**
 * Compares our verdict on generated exec-approvals documents with the strict import of a real OpenClaw (2026.8.1 or later).
 *
 *   node --import tsx test/oracle/approvals-validity.ts [--count 600] [--seed 1]
 */
import process from "node:process";
import { parseArgs } from "node:util";
import { validateApprovals } from "../../server/src/core/dialects/openclaw/validate.ts";
import type { SchemaDocument } from "../../server/src/core/schema/schema.ts";
import { parseText } from "../../server/src/core/syntax/parse.ts";
import { probe, slipSomewhere } from "../schema/mutate.ts";
import { schemas } from "../schema/our-verdict.ts";
import { seededRandom } from "../schema/random.ts";
import { askOpenClaw } from "./ask.ts";

const release = "2026.9.6";
const { values } = parseArgs({ options: { count: { type: "string", default: "600" }, seed: { type: "string", default: "1" } } });
const entry = { pattern: "/bin/x", argPattern: "^a$", source: "allow-always", lastUsedAt: 5, id: "1" };
const main = {
  security: "allowlist",
  allowlist: ["/usr/bin/git", entry],
  mcpTools: [{ server: "a", tool: "b", source: "allow-always", addedAt: 1 }],
};
const whole = {
  version: 1,
  socket: { path: "p", token: "t" },
  defaults: { security: "deny", ask: "on-miss", autoAllowSkills: false },
  agents: { main },
};

const random = seededRandom(Number(values.seed));
const document = schemas.load(release, "approvals") as SchemaDocument;
const documents = Array.from({ length: Number(values.count) }, (_, index) =>
  index % 2 === 0 ? { version: 1, ...(probe(document, random) as object) } : slipSomewhere(whole, random),
);
const oracle = askOpenClaw({ release });
const answers = await oracle.ask(documents.map((approvals, id) => ({ id, config: {}, approvals, approvalsAs: "row", kinds: [] })));
await oracle.close();
let agreed = 0;
answers.forEach((answer, index) => {
  const text = JSON.stringify(documents[index]);
  const taken = answer.approvals.strict?.ok === true;
  const errors = errorsIn(text);
  if (taken === (errors.length === 0)) agreed++;
  else console.log(`OpenClaw ${taken ? "takes" : "refuses"} ${text}\n  ours: ${errors.join(" | ")}`);
});
console.log(`${release} approvals seed ${values.seed}: ${agreed} of ${documents.length} agree`);
process.exitCode = agreed === documents.length ? 0 : 1;

function errorsIn(text: string): string[] {
  const file = { uri: "file:///set/exec-approvals.json", role: "approvals", grammar: "json" as const, text };
  const findings = validateApprovals(
    { ...file, parsed: parseText(text, { grammar: "json", file: file.uri }) },
    { version: release, source: "setting", schema: release },
    schemas,
  );
  return findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
}
