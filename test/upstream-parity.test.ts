/** Every check of OpenClaw's own audit is answered by a rule, or the page says why not. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { rules } from "../server/src/core/index.ts";
import { auditPlaces } from "./oracle/audit-places.ts";

interface Check {
  readonly id: string;
  readonly releases: readonly string[];
  readonly looser?: string;
  readonly stricter?: string;
  readonly note?: string;
  readonly unanswered?: string;
}

const checks = JSON.parse(readFileSync("docs/rules/data/upstream-checks.json", "utf8")) as readonly Check[];
const answered = new Set(rules.flatMap(({ upstream = [] }) => upstream));

describe("checks of OpenClaw's own audit", () => {
  it("each have a rule, or a reason why not", () => {
    assert.deepEqual(
      checks.filter(({ id, unanswered }) => !answered.has(id) && unanswered === undefined).map(({ id }) => id),
      [],
    );
  });
  it("are all those that rules name, each once and in some release", () => {
    const known = checks.map(({ id }) => id);
    assert.equal(new Set(known).size, known.length);
    assert.deepEqual(
      [...answered].filter((id) => !known.includes(id)),
      [],
    );
    for (const { id, releases } of checks) assert.ok(releases.length > 0, id);
  });
  it("are not compared where nothing answers them", () => {
    assert.deepEqual(
      checks.filter(({ id, looser, stricter, note }) => Boolean(looser ?? stricter ?? note) && !answered.has(id)).map(({ id }) => id),
      [],
    );
  });
  it("have a place in the config only where a rule answers them", () => {
    assert.deepEqual(
      Object.keys(auditPlaces).filter((id) => !answered.has(id)),
      [],
    );
  });
});
