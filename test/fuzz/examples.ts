/** Sets the search begins with besides those built against us: the examples, the cases of the rules' fixtures, and the cases found before. */
import { readFileSync, readdirSync } from "node:fs";
import { readFixture } from "../fixture.ts";
import type { Files } from "../hostile/growing.ts";
import type { Case } from "./fuzzer.ts";

const folder = "test/fuzz/cases";

/** Cases that once broke a law, by the name of their file. */
export function keptCases(): ReadonlyMap<string, Case> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as Case]));
}

export function exampleSets(): Files[] {
  const example = (name: string): string => readFileSync(`examples/${name}`, "utf8");
  const fixtures = readdirSync("test/rules").flatMap((name) => readFixture(readFileSync(`test/rules/${name}`, "utf8")));
  return [
    { "openclaw.json": example("home-assistant/openclaw.json") },
    {
      "openclaw.json": example("founding-organisation/hardened/openclaw.json").slice(0, 15_000),
      "exec-approvals.json": example("founding-organisation/hardened/exec-approvals.json"),
    },
    ...fixtures
      .map(({ files }) => Object.fromEntries(files.map(({ name, text }) => [name, text])))
      .filter((files) => Object.keys(files).length > 0),
    ...[...keptCases().values()].map(({ files }) => files),
  ];
}
