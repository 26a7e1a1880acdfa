/**
 * The exec policy in force, against what three releases of OpenClaw were seen to do. Where one word stands for a release, it was run there.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readApprovals } from "../server/src/core/dialects/openclaw/approvals.ts";
import { behaviour } from "../server/src/core/dialects/openclaw/releases.ts";
import { behaviourFor, policyOf, releases, spell, type PolicyCase } from "./openclaw-files.ts";

type Row = readonly [says: string, given: PolicyCase, expected: readonly [string, string, string]];

const gateway = (exec: object) => ({ tools: { exec: { host: "gateway", ...exec } } });
const open = gateway({ security: "full", ask: "off" });
const approvals = (rest: object) => ({ version: 1, ...rest });
const denied = approvals({ defaults: { security: "deny" } });
const agents = (exec: object, id = "ops") => ({ agents: { list: [{ id: "main" }, { id, tools: { exec } }] } });

/** Host, security and ask for 2026.2.17, 2026.6.1 and 2026.9.6; `host` is where commands land. */
const policies: readonly Row[] = [
  ["nothing is written", { config: {} }, ["gateway unchecked", "gateway full/off", "gateway full/off"]],
  ["only the approvals deny", { config: {}, approvals: denied }, ["gateway unchecked", "gateway deny", "gateway deny"]],
  [
    "security is deny and the host is left open",
    { config: { tools: { exec: { security: "deny" } } } },
    ["gateway unchecked", "gateway deny", "gateway deny"],
  ],
  [
    "the host is a sandbox that is not there",
    { config: { tools: { exec: { host: "sandbox", security: "deny", ask: "always" } } }, approvals: denied },
    ["gateway unchecked", "sandbox deny", "sandbox deny"],
  ],
  ["the host is the gateway", { config: gateway({}) }, ["gateway allowlist/on-miss>deny", "gateway full/off", "gateway full/off"]],
  ["everything is open", { config: open }, ["gateway full/off", "gateway full/off", "gateway full/off"]],
  ["the approvals are stricter", { config: open, approvals: denied }, ["gateway deny", "gateway deny", "gateway deny"]],
  [
    "the approvals have a stray comma",
    { config: open, approvals: '{ "version": 1, "defaults": { "security": "deny" }, }' },
    ["gateway full/off", "gateway full/off", "gateway deny"],
  ],
  [
    "an allowlist without questions",
    { config: gateway({ security: "allowlist", ask: "off" }) },
    ["gateway allowlist/off", "gateway allowlist/off", "gateway allowlist/off"],
  ],
  [
    "a strange word in the agent's entry",
    { config: open, approvals: approvals({ agents: { main: { security: "FULL" } }, defaults: { security: "deny" } }) },
    ["gateway deny", "gateway deny", "gateway deny"],
  ],
  [
    "a strange word hides the wildcard's entry",
    { config: open, approvals: approvals({ agents: { main: { security: "FULL" }, "*": { security: "deny" } } }) },
    ["gateway full/off", "gateway deny", "gateway deny"],
  ],
  [
    "the approvals name the agent",
    {
      config: agents({ host: "gateway", security: "full", ask: "off" }),
      agent: "ops",
      approvals: approvals({ agents: { ops: { security: "deny" } } }),
    },
    ["gateway deny", "gateway deny", "gateway deny"],
  ],
  [
    "the approvals name the agent in capitals",
    { config: open, approvals: approvals({ agents: { Main: { security: "deny" } } }) },
    ["gateway full/off", "gateway full/off", "gateway full/off"],
  ],
  [
    "agents.default stands for main",
    { config: open, approvals: approvals({ agents: { default: { security: "deny" } } }) },
    ["gateway deny", "gateway deny", "gateway deny"],
  ],
  [
    "agents.default does not stand for others",
    { config: open, agent: "ops", approvals: approvals({ agents: { default: { security: "deny" } } }) },
    ["gateway full/off", "gateway full/off", "gateway full/off"],
  ],
  [
    "the wildcard's entry beats the defaults",
    { config: open, agent: "ops", approvals: approvals({ agents: { "*": { security: "full" } }, defaults: { security: "deny" } }) },
    ["gateway full/off", "gateway full/off", "gateway full/off"],
  ],
  [
    "fields fall through one by one",
    {
      config: open,
      approvals: approvals({ agents: { main: { ask: "always" }, "*": { security: "allowlist" } }, defaults: { askFallback: "full" } }),
    },
    ["gateway allowlist/always>full", "gateway allowlist/always>allowlist", "gateway allowlist/always>allowlist"],
  ],
  [
    "nobody answers, and nobody said what then",
    { config: gateway({ security: "full", ask: "always" }) },
    ["gateway full/always>deny", "gateway full/always>full", "gateway full/always>deny"],
  ],
  [
    "the session is in a sandbox",
    { config: {}, sandboxed: true, approvals: denied },
    ["sandbox unchecked", "sandbox unchecked", "sandbox unchecked"],
  ],
  [
    "the config denies, in a sandbox",
    { config: { tools: { exec: { security: "deny" } } }, sandboxed: true },
    ["sandbox unchecked", "sandbox deny", "sandbox deny"],
  ],
  [
    "exec leaves the sandbox by its host",
    { config: gateway({ security: "full", ask: "off" }), sandboxed: true },
    ["gateway full/off", "gateway full/off", "gateway full/off"],
  ],
  [
    "a paired device",
    { config: { tools: { exec: { host: "node", security: "allowlist", ask: "always" } } } },
    ["node allowlist/always>deny", "node allowlist/always>allowlist", "node allowlist/always>deny"],
  ],
  [
    "the agent's host beats the global one",
    { config: { tools: { exec: { host: "sandbox" } }, ...agents({ host: "gateway", security: "full", ask: "off" }) }, agent: "ops" },
    ["gateway full/off", "gateway full/off", "gateway full/off"],
  ],
];

