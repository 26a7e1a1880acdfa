/**
 * Config sets at random, over the keys that decide what an agent may do: layers against each other, odd names, empty lists, wildcards, both files.
 * Every record may lack every key, so that fast-check shrinks a case by leaving keys out.
 */
import fc from "fast-check";
import { approvalsDocuments } from "./generate-approvals.ts";
import { agentIds, lists, optional, pluginIds, strings } from "./generate-names.ts";
import { withoutUnknownKeys } from "./known-keys.ts";
import type { NeutralAgent, NeutralConfig, Release } from "./shape.ts";

/** One generated case in neutral shape. */
export interface GeneratedCase {
  readonly config: NeutralConfig;
  readonly approvals?: unknown;
  /** How the config is written down: which of its sections stand in a file of their own, and whether it is plain JSON. */
  readonly writing?: Writing;
}

export interface Writing {
  /** The section that is moved out. */
  readonly section?: "tools" | "agents" | "session";
  /** `whole`: the section is nothing but an include; `beside`: half of its keys stay and win over the included ones. */
  readonly include?: "whole" | "list" | "beside";
  readonly json5?: boolean;
}

/** Mostly valid for the release; now and then with a key it does not know. */
export function cases(release: Release): fc.Arbitrary<GeneratedCase> {
  const generated = fc.record({ config: configs(release), approvals: approvalsDocuments(), writing }, { requiredKeys: ["config"] });
  const isStray = fc.integer({ min: 0, max: 39 }).map((roll) => roll === 0);
  return fc.tuple(generated, isStray).map(([{ config, ...rest }, keepsUnknown]) => ({
    config: keepsUnknown ? config : withoutUnknownKeys(config, release),
    ...rest,
  }));
}

const writing = optional<Required<Writing>>({
  section: fc.constantFrom("tools", "agents", "session"),
  include: fc.constantFrom("whole", "list", "beside"),
  json5: fc.boolean(),
});

function configs(release: Release): fc.Arbitrary<NeutralConfig> {
  const common = { tools: globalTools(), agents: agents(release), session: sessions(), channels: channels() };
  return fc.oneof({ weight: 4, arbitrary: optional(common) }, { weight: 1, arbitrary: optional({ ...common, plugins: plugins(release) }) });
}

const profiles = fc.constantFrom("minimal", "coding", "messaging", "full");

/** `allow` and `alsoAllow` together are refused, so seldom both. */
function toolPolicies(): fc.Arbitrary<Record<string, unknown>> {
  return fc.oneof(
    { weight: 30, arbitrary: optional({ allow: lists, deny: lists }) },
    { weight: 30, arbitrary: optional({ alsoAllow: lists, deny: lists }) },
    { weight: 1, arbitrary: optional({ allow: lists, alsoAllow: lists, deny: lists }) },
  );
}

const providerKeys = fc.constantFrom(
  "openai",
  "openai/gpt-5",
  "anthropic",
  "anthropic/claude-opus-4-6",
  "OpenAI",
  " openai ",
  "gpt-5",
  "openrouter",
);
const modelNames = fc.constantFrom("openai/gpt-5", "anthropic/claude-opus-4-6", "OpenAI/gpt-5", "openrouter/openai/gpt-5", "gpt-5");
const models = fc.record({ primary: modelNames });
/** Agents may also name their model without more ado. */
const agentModels = fc.oneof<fc.Arbitrary<unknown>[]>(models, modelNames);

function providerPolicies(): fc.Arbitrary<Record<string, unknown>> {
  return fc.dictionary(
    providerKeys,
    fc.tuple(toolPolicies(), optional({ profile: profiles })).map(([policy, profile]) => ({ ...policy, ...profile })),
    { maxKeys: 2 },
  );
}

const senderKeys = fc.constantFrom(
  "*",
  "1001",
  "id:1001",
  "id:2002",
  "channel:telegram:1001",
  "username:bob",
  "name:Bob",
  "e164:+15550001001",
  "@bob",
);

function senderPolicies(): fc.Arbitrary<Record<string, unknown>> {
  return fc.dictionary(senderKeys, toolPolicies(), { maxKeys: 2 });
}

function execBlocks(): fc.Arbitrary<Record<string, unknown>> {
  const common = {
    host: fc.constantFrom("auto", "sandbox", "gateway", "gateway", "node"),
    safeBins: strings("jq", "grep", "cat", "id", "bash"),
    strictInlineEval: fc.boolean(),
    applyPatch: optional({ enabled: fc.boolean(), workspaceOnly: fc.boolean(), allowModels: strings("gpt-5", "openai/gpt-5", "other") }),
  };
  const security = fc.constantFrom("deny", "allowlist", "full");
  const ask = fc.constantFrom("off", "on-miss", "always");
  const mode = fc.constantFrom("deny", "allowlist", "ask", "auto", "full");
  return fc.oneof(
    { weight: 50, arbitrary: optional({ ...common, security, ask }) },
    { weight: 30, arbitrary: optional({ ...common, mode }) },
    { weight: 1, arbitrary: optional({ ...common, mode, ask }) },
  );
}

const elevatedSenders = strings("*", "1001", "2002", "id:1001", "username:bob", "@bob", "bob");
const elevated = optional({ enabled: fc.boolean(), allowFrom: optional({ telegram: elevatedSenders, discord: elevatedSenders }) });

