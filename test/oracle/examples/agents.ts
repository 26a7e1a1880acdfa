/** Agents among themselves, and the sandbox. Data only. */
import { A, C, sandboxed, type WorkedExample } from "./example.ts";

const ab = [{ id: "a" }, { id: "b" }];
const abc = [...ab, { id: "c" }];

export const agentExamples: readonly WorkedExample[] = [
  {
    name: "M1",
    says: "nothing configured between two agents",
    config: { agents: { roster: ab } },
    agent: "a",
    expect: { all: { messages: "" }, [C]: { messages: "a>b b>a" } },
  },
  {
    name: "M2",
    says: "agentToAgent without visibility",
    config: { tools: { agentToAgent: { enabled: true, allow: ["a", "b"] } }, agents: { roster: abc } },
    agent: "a",
    expect: { all: { messages: "" }, [C]: { messages: "a>b b>a" } },
  },
  {
    name: "M3",
    says: "agentToAgent with visibility all",
    config: { tools: { agentToAgent: { enabled: true, allow: ["a", "b"] }, sessions: { visibility: "all" } }, agents: { roster: abc } },
    agent: "a",
    expect: { all: { messages: "a>b b>a" } },
  },
  {
    name: "M4",
    says: "an empty allow list of agents allows all",
    config: { tools: { agentToAgent: { enabled: true, allow: [] }, sessions: { visibility: "all" } }, agents: { roster: abc } },
    agent: "a",
    expect: { all: { messages: "a>b a>c b>a b>c c>a c>b" } },
  },
  {
    name: "M5",
    says: "an allow list of agents alone",
    config: { tools: { agentToAgent: { allow: ["a", "b"] } }, agents: { roster: abc } },
    agent: "a",
    expect: { all: { messages: "" }, [C]: { messages: "a>b b>a" } },
  },
  {
    name: "M6",
    says: "a sandboxed agent sees its own tree",
    config: { agents: { roster: [{ id: "a", sandbox: { mode: "all" } }, { id: "b" }] } },
    agent: "a",
    expect: { all: { messages: "" }, [C]: { messages: "b>a" } },
  },
  {
    name: "M7",
    says: "visibility self",
    config: { tools: { sessions: { visibility: "self" }, agentToAgent: { enabled: true } }, agents: { roster: ab } },
    agent: "a",
    expect: { all: { messages: "" } },
  },
  {
    name: "M8",
    says: "a sandboxed agent starts a child of an agent without a sandbox",
    config: { agents: { roster: [{ id: "a", subagents: { allowAgents: ["*"] }, sandbox: { mode: "all" } }, { id: "b" }] } },
    agent: "a",
    expect: { all: { spawns: "a>a b>b" }, [A]: { spawns: "a>a a>b b>b" } },
  },
  {
    name: "M9",
    says: "non-main spares every agent's main session",
    config: { agents: { defaults: { sandbox: { mode: "non-main" } }, roster: ab } },
    agent: "b",
    expect: { all: { sandboxed: false } },
  },
  {
    name: "M10",
    says: "binds add up",
    config: {
      agents: {
        defaults: { sandbox: { mode: "all", docker: { binds: ["/a:/a"] } } },
        roster: [{ id: "main", sandbox: { docker: { binds: ["/b:/b"] } } }],
      },
    },
    expect: { all: { sandboxed: true, binds: ["/a:/a", "/b:/b"] } },
  },
  {
    name: "M11",
    says: "a shared sandbox ignores an agent's own docker settings",
    config: {
      agents: {
        defaults: { sandbox: { mode: "all", docker: { network: "none" } } },
        roster: [{ id: "main", sandbox: { scope: "shared", docker: { network: "bridge" } } }],
      },
    },
    expect: { all: { network: "none" } },
  },
  {
    name: "M12",
    says: "commands leave the sandbox with host gateway",
    config: { tools: { exec: { host: "gateway", security: "full", ask: "off" } }, agents: sandboxed },
    expect: { all: { sandboxed: true, host: "gateway", outcome: "runs" } },
  },
];
