/** Nothing known is left out: every pitfall, change point and kind of grant is answered by a rule and shown by a case. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, it } from "node:test";
import { changePointsOf, showingCases, type ShowingCase } from "../scripts/gen/coverage.mjs";
import { techniques } from "../server/src/core/atlas/atlas.gen.ts";
import { changePoints as tableRows, compareReleases } from "../server/src/core/dialects/openclaw/releases.ts";
import { rules } from "../server/src/core/index.ts";
import { readFixture } from "./fixture.ts";

interface Pitfall {
  readonly id: string;
  readonly looks: string;
  readonly really: string;
  readonly releases: string;
  readonly unseen?: string;
}
interface Theme {
  readonly theme: string;
  readonly grants: readonly {
    readonly key: string;
    readonly grant: string;
    readonly technique: string;
    readonly rules?: readonly string[];
  }[];
}

const data = (name: string): unknown => JSON.parse(readFileSync(`docs/rules/data/${name}.json`, "utf8"));
const pitfalls = data("pitfalls") as readonly Pitfall[];
const changes = changePointsOf(data("change-points") as Parameters<typeof changePointsOf>[0], tableRows);
const grants = (data("grants") as readonly Theme[]).flatMap((theme) => theme.grants);
const cases = showingCases(
  readdirSync("test/rules").map((name) => ({
    rule: name.replace(/\.json5$/, ""),
    cases: readFixture(readFileSync(`test/rules/${name}`, "utf8")),
  })),
);
const showing = (id: string): ShowingCase[] => cases.filter(({ shows }) => shows.includes(id));
const numbered = (letter: string, last: number): string[] => Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);

describe("pitfalls and change points", () => {
  it("are all there, in order, and marks name no others", () => {
    assert.deepEqual(
      pitfalls.map(({ id }) => id),
      numbered("F", 23),
    );
    assert.deepEqual(
      changes.map(({ id }) => id),
      numbered("T", 18),
    );
    const known = new Set([...pitfalls, ...changes].map(({ id }) => id));
    assert.deepEqual(
      cases.flatMap(({ rule, shows }) => shows.filter((id) => !known.has(id)).map((id) => `${rule}: ${id}`)),
      [],
    );
  });
  it("of the tables are all numbered here, and each says what changed and since when", () => {
    for (const { id } of tableRows.filter((row) => /^T\d+$/.test(row.id)))
      assert.ok(
        changes.some((change) => change.id === id),
        id,
      );
    for (const { id, steps } of changes) {
      for (const { since, what } of steps) assert.ok(/^\d{4}\.\d+\.\d+$/.test(since ?? "") && (what ?? "").length > 0, id);
    }
  });
  it("are each shown: a pitfall by a case that is reported, a change by cases before and after it that do not say the same", () => {
    const shown = pitfalls.filter(({ id, unseen }) => unseen !== undefined || showing(id).some(({ isReported }) => isReported));
    const changed = changes.filter(({ id, steps, unseen }) => {
      const [first, last] = [steps[0]?.since ?? "", steps.at(-1)?.since ?? ""];
      const before = showing(id).filter(({ openclaw }) => openclaw !== undefined && compareReleases(openclaw, first) < 0);
      const after = showing(id).filter(({ openclaw }) => openclaw !== undefined && compareReleases(openclaw, last) >= 0);
      return unseen !== undefined || (before.length > 0 && after.length > 0 && [...before, ...after].some(({ isReported }) => isReported));
    });
    const answered = new Set([...shown, ...changed].map(({ id }) => id));
    assert.deepEqual(
      [...pitfalls, ...changes].map(({ id }) => id).filter((id) => !answered.has(id)),
      [],
    );
  });
  it("that no file can show are not shown by one, and say why not", () => {
    for (const { id, unseen } of [...pitfalls, ...changes]) {
      if (unseen === undefined) continue;
      assert.match(unseen, /\.$/, id);
      assert.deepEqual(showing(id), [], id);
    }
  });
});

describe("grants", () => {
  it("each have a rule that names the technique they lead to", () => {
    const without = grants.filter(({ technique, rules: ids = [] }) => {
      const found = ids.map((id) => rules.find((rule) => rule.id === id) ?? assert.fail(`there is no rule ${id}`));
      return !found.some(({ atlas }) => (atlas.techniques as readonly string[]).includes(technique));
    });
    assert.deepEqual(
      without.map(({ key }) => key),
      [],
    );
  });
  it("have names of their own and cite techniques of the ATLAS data", () => {
    assert.equal(new Set(grants.map(({ key }) => key)).size, grants.length);
    for (const { key, technique } of grants) assert.ok(Object.hasOwn(techniques, technique), key);
  });
});

describe("retired ids of ATLAS", () => {
  it("stand nowhere in what readers see", () => {
    const retired = /AML\.T(?:0104|0019|0058)\b/;
    const files = [
      "README.md",
      "package.json",
      ...readdirSync("docs/rules", { recursive: true }).map((name) => `docs/rules/${String(name)}`),
    ];
    for (const file of files.filter((name) => /\.(?:md|json)$/.test(name))) assert.doesNotMatch(readFileSync(file, "utf8"), retired, file);
    for (const rule of rules) assert.doesNotMatch(JSON.stringify(rule), retired, rule.id);
  });
});

describe("themes of the table of rules", () => {
  it("name every rule once, and no other", () => {
    const named = (data("themes") as readonly { rules: readonly string[] }[]).flatMap((theme) => theme.rules);
    assert.deepEqual(
      [...named].sort(),
      rules.map(({ id }) => id),
    );
  });
});