/** Modes exist from 2026.5.28 on: what the global block and the agent's block make together. */
const layers: readonly (readonly [global: object, own: object, expected: string])[] = [
  [{ mode: "deny" }, {}, "gateway deny"],
  [{ mode: "allowlist" }, {}, "gateway allowlist/off"],
  [{ mode: "ask" }, {}, "gateway allowlist/on-miss>"],
  [{ mode: "auto" }, {}, "gateway allowlist/on-miss>"],
  [{ mode: "deny" }, { security: "full" }, "gateway full/off"],
  [{ mode: "full" }, { ask: "always" }, "gateway full/always>"],
  [{ security: "deny", ask: "always" }, { mode: "full" }, "gateway full/off"],
  [{ mode: "full" }, { security: "deny" }, "gateway deny"],
  [{ security: "allowlist" }, { ask: "off" }, "gateway allowlist/off"],
];

/** Documents that deny in words: what they come to with a config that asks for full and off. */
const odd: readonly (readonly [says: string, document: string, expected: readonly [string, string, string]])[] = [
  ["a syntax error", '{"version":1,"defaults":{"security":"deny"}', ["full", "full", "deny"]],
  ["a comment", '{"version":1,/* no */"defaults":{"security":"deny"}}', ["full", "full", "deny"]],
  ["version 2", '{"version":2,"defaults":{"security":"deny"}}', ["full", "full", "deny"]],
  ["no version", '{"defaults":{"security":"deny"}}', ["full", "full", "deny"]],
  ["version in quotes", '{"version":"1","defaults":{"security":"deny"}}', ["full", "full", "deny"]],
  ["a byte order mark", '\uFEFF{"version":1,"defaults":{"security":"deny"}}', ["full", "full", "deny"]],
  ["a capital", '{"version":1,"defaults":{"security":"Deny"}}', ["full", "full", "deny"]],
  ["blanks around the word", '{"version":1,"defaults":{"security":" deny "}}', ["full", "deny", "deny"]],
  ["an agent that is null", '{"version":1,"defaults":{"security":"deny"},"agents":{"main":null}}', ["full", "full", "deny"]],
  ["agents as a list", '{"version":1,"agents":[{"id":"main","security":"deny"}]}', ["full", "full", "deny"]],
  ["an allowlist that is no list", '{"version":1,"agents":{"main":{"allowlist":{}}}}', ["full", "full", "deny"]],
  ["an entry that is a number", '{"version":1,"agents":{"main":{"allowlist":[5]}}}', ["full", "full", "deny"]],
  ["autoAllowSkills in words", '{"version":1,"defaults":{"autoAllowSkills":"yes"}}', ["full", "full", "deny"]],
  ["a socket path that is a number", '{"version":1,"socket":{"path":5},"defaults":{"security":"deny"}}', ["full", "full", "deny"]],
  ["nothing at all", "", ["full", "full", "deny"]],
  ["unknown keys", '{"version":1,"mode":"deny","defaults":{"level":5}}', ["full", "full", "full"]],
  ["a key given twice", '{"version":1,"defaults":{"security":"full","security":"deny"}}', ["deny", "deny", "deny"]],
  ["an agent named default that is empty", '{"version":1,"agents":{"default":{},"main":{"security":"deny"}}}', ["deny", "deny", "deny"]],
];

