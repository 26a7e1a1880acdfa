/** Holds changed copies of a rule against the rule's fixture. Writes only into the folder it is given. Needs tsx to be registered. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { mutantsOf } from "./mutants.mjs";

const rulesFolder = "server/src/core/rules";

/**
 * Whether the fixture fits the rule as it is, how many changes were tried, and those that no case noticed. `source` is a rule's text, as it would
 * stand in the folder of rules; `fixture` the text of its cases.
 */
export async function tryRule({ id, source, fixture }, folder) {
  const { readFixture } = await import("../../test/fixture.ts");
  const { checkCase } = await import("../../test/rule-cases.ts");
  const cases = readFixture(fixture);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  if (cases.length === 0 || !(await fits(source, "original"))) return { fits: false, tried: 0, survivors: [] };
  const mutants = mutantsOf(source);
  const survivors = [];
  for (const [index, mutant] of mutants.entries()) if (await fits(mutant.source, index)) survivors.push(mutant);
  return { fits: true, tried: mutants.length, survivors };

  async function fits(text, name) {
    const path = join(folder, `${id}.${name}.ts`);
    writeFileSync(path, withAbsoluteImports(text));
    try {
      const { default: rule } = await import(pathToFileURL(path).href);
      for (const test of cases) await checkCase(test, rule);
      return true;
    } catch {
      return false;
    }
  }
}

function withAbsoluteImports(text) {
  return text.replaceAll(
    /(from ")(\.\.?\/[^"]+)"/g,
    (_, before, target) => `${before}${pathToFileURL(resolve(rulesFolder, target)).href}"`,
  );
}
