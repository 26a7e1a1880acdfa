#!/usr/bin/env node
/**
 * Asks of every rule whether its fixture would notice a mistake in it: changes the rule in small ways, in copies outside the project, and holds each
 * copy against the fixture. A change that no case notices is printed: it calls for another case, or shows a part of the rule that does nothing.
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
import { tryRule } from "./mutation/try-rule.mjs";

const rulesFolder = "server/src/core/rules";

register();
const wanted = process.argv.slice(2);
const ids = readdirSync(rulesFolder).map((name) => name.replace(/\.ts$/, ""));
const unknown = wanted.filter((id) => !ids.includes(id));
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
    unnoticed += result.survivors.length + (result.fits ? 0 : 1);
    if (!result.fits) console.log(`${id}: the fixture does not fit the rule as it is`);
    else console.log(`${id}: ${result.tried - result.survivors.length} of ${result.tried} changes noticed`);
    for (const { line, what } of result.survivors) console.log(`  ${id}.ts:${line}  ${what}`);
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