for (const [index, release] of releases.entries()) {
  const found = behaviourFor(release);
  for (const [says, given, expected] of policies) {
    test(`${release}: ${says}`, () => {
      const policy = policyOf(given, found);
      assert.equal(spell(policy), expected[index]);
      assert.ok(policy.certain);
      assert.ok(policy.because.length > 0);
    });
  }
  for (const [says, document, expected] of odd) {
    test(`${release}: approvals with ${says}`, () => {
      assert.equal(policyOf({ config: open, approvals: document }, found).security, expected[index]);
    });
  }
  if (!found.execMode) continue;
  for (const [global, own, expected] of layers) {
    test(`${release}: ${JSON.stringify(own)} over ${JSON.stringify(global)}`, () => {
      const config = { tools: { exec: { host: "gateway", ...global } }, ...agents(own) };
      assert.ok(spell(policyOf({ config, agent: "ops" }, found)).startsWith(expected));
    });
  }
}

test("the decisive layer comes first, at the value that decided", () => {
  const policy = policyOf({ config: open, approvals: denied }, behaviourFor("2026.6.1"));
  const [first] = policy.because;
  assert.equal(first?.layer, "exec-approvals defaults");
  assert.deepEqual(first?.read.path, ["defaults", "security"]);
  assert.equal(first?.read.at.file, "file:///exec-approvals.json");
});

test("between the releases that were run, the change points decide", () => {
  const silent = (release: string) => spell(policyOf({ config: gateway({}) }, behaviourFor(release)));
  assert.equal(silent("2026.4.1"), "gateway allowlist/on-miss>deny");
  assert.equal(silent("2026.4.2"), "gateway full/off");
  const asking = (release: string) => spell(policyOf({ config: gateway({ security: "full", ask: "always" }) }, behaviourFor(release)));
  assert.deepEqual(["2026.4.1", "2026.4.2", "2026.6.5", "2026.6.6"].map(asking), [
    "gateway full/always>deny",
    "gateway full/always>full",
    "gateway full/always>full",
    "gateway full/always>deny",
  ]);
  const loosened = { config: gateway({}), approvals: approvals({ defaults: { security: "full", ask: "off" } }) };
  assert.deepEqual(
    ["2026.3.2", "2026.3.7", "2026.4.1"].map((release) => spell(policyOf(loosened, behaviourFor(release)))),
    ["gateway allowlist/on-miss>deny", "gateway allowlist/off", "gateway full/off"],
  );
  const escaped = (release: string) => policyOf({ config: {}, sandboxed: true }, behaviourFor(release)).host;
  assert.deepEqual(["2026.3.28", "2026.3.31", "2026.4.2", "2026.4.9", "2026.4.10"].map(escaped), [
    "sandbox",
    "gateway",
    "sandbox",
    "node",
    "sandbox",
  ]);
});