/** What may stand under `tools` and under an agent's `tools`. */
function commonTools(): fc.Arbitrary<Record<string, unknown>> {
  const rest = optional({
    profile: profiles,
    byProvider: providerPolicies(),
    toolsBySender: senderPolicies(),
    exec: execBlocks(),
    elevated,
    sandbox: optional({ tools: toolPolicies() }),
    fs: optional({ workspaceOnly: fc.boolean() }),
  });
  return fc.tuple(toolPolicies(), rest).map(([policy, others]) => ({ ...policy, ...others }));
}

function globalTools(): fc.Arbitrary<Record<string, unknown>> {
  const globalOnly = optional({
    agentToAgent: optional({
      enabled: fc.boolean(),
      allow: strings("a", "b", "*", "", "A", "a*", "main", "Ops", "o*s", " a ", "ops", "work-1", "team-lead"),
    }),
    sessions: optional({ visibility: fc.constantFrom("self", "tree", "agent", "all", "all") }),
    subagents: optional({ tools: toolPolicies() }),
    web: optional({ search: optional({ enabled: fc.boolean() }), fetch: optional({ enabled: fc.boolean() }) }),
  });
  return fc.tuple(commonTools(), globalOnly).map(([common, others]) => ({ ...common, ...others }));
}

function sandboxes(): fc.Arbitrary<Record<string, unknown>> {
  return optional({
    mode: fc.constantFrom("off", "non-main", "non-main", "all"),
    scope: fc.constantFrom("session", "agent", "shared"),
    workspaceAccess: fc.constantFrom("none", "ro", "rw"),
    sessionToolsVisibility: fc.constantFrom("spawned", "all"),
    docker: optional({
      network: fc.constantFrom("none", "bridge", "custom"),
      binds: strings("/srv/a:/a", "/srv/b:/b:ro"),
      readOnlyRoot: fc.boolean(),
      capDrop: strings("ALL", "NET_RAW"),
    }),
  });
}

const allowAgents = strings("*", "a", "b", "B", "main", "nobody", " a ", "Ops", "work-1", "team-lead", "Team Lead");

function agents(release: Release): fc.Arbitrary<NonNullable<NeutralConfig["agents"]>> {
  const subagents = optional({ allowAgents, requireAgentId: fc.boolean() });
  const defaults = optional({
    model: models,
    sandbox: sandboxes(),
    subagents: fc
      .tuple(subagents, optional({ maxSpawnDepth: fc.integer({ min: 1, max: 3 }) }))
      .map(([one, other]) => ({ ...one, ...other })),
    elevatedDefault: fc.constantFrom("off", "on", "ask", "full"),
  });
  const agent = fc
    .tuple(
      fc.constantFrom(...agentIds[release]),
      optional({ model: agentModels, tools: commonTools(), sandbox: sandboxes(), subagents, default: fc.boolean() }),
    )
    .map(([id, rest]): NeutralAgent => ({ id, ...rest }));
  const roster = fc.uniqueArray(agent, { minLength: 1, maxLength: 4, selector: ({ id }) => id.trim().toLowerCase() }).map(withOneDefault);
  return optional({ defaults, roster });
}

/** More than one default is refused by some releases, so only the first keeps the mark. */
function withOneDefault(roster: readonly NeutralAgent[]): readonly NeutralAgent[] {
  const first = roster.findIndex((agent) => agent["default"] === true);
  const unmarked = (agent: NeutralAgent): NeutralAgent => ({
    ...Object.fromEntries(Object.entries(agent).filter(([key]) => key !== "default")),
    id: agent.id,
  });
  return roster.map((agent, index) => (agent["default"] === true && index !== first ? unmarked(agent) : agent));
}

function sessions(): fc.Arbitrary<Record<string, unknown>> {
  return optional({
    dmScope: fc.constantFrom("main", "per-peer", "per-channel-peer", "per-account-channel-peer"),
    groupScope: fc.constantFrom("main", "per-group"),
    mainKey: fc.constantFrom("main", "work"),
  });
}

function channels(): fc.Arbitrary<Record<string, unknown>> {
  const group = optional({ tools: toolPolicies(), toolsBySender: senderPolicies(), requireMention: fc.boolean() });
  const groups = (...ids: readonly string[]) => fc.dictionary(fc.constantFrom(...ids), group, { maxKeys: 2 });
  const rest = { groupPolicy: fc.constantFrom("open", "allowlist"), enabled: fc.constantFrom(true, true, true, false) };
  const telegram = optional({ groups: groups("-1001", "*", "-2002"), ...rest });
  const whatsapp = optional({ groups: groups("1@g.us", "*"), groupPolicy: rest.groupPolicy });
  return fc.oneof({ weight: 4, arbitrary: optional({ telegram }) }, { weight: 1, arbitrary: optional({ telegram, whatsapp }) });
}

function plugins(release: Release): fc.Arbitrary<Record<string, unknown>> {
  const ids = pluginIds[release];
  return optional({
    enabled: fc.constantFrom(true, true, false),
    deny: strings(...ids),
    allow: strings(...ids),
    entries: fc.dictionary(fc.constantFrom(...ids), optional({ enabled: fc.boolean() }), { maxKeys: 2 }),
    slots: optional({ memory: fc.constantFrom("memory-core", "none") }),
  });
}
