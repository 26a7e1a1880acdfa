/** What agents may do after all layers: golden tables for three releases, and the worked examples that real releases confirmed. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, it } from "node:test";
import { resolveAgents } from "../server/src/core/dialects/openclaw/resolve.ts";
import { behaviour } from "../server/src/core/dialects/openclaw/releases.ts";
import { readRoster } from "../server/src/core/dialects/openclaw/roster.ts";
import { readSpawnPolicy } from "../server/src/core/dialects/openclaw/reach-policy.ts";
import { resolveSandbox } from "../server/src/core/dialects/openclaw/sandbox.ts";
import { printTable, readGrantCases, writeGrantCases } from "./grants-fixture.ts";
import type { Expectation, WorkedExample } from "./oracle/examples/example.ts";
import { toShape } from "./oracle/shape.ts";
import { workedExamples } from "./oracle/worked-examples.ts";
import { approvalsOf, behaviourFor, configPlaceOf, releases, type Release } from "./openclaw-files.ts";

const folder = path.join(import.meta.dirname, "grants");

for (const name of fs.readdirSync(folder)) {
  const file = path.join(folder, name);
  const cases = readGrantCases(fs.readFileSync(file, "utf8"));
  if (process.env.UPDATE === "1") fs.writeFileSync(file, writeGrantCases(cases));
  describe(`grants: ${path.parse(name).name}`, () => {
    for (const each of cases) {
      it(each.title, () => {
        const covered = each.tables.flatMap((table) => table.releases).sort();
        if (process.env.UPDATE !== "1") assert.deepEqual(covered, [...releases].sort(), "every release has its table");
        for (const table of each.tables) for (const release of table.releases) assert.equal(printTable(each, release), table.text, release);
      });
    }
  });
}

describe("worked examples hold for the engine as they do for OpenClaw", () => {
  const parts = ["tools", "sandboxed", "messages", "spawns", "binds", "network", "host"] as const;
  for (const example of workedExamples) {
    it(`${example.name}: ${example.says}`, () => {
      for (const release of releases) {
        const expected = example.expect[release] ?? example.expect.all;
        if (!expected || expected.valid === false) continue;
        const actual = engineAnswer(example, release);
        for (const part of parts) {
          if (expected[part] === undefined) continue;
          const wanted: unknown = part === "tools" ? expandTools(expected, release) : expected[part];
          // What a variable decides the engine does not claim: it may leave tools out, never add one.
          const isSubset =
            part === "tools" && !actual.certain && Array.isArray(wanted) && actual.tools?.every((tool) => wanted.includes(tool));
          if (!isSubset) assert.deepEqual(actual[part], wanted, `${part} in ${release}`);
        }
      }
    });
  }
});

function engineAnswer(example: WorkedExample, release: Release) {
  const config = configPlaceOf(toShape(example.config, release));
  const { agents } = resolveAgents(config, approvalsOf(example.approvals, behaviourFor(release)), release);
  const id = example.agent ?? "main";
  const kind = example.kind ?? "main";
  const session = agents.find((agent) => agent.id === id)?.sessions.find((each) => each.kind === kind);
  const entry = readRoster(config, behaviour(release)).agents.find((agent) => agent.id === id)?.entry;
  const sandbox = resolveSandbox(config, entry, behaviour(release));
  const starts = readSpawnPolicy(config, behaviour(release)).open(kind).value === true;
  const pairs = (targets: (agent: (typeof agents)[number]) => readonly string[]) =>
    agents
      .flatMap((agent) => targets(agent).map((target) => `${agent.id}>${target}`))
      .sort()
      .join(" ");
  return {
    certain: session?.certain,
    tools: session?.tools,
    sandboxed: session?.sandboxed,
    host: session?.exec.host,
    binds: sandbox.binds.value,
    network: sandbox.network.value,
    messages: pairs(({ canMessage }) => canMessage),
    // An agent may always start children of its own, as far as any may be started.
    spawns: pairs((agent) => (starts ? [agent.id, ...agent.canSpawn] : [])),
  };
}

/** `ALL - exec process` and the like, written out for a release; names it lacks count for nothing. */
function expandTools({ tools = "" }: Expectation, release: Release): string[] {
  const all = resolveAgents(configPlaceOf({}), approvalsOf(undefined, behaviour(release)), release).agents[0]?.sessions[0]?.tools ?? [];
  if (tools === "none") return [];
  const [first = "", removed = ""] = tools.split(" - ");
  if (first.startsWith("ALL + ")) return [...all, ...first.slice("ALL + ".length).split(" ")].sort();
  if (first === "ALL") return all.filter((name) => !removed.split(" ").includes(name));
  return tools.split(" ").sort();
}
