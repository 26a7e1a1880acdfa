/** Holds the engine against what real OpenClaw releases were seen to do: recorded spreads of cases, and every case in which the two once differed. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import type { ComparableAgent } from "./oracle/comparable.ts";
import { compareAgents, resolveTexts, type Difference } from "./oracle/compare.ts";
import { decode, type RecordedAgent } from "./oracle/recording.ts";

interface RecordedCase {
  readonly config: unknown;
  readonly approvals?: unknown;
  readonly agents: readonly RecordedAgent[];
}

interface FiledCase {
  readonly release: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly agents: readonly ComparableAgent[];
}

const folder = path.join(import.meta.dirname, "oracle");
const recordings = fs.readdirSync(path.join(folder, "recorded")).filter((name) => name.endsWith(".ndjson"));

test("every supported release has a recording", () => {
  assert.deepEqual(recordings.sort(), ["2026.2.17.ndjson", "2026.6.1.ndjson", "2026.9.6.ndjson"]);
});

/** Recorded cases in which the engine is known to differ, each with what is not understood yet. The list is exact: a case that agrees again must leave it. */
const openDifferences = JSON.parse(fs.readFileSync(path.join(folder, "open-differences.json"), "utf8")) as {
  readonly release: string;
  readonly about: string;
  readonly config: string;
}[];

for (const name of recordings) {
  const [head = "", ...lines] = fs
    .readFileSync(path.join(folder, "recorded", name), "utf8")
    .trimEnd()
    .split("\n");
  const { release, tools } = JSON.parse(head) as { release: string; tools: string[] };
  test(`OpenClaw ${release} was recorded with at least 500 cases, and the engine says the same of each`, async () => {
    assert.ok(lines.length >= 500);
    const complaints: string[] = [];
    const settled: string[] = [];
    for (const [index, line] of lines.entries()) {
      const { config, approvals, agents } = JSON.parse(line) as RecordedCase;
      const differences = await differ(toTexts(config, approvals), release, decode(agents, tools), tools);
      const isOpen = openDifferences.some((open) => open.release === release && open.config === JSON.stringify(config));
      if (differences.length > 0 && !isOpen) complaints.push(`line ${index + 2}: ${describe(differences)}`);
      if (differences.length === 0 && isOpen) settled.push(`line ${index + 2}`);
    }
    assert.deepEqual(settled, [], "no longer different: take these off test/oracle/open-differences.json");
    assert.deepEqual(complaints.slice(0, 10), [], `${complaints.length} of ${lines.length} cases differ`);
  });
}

const cases = path.join(folder, "cases");
for (const name of fs.existsSync(cases) ? fs.readdirSync(cases).filter((each) => each.endsWith(".json")) : []) {
  test(`the engine says of ${name} what OpenClaw says`, async () => {
    const { release, texts, agents } = JSON.parse(fs.readFileSync(path.join(cases, name), "utf8")) as FiledCase;
    const tools = agents.flatMap(({ sessions }) => Object.values(sessions).flatMap((session) => session.tools));
    assert.deepEqual(await differ(texts, release, agents, catalogueOf(release, tools)), []);
  });
}

function differ(
  texts: Readonly<Record<string, string>>,
  release: string,
  wanted: readonly ComparableAgent[],
  catalogue: readonly string[],
): Promise<Difference[]> {
  return resolveTexts(texts, release, new Set(catalogue)).then((actual) => compareAgents(wanted, actual));
}

function toTexts(config: unknown, approvals: unknown): Readonly<Record<string, string>> {
  const document = typeof approvals === "string" ? approvals : JSON.stringify(approvals);
  return { "openclaw.json": JSON.stringify(config), ...(approvals === undefined ? {} : { "exec-approvals.json": document }) };
}

/** The tools a release was asked about stand in its recording. */
function catalogueOf(release: string, fallback: readonly string[]): readonly string[] {
  const file = path.join(folder, "recorded", `${release}.ndjson`);
  if (!fs.existsSync(file)) return fallback;
  const [head = ""] = fs.readFileSync(file, "utf8").split("\n", 1);
  return (JSON.parse(head) as { tools: string[] }).tools;
}

function describe(differences: readonly Difference[]): string {
  return differences
    .slice(0, 3)
    .map(({ part, agent, kind, openclaw, engine }) => {
      return `${part} ${agent} ${kind ?? ""}: OpenClaw ${JSON.stringify(openclaw)}, engine ${JSON.stringify(engine)}`;
    })
    .join("; ");
}
