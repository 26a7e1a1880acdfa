/** Approvals documents that are broken or odd, under a config that asks for nothing to be checked. Data only. */
import { gateway } from "./exec.ts";
import { A, B, C, type ByRelease, type Expectation, type WorkedExample } from "./example.ts";

const runsUntilDatabase: ByRelease<Expectation> = { all: { outcome: "runs" }, [C]: { outcome: "denied" } };
const runs: ByRelease<Expectation> = { all: { outcome: "runs" } };
const denied: ByRelease<Expectation> = { all: { outcome: "denied" } };

const documents: readonly (readonly [says: string, approvals: unknown, expect: ByRelease<Expectation>])[] = [
  ["no policy in it", { version: 1 }, runs],
  ["a comment", '{"version":1,/* no */"defaults":{"security":"deny"}}', runsUntilDatabase],
  ["cut off", '{"version":1,"defaults":{"security":"deny"', runsUntilDatabase],
  ["empty text", "", runsUntilDatabase],
  ["version 2", { version: 2, defaults: { security: "deny" } }, runsUntilDatabase],
  ["no version", { defaults: { security: "deny" } }, runsUntilDatabase],
  ["version as text", { version: "1", defaults: { security: "deny" } }, runsUntilDatabase],
  ["a byte order mark", '\uFEFF{"version":1,"defaults":{"security":"deny"}}', runsUntilDatabase],
  ["an array", [], runsUntilDatabase],
  ["null", "null", runsUntilDatabase],
  ["security in the wrong case", { version: 1, defaults: { security: "Deny" } }, runsUntilDatabase],
  ["ask in the wrong case", { version: 1, defaults: { ask: "ALWAYS" } }, runsUntilDatabase],
  ["security between spaces", { version: 1, defaults: { security: " deny " } }, { all: { outcome: "denied" }, [A]: { outcome: "runs" } }],
  ["an agent that is null", { version: 1, defaults: { security: "deny" }, agents: { main: null } }, runsUntilDatabase],
  ["agents as an array", { version: 1, agents: [{ id: "main", security: "deny" }] }, runsUntilDatabase],
  ["autoAllowSkills as text", { version: 1, defaults: { autoAllowSkills: "yes" } }, runsUntilDatabase],
  ["an agent's allowlist as an object", { version: 1, agents: { main: { allowlist: {} } } }, runsUntilDatabase],
  ["an allowlist entry that is a number", { version: 1, agents: { main: { security: "full", allowlist: [7] } } }, runsUntilDatabase],
  ["an unknown key", { version: 1, note: "kept", defaults: { security: "deny", color: "red" } }, denied],
  ["a repeated key: the last counts", '{"version":1,"defaults":{"security":"deny"},"defaults":{"security":"full"}}', runs],
  ["the wildcard agent", { version: 1, agents: { "*": { security: "deny" } } }, denied],
  [
    "an agent entry without security takes the wildcard's",
    { version: 1, agents: { "*": { security: "deny" }, main: { ask: "off" } } },
    denied,
  ],
  ["an agent's own security beats the wildcard's", { version: 1, agents: { "*": { security: "deny" }, main: { security: "full" } } }, runs],
  [
    "the legacy agent default loses against main",
    { version: 1, agents: { default: { security: "deny" }, main: { security: "full" } } },
    runs,
  ],
  [
    "ask always: nobody answers, the fallback runs it",
    { version: 1, defaults: { ask: "always", askFallback: "full" } },
    { all: { outcome: "asks" } },
  ],
];

const inDocument = documents.map(([says, approvals, expect], index): WorkedExample => ({
  name: `D${index + 1}`,
  says,
  config: gateway("full", "off"),
  approvals,
  expect,
}));

/** The fallback nobody named: taken from the release. */
const fallbacks: readonly WorkedExample[] = [
  {
    name: "D90",
    says: "askFallback unset",
    config: gateway("full", "always"),
    expect: { [A]: { policy: "full/always/deny" }, [B]: { policy: "full/always/full" }, [C]: { policy: "full/always/deny" } },
  },
  {
    name: "D91",
    says: "askFallback full under allowlist",
    config: gateway("allowlist", "on-miss"),
    approvals: { version: 1, defaults: { askFallback: "full" } },
    expect: { [A]: { policy: "allowlist/on-miss/full" }, all: { policy: "allowlist/on-miss/allowlist" } },
  },
];

/** The lenient way in, which only releases with a database know. */
const setDocuments: readonly WorkedExample[] = [
  {
    name: "D92",
    says: "approvals set drops a value it does not know",
    config: gateway("full", "off"),
    approvals: { version: 1, defaults: { security: "allow" } },
    approvalsAs: "set",
    expect: { all: { outcome: "runs" } },
  },
  {
    name: "D93",
    says: "approvals set takes comments and another version",
    config: gateway("full", "off"),
    approvals: "{version: 2, /* JSON5 */ defaults: {security: 'deny'},}",
    approvalsAs: "set",
    expect: { all: { outcome: "runs" }, [C]: { outcome: "denied" } },
  },
];

export const documentExamples: readonly WorkedExample[] = [...inDocument, ...fallbacks, ...setDocuments];
