/** What must hold of grants whatever the config says. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { catalogueOf, matchesPattern } from "../server/src/core/dialects/openclaw/catalogue.ts";
import { resolveAgents } from "../server/src/core/dialects/openclaw/resolve.ts";
import { behaviour, changePoints, compareReleases } from "../server/src/core/dialects/openclaw/releases.ts";
import type { Agent } from "../server/src/core/grants/grant.ts";
import { approvalsOf, configPlaceOf, releases, type Release } from "./openclaw-files.ts";

const release = fc.constantFrom(...releases);
const name: fc.Arbitrary<string> = fc.constantFrom(
  "exec",
  "bash",
  "read",
  "write",
  "web_*",
  "group:fs",
  "group:runtime",
  "group:plugins",
  "*",
  "reed",
  "browser",
  "sessions_send",
  " EXEC ",
  "",
);
const names = fc.array(name, { maxLength: 4 });
const policy = fc.record(
  { allow: names, deny: names, profile: fc.constantFrom("minimal", "coding", "messaging", "full") },
  { requiredKeys: [] },
);
const sandbox = fc.record(
  { mode: fc.constantFrom("off", "non-main", "all"), workspaceAccess: fc.constantFrom("none", "ro", "rw") },
  { requiredKeys: [] },
);
const agent = fc.record(
  { tools: policy, sandbox, subagents: fc.record({ allowAgents: fc.array(fc.constantFrom("a", "b", "c", "*"), { maxLength: 2 }) }) },
  { requiredKeys: [] },
);
const config = fc.record({
  tools: fc.record(
    {
      allow: names,
      deny: names,
      agentToAgent: fc.record(
        { enabled: fc.boolean(), allow: fc.array(fc.constantFrom("a", "b", "c", "*"), { maxLength: 3 }) },
        { requiredKeys: [] },
      ),
      sessions: fc.record({ visibility: fc.constantFrom("self", "tree", "agent", "all") }),
    },
    { requiredKeys: [] },
  ),
  agents: fc.array(agent, { minLength: 3, maxLength: 3 }),
});
type Config = typeof config extends fc.Arbitrary<infer Value> ? Value : never;

function resolve({ tools, agents }: Config, version: Release): readonly Agent[] {
  const list = agents.map((each, index) => ({ id: "abc"[index], ...each }));
  return resolveAgents(
    configPlaceOf({ tools, agents: { list } }),
    approvalsOf(undefined, { ...behaviour(version), approvalsStore: "state-file" }),
    version,
  ).agents;
}

/** All surviving tools, as lines that can be compared. */
function toolsOf(agents: readonly Agent[]): Set<string> {
  return new Set(agents.flatMap(({ id, sessions }) => sessions.flatMap(({ kind, tools }) => tools.map((tool) => `${id} ${kind} ${tool}`))));
}