test("a leftover file stops host commands once the document lives in the database", () => {
  const policy = policyOf({ config: open, approvals: approvals({ defaults: { security: "full" } }) }, behaviour("2026.9.6"));
  assert.equal(policy.security, "deny");
  assert.ok(policy.certain);
});

test("what cannot be known is never claimed", () => {
  const found = behaviourFor("2026.6.1");
  const cases: PolicyCase[] = [
    { config: gateway({ security: "${LEVEL}" }) },
    { config: '{ tools: { exec: { host: "gateway", security: "ful' },
    { config: gateway({ security: "open" }) },
    { config: gateway({ mode: 5 }) },
    { config: { tools: { exec: { host: "${WHERE}" } } } },
    { config: '{ tools: { exec: "${BLOCK}" } }' },
  ];
  for (const given of cases) {
    const policy = policyOf(given, found);
    assert.equal(policy.certain, false, JSON.stringify(given.config));
    assert.equal(policy.security, "deny", JSON.stringify(given.config));
  }
  const known = policyOf({ config: gateway({ security: "${LEVEL}" }), approvals: denied }, found);
  assert.ok(known.certain, "a deny in the approvals holds whatever the config says");
});

test("approvals that were not given leave the answer open, and change nothing that is denied", () => {
  for (const release of releases) {
    const found = behaviour(release);
    const document = readApprovals({ uri: "file:///a", role: "approvals", state: "unknown", why: "it was not given" }, found);
    assert.equal(document.state, "unknown");
    assert.equal(readApprovals(undefined, found).state, "unknown");
  }
  const absent = { uri: "file:///a", role: "approvals", state: "absent", why: "" } as const;
  assert.equal(readApprovals(absent, behaviour("2026.6.1")).state, "absent");
  assert.equal(readApprovals(absent, behaviour("2026.9.6")).state, "unknown");
});

const words = { security: ["deny", "allowlist", "full"], ask: ["off", "on-miss", "always"] } as const;
const fields = fc.record({ security: fc.constantFrom(...words.security), ask: fc.constantFrom(...words.ask) }, { requiredKeys: [] });
const documents = fc.record({ defaults: fields, agents: fc.dictionary(fc.constantFrom("main", "ops", "*"), fields) }, { requiredKeys: [] });

test("a deny added to the approvals never loosens", () => {
  fc.assert(
    fc.property(fields, documents, fc.constantFrom("main", "*", ""), fc.constantFrom(...releases), (exec, document, where, release) => {
      const found = behaviourFor(release);
      const config = gateway(exec);
      const before = policyOf({ config, approvals: approvals(document) }, found);
      const stricter = structuredClone(document) as { defaults?: object; agents?: Record<string, object> };
      if (where === "") stricter.defaults = { ...stricter.defaults, security: "deny" };
      else stricter.agents = { ...stricter.agents, [where]: { ...stricter.agents?.[where], security: "deny" } };
      const after = policyOf({ config, approvals: approvals(stricter) }, found);
      assert.ok(words.security.indexOf(after.security) <= words.security.indexOf(before.security));
    }),
  );
});

test("a deny added to the config never loosens, in the block that counts", () => {
  fc.assert(
    fc.property(fields, fields, documents, fc.constantFrom(...releases), (global, own, document, release) => {
      const found = behaviourFor(release);
      const ask = (exec: object) =>
        policyOf(
          { config: { tools: { exec: { host: "gateway", ...global } }, ...agents(exec) }, agent: "ops", approvals: approvals(document) },
          found,
        );
      assert.ok(words.security.indexOf(ask({ ...own, security: "deny" }).security) <= words.security.indexOf(ask(own).security));
    }),
  );
});
