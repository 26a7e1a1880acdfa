/** Which sessions are sandboxed, and who reaches whom. Data only. */
import type { SessionKind } from "../../../server/src/core/grants/grant.ts";
import { A, B, C, type ByRelease, type Expectation, type WorkedExample } from "./example.ts";

const nonMain = { defaults: { sandbox: { mode: "non-main" } } };
const yes: ByRelease<Expectation> = { all: { sandboxed: true } };
const kinds: readonly (readonly [kind: SessionKind, dmScope: string, expect: ByRelease<Expectation>])[] = [
  ["main", "main", { all: { sandboxed: false } }],
  // Later releases look the sandbox up by the person who writes, also where all direct messages share the main session.
  ["dm", "main", { ...yes, [A]: { sandboxed: false } }],
  ["dm", "per-peer", yes],
  ["dm", "per-channel-peer", yes],
  ["group", "main", yes],
  ["cron", "main", yes],
  ["hook", "main", yes],
  ["subagent", "main", yes],
];
const sandboxes = kinds.map(([kind, dmScope, expect], index): WorkedExample => ({
  name: `S${index + 1}`,
  says: `non-main and a ${kind} session with dmScope ${dmScope}`,
  config: { agents: nonMain, session: { dmScope } },
  kind,
  expect,
}));

const roster = [{ id: "a" }, { id: "b" }];
const all = { sessions: { visibility: "all" } };
const both = "a>b b>a";
const messageRows: readonly (readonly [tools: Readonly<Record<string, unknown>>, expect: ByRelease<Expectation>])[] = [
  [{ agentToAgent: { enabled: true } }, { all: { messages: "" }, [C]: { messages: both } }],
  [{ agentToAgent: { enabled: true }, ...all }, { all: { messages: both } }],
  [{ ...all }, { all: { messages: "" }, [C]: { messages: both } }],
  [{ agentToAgent: { enabled: false }, ...all }, { all: { messages: "" } }],
  [{ agentToAgent: { enabled: true, allow: ["a"] }, ...all }, { all: { messages: "" } }],
  [{ agentToAgent: { enabled: true, allow: [""] }, ...all }, { all: { messages: "" } }],
  [{ agentToAgent: { enabled: true, allow: ["*"] }, ...all }, { all: { messages: both } }],
  [{ agentToAgent: { enabled: true, allow: ["A", "B"] }, ...all }, { all: { messages: "" } }],
  [{ agentToAgent: { enabled: true, allow: ["A*", "B*"] }, ...all }, { all: { messages: both } }],
  [{ agentToAgent: { enabled: true }, sessions: { visibility: "agent" } }, { all: { messages: "" } }],
];
const messages = messageRows.map(([tools, expect], index): WorkedExample => ({
  name: `R${index + 1}`,
  says: JSON.stringify(tools),
  config: { tools, agents: { roster } },
  agent: "a",
  expect,
}));

const spawnRows: readonly (readonly [says: string, agents: Readonly<Record<string, unknown>>, expect: ByRelease<Expectation>])[] = [
  ["nothing configured", { roster }, { all: { spawns: "a>a b>b" } }],
  ["an agent named", { roster: [{ id: "a", subagents: { allowAgents: ["b"] } }, { id: "b" }] }, { all: { spawns: "a>a a>b b>b" } }],
  [
    "an agent named in another case",
    { roster: [{ id: "a", subagents: { allowAgents: ["B"] } }, { id: "b" }] },
    { all: { spawns: "a>a a>b b>b" } },
  ],
  ["an empty list", { roster: [{ id: "a", subagents: { allowAgents: [] } }, { id: "b" }] }, { all: { spawns: "a>a b>b" } }],
  ["a star", { roster: [{ id: "a", subagents: { allowAgents: ["*"] } }, { id: "b" }] }, { all: { spawns: "a>a a>b b>b" } }],
  [
    "a list for all agents",
    { defaults: { subagents: { allowAgents: ["*"] } }, roster },
    { [A]: { valid: false }, all: { spawns: "a>a a>b b>a b>b" } },
  ],
];
const spawns = spawnRows.map(([says, agents, expect], index): WorkedExample => ({
  name: `P${index + 1}`,
  says: `spawn: ${says}`,
  config: { agents },
  agent: "a",
  expect,
}));

const children: readonly WorkedExample[] = [
  {
    name: "P90",
    says: "children start children only in late releases",
    config: { agents: { roster } },
    agent: "a",
    kind: "subagent",
    expect: { [A]: { spawns: "" }, [B]: { spawns: "" }, [C]: { spawns: "a>a b>b" } },
  },
];

export const sessionExamples: readonly WorkedExample[] = [...sandboxes, ...messages, ...spawns, ...children];