describe("tools", () => {
  it("are never more for one more denied name", () => {
    fc.assert(
      fc.property(config, release, name, fc.nat(3), (before, version, more, where) => {
        const deny = (list: readonly string[] | undefined) => [...(list ?? []), more];
        const after: Config =
          where === 3
            ? { ...before, tools: { ...before.tools, deny: deny(before.tools.deny) } }
            : {
                ...before,
                agents: before.agents.map((each, index) =>
                  index === where ? { ...each, tools: { ...each.tools, deny: deny(each.tools?.deny) } } : each,
                ),
              };
        const known = toolsOf(resolve(before, version));
        for (const line of toolsOf(resolve(after, version))) assert.ok(known.has(line), line);
      }),
      { numRuns: 150 },
    );
  });

  it("are always among those of the release's catalogue, sorted and without repetition", () => {
    fc.assert(
      fc.property(config, release, (each, version) => {
        const catalogue = catalogueOf(version);
        for (const { sessions } of resolve(each, version)) {
          for (const { tools } of sessions) {
            assert.deepEqual(tools, [...new Set(tools)].sort());
            for (const tool of tools) assert.notEqual(catalogue.tool(tool) & catalogue.core, 0n, tool);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("reach", () => {
  /** The kinds of exec an agent has, by its own tools or through others. */
  const shells = ({ grants }: Agent) => grants.filter(({ capability, gate }) => capability === "exec" && gate !== "deny");

  it("goes only over edges that are there, and ends at an agent that holds the grant itself", () => {
    fc.assert(
      fc.property(config, release, (each, version) => {
        const agents = resolve(each, version);
        const byId = new Map(agents.map((found) => [found.id, found]));
        for (const found of agents) {
          for (const grant of found.grants.filter(({ via }) => via.length > 0)) {
            let from: Agent | undefined = found;
            for (const next of grant.via) {
              assert.ok(from?.canMessage.includes(next) || from?.canSpawn.includes(next), `${from?.id} cannot reach ${next}`);
              from = byId.get(next);
            }
            assert.ok(
              from?.grants.some(
                ({ capability, reach, gate, via }) =>
                  via.length === 0 && capability === grant.capability && reach === grant.reach && gate === grant.gate,
              ),
            );
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("is transitive: who can write to an agent's main session can do what that session can do through others", () => {
    fc.assert(
      fc.property(config, release, (each, version) => {
        const agents = resolve(each, version);
        for (const found of agents) {
          const writes =
            found.sessions.some(({ kind }) => kind === "main") &&
            found.grants.some(({ capability, certain }) => capability === "session.send" && certain);
          if (!writes) continue;
          for (const target of agents.filter(({ id }) => found.canMessage.includes(id))) {
            for (const shell of shells(target).filter(({ sessions }) => sessions.includes("main"))) {
              const rank = ({ reach }: { readonly reach: string }) => (reach === "host" ? 1 : 0);
              assert.ok(
                shells(found).some((own) => rank(own) >= rank(shell)),
                `${found.id} writes to ${target.id}, which has a shell on the ${shell.reach}`,
              );
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("only grows when an agent gets one more it may start", () => {
    fc.assert(
      fc.property(config, release, (before, version) => {
        const wider: Config = {
          ...before,
          agents: before.agents.map((each, index) => (index === 0 ? { ...each, subagents: { allowAgents: ["*"] } } : each)),
        };
        const [earlier] = resolve(before, version);
        const [later] = resolve(wider, version);
        for (const id of earlier?.canSpawn ?? []) assert.ok(later?.canSpawn.includes(id), id);
        if (shells(earlier as Agent).length > 0) assert.ok(shells(later as Agent).length > 0);
      }),
      { numRuns: 150 },
    );
  });

  it("through a full mesh names each agent's way once, and no agent itself", () => {
    const agents = Array.from({ length: 60 }, (_, index) => ({
      id: `agent-${index}`,
      ...(index === 59 ? {} : { tools: { deny: ["exec"] } }),
    }));
    const found = resolveAgents(
      configPlaceOf({ agents: { entries: Object.fromEntries(agents.map(({ id, ...rest }) => [id, rest])), ownership: "explicit" } }),
      approvalsOf(undefined, { ...behaviour("2026.9.6"), approvalsStore: "state-file" }),
      "2026.9.6",
    ).agents;
    for (const each of found.slice(0, -1))
      assert.deepEqual(
        shells(each).map(({ via }) => via),
        [["agent-59"]],
      );
  });
});

describe("releases", () => {
  it("are ordered as numbers, with a dash after the release itself", () => {
    const ordered = ["2026.2.9", "2026.2.17", "2026.7.1", "2026.7.1-2", "2026.7.35", "2026.10.1", "no release"];
    for (const [index, earlier] of ordered.entries())
      for (const later of ordered.slice(index + 1)) assert.equal(compareReleases(earlier, later), -1, `${earlier} ${later}`);
    assert.equal(compareReleases("2026.4.2-beta.1", "2026.4.2"), 0);
  });

  it("change what is asked at the release named and not before", () => {
    for (const { id, since, values } of changePoints) {
      const later = changePoints.filter((other) => compareReleases(other.since, since) === 0);
      const expected = Object.assign({}, ...later.map((other) => other.values)) as Record<string, unknown>;
      const found = behaviour(since) as unknown as Record<string, unknown>;
      for (const key of Object.keys(values)) assert.deepEqual(found[key], expected[key], `${id} ${key}`);
    }
  });
});

describe("patterns", () => {
  it("mean what the same regular expression means", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "_"), maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", "_", "*"), maxLength: 8 });
    fc.assert(
      fc.property(text, pattern, (one, other) =>
        assert.equal(matchesPattern(one, other), new RegExp(`^${other.replaceAll("*", ".*")}$`).test(one)),
      ),
      { numRuns: 2000 },
    );
  });
});
