#!/usr/bin/env node
/**
 * Asks of every rule whether its fixture would notice a mistake in it: changes the rule in small ways, in copies outside the project, and holds each
 * copy against the fixture. A change that no case notices is printed: it calls for another case, or shows a part of the rule that does nothing. The few
 * that no case can notice stand in mutation/equivalents.json.
 *
 *   npm run mutation                        all rules
 *   npm run mutation -- <rule-id>...        only these
 *
 * Exits 1 when a change went unnoticed.
 */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { register } from "tsx/esm/api";
import { withoutEquivalents } from "./mutation/equivalents.mjs";
import { tryRule } from "./mutation/try-rule.mjs";

const rulesFolder = "server/src/core/rules";
const equivalents = JSON.parse(readFileSync(new URL("mutation/equivalents.json", import.meta.url), "utf8"));

register();
const wanted = process.argv.slice(2);
const ids = readdirSync(rulesFolder).map((name) => name.replace(/\.ts$/, ""));
const unknown = [...wanted, ...equivalents.map(({ rule }) => rule)].filter((id) => !ids.includes(id));
if (unknown.length > 0) {
  console.error(`no rule: ${unknown.join(", ")}`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "grantlint-mutation-"));
let [tried, unnoticed] = [0, 0];
try {
  for (const id of wanted.length > 0 ? wanted : ids) {
    const result = await tryRule(read(id), folder);
    tried += result.tried;
    const { left, stale } = withoutEquivalents(id, result.survivors, equivalents);
    unnoticed += left.length + stale.length + (result.fits ? 0 : 1);
    if (!result.fits) console.log(`${id}: the fixture does not fit the rule as it is`);
    else console.log(`${id}: ${result.tried - result.survivors.length} of ${result.tried} changes noticed`);
    for (const { line, what } of left) console.log(`  ${id}.ts:${line}  ${what}`);
    for (const { change } of stale) console.log(`  scripts/mutation/equivalents.json: "${change}" is no change that goes unnoticed`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${tried} changes tried; ${unnoticed === 0 ? "each was noticed" : `${unnoticed} to look at`}`);
process.exitCode = unnoticed === 0 ? 0 : 1;

function read(id) {
  const path = `test/rules/${id}.json5`;
  return { id, source: readFileSync(`${rulesFolder}/${id}.ts`, "utf8"), fixture: existsSync(path) ? readFileSync(path, "utf8") : "" };
}
