/**
 * Configs with what each release makes of them, as a person would write it down: the tables engine and oracle are both held against.
 * Data only. `all` is what holds in every release without a line of its own.
 */
import type { SessionKind } from "../../server/src/core/grants/grant.ts";
import type { NeutralConfig, Release } from "./shape.ts";

export type ByRelease<Value> = { readonly all?: Value } & { readonly [release in Release]?: Value };

/** What must hold; every part given is checked. */
export interface Expectation {
  readonly valid?: false;
  /**
   * The tools: `ALL` (those of an empty config), `ALL - exec process`, `none`, or names. In sums the names may be tools the release lacks: they count
   * for nothing, so that one line can serve several releases.
   */
  readonly tools?: string;
  /** What a command does: `runs`, `miss`, `asks`, `denied`, `error`. */
  readonly outcome?: string;
  /** `security/ask` or `security/ask/askFallback`. */
  readonly policy?: string;
  /** Ordered pairs `a>b` that may message, all others may not. */
  readonly messages?: string;
  readonly spawns?: string;
  readonly sandboxed?: boolean;
  readonly binds?: readonly string[];
  readonly network?: string;
  /** Where commands land. */
  readonly host?: string;
}

export interface WorkedExample {
  readonly name: string;
  readonly says: string;
  readonly config: NeutralConfig;
  readonly approvals?: unknown;
  readonly approvalsAs?: "file" | "set";
  /** Default `main`. */
  readonly agent?: string;
  /** Default `main`. */
  readonly kind?: SessionKind;
  /** Default `id -u`. */
  readonly command?: string;
  readonly elevated?: true;
  readonly expect: ByRelease<Expectation>;
}

const A = "2026.2.17";
const B = "2026.6.1";
const C = "2026.9.6";

const fsRuntime = "read write edit apply_patch exec process";
const coding = {
  [A]: `${fsRuntime} memory_search memory_get sessions_list sessions_history sessions_send sessions_spawn subagents session_status image`,
  [B]:
    `${fsRuntime} code_execution web_search web_fetch x_search memory_search memory_get sessions_list sessions_history sessions_send sessions_spawn ` +
    "sessions_yield subagents session_status cron get_goal create_goal update_goal update_plan skill_workshop image image_generate music_generate " +
    "video_generate",
  [C]:
    `ls ${fsRuntime} secrets code_execution web_search web_fetch x_search memory_search memory_get sessions sessions_list sessions_history ` +
    "sessions_search conversations_list conversations_send conversations_turn sessions_send sessions_spawn github_identity_status github_publish " +
    "agents_wait sessions_yield subagents session_status suggest_task dismiss_task screen theme dashboard terminal portal automations gateway plugins " +
    "get_goal create_goal update_goal progress_card ask_user skill_workshop view_image image_generate music_generate video_generate",
};
const sandboxDefaults = {
  [A]: "exec process read write edit image sessions_list sessions_history sessions_send sessions_spawn subagents session_status",
  [B]: `${fsRuntime} image sessions_list sessions_history sessions_send sessions_spawn sessions_yield subagents session_status`,
  [C]: `ls ${fsRuntime} view_image sessions_list sessions_history sessions_search sessions_send sessions_spawn sessions_yield subagents session_status`,
};
const minimal: ByRelease<Expectation> = { all: { tools: "session_status" }, [C]: { tools: "session_status gateway" } };
const everything: ByRelease<Expectation> = { all: { tools: "ALL" } };
const sandboxed = { defaults: { sandbox: { mode: "all" } } };

/** Layers of tool policy. */
export const toolExamples: readonly WorkedExample[] = [
  { name: "G1", says: "nothing configured leaves every tool", config: {}, expect: everything },
  { name: "G2", says: "an empty allow list allows everything", config: { tools: { allow: [] } }, expect: everything },
  {
    name: "G3",
    says: "an allow list of nothing but unknown names",
    config: { tools: { allow: ["reed"] } },
    expect: { all: { tools: "none" }, [A]: { tools: "ALL" } },
  },
  {
    name: "G4",
    says: "an allow list of nothing but globs",
    config: { tools: { allow: ["web_*"] } },
    expect: { all: { tools: "web_search web_fetch" }, [A]: { tools: "ALL" } },
  },
  {
    name: "G5",
    says: "an unknown name beside a known one counts for nothing",
    config: { tools: { allow: ["reed", "read"] } },
    expect: { all: { tools: "read" } },
  },
  {
    name: "G6",
    says: "deny wins over allow in the same layer",
    config: { tools: { allow: ["exec", "read"], deny: ["exec"] } },
    expect: { all: { tools: "read" } },
  },
  { name: "G7", says: "bash is another name for exec", config: { tools: { deny: ["bash"] } }, expect: { all: { tools: "ALL - exec" } } },
  {
    name: "G8",
    says: "the runtime group grows with releases",
    config: { tools: { deny: ["group:runtime"] } },
    expect: {
      [A]: { tools: "ALL - exec process" },
      [B]: { tools: "ALL - exec process code_execution" },
      [C]: { tools: "ALL - exec process code_execution secrets" },
    },
  },
  { name: "G9", says: "an unknown group denies nothing", config: { tools: { deny: ["group:bogus"] } }, expect: everything },
  {
    name: "G10",
    says: "denying group:openclaw leaves the shell and the file tools",
    config: { tools: { deny: ["group:openclaw"] } },
    expect: {
      [A]: { tools: "read write edit exec process tts" },
      [B]: { tools: `${fsRuntime} canvas pdf transcripts` },
      [C]: { tools: `ls ${fsRuntime} canvas transcripts` },
    },
  },
  { name: "G11", says: "the minimal profile", config: { tools: { profile: "minimal" } }, expect: minimal },
  {
    name: "G12",
    says: "alsoAllow adds to a profile",
    config: { tools: { profile: "minimal", alsoAllow: ["exec"] } },
    expect: { all: { tools: "exec session_status" }, [C]: { tools: "exec session_status gateway" } },
  },
  {
    name: "G13",
    says: "allow does not add to a profile",
    config: { tools: { profile: "minimal", allow: ["exec"] } },
    expect: { all: { tools: "none" } },
  },
  {
    name: "G14",
    says: "an agent's profile replaces the global one",
    config: { tools: { profile: "minimal" }, agents: { roster: [{ id: "main", tools: { profile: "coding" } }] } },
    expect: { [A]: { tools: coding[A].replace(" apply_patch", "") }, [B]: { tools: coding[B] }, [C]: { tools: coding[C] } },
  },
  {
    name: "G15",
    says: "an agent's empty alsoAllow replaces the global one",
    config: { tools: { profile: "minimal", alsoAllow: ["exec"] }, agents: { roster: [{ id: "main", tools: { alsoAllow: [] } }] } },
    expect: minimal,
  },
  {
    name: "G16",
    says: "an agent's allow cannot widen the global one",
    config: { tools: { allow: ["read"] }, agents: { roster: [{ id: "main", tools: { allow: ["exec"] } }] } },
    expect: { all: { tools: "none" } },
  },
  {
    name: "G17",
    says: "an agent's alsoAllow cannot widen the global allow either",
    config: { tools: { allow: ["read"] }, agents: { roster: [{ id: "main", tools: { alsoAllow: ["exec"] } }] } },
    expect: { all: { tools: "read" } },
  },
  {
    name: "G18",
    says: "an agent's allow does not lift a global deny",
    config: { tools: { deny: ["exec"] }, agents: { roster: [{ id: "main", tools: { allow: ["exec"] } }] } },
    expect: { all: { tools: "none" } },
  },
  {
    name: "G19",
    says: "agent ids are read in lower case",
    config: { agents: { roster: [{ id: "Main", tools: { deny: ["exec"] } }] } },
    expect: { all: { tools: "ALL - exec" } },
  },
  {
    name: "G20",
    says: "a provider's profile holds for its models",
    config: { tools: { byProvider: { openai: { profile: "minimal" } } }, agents: { defaults: { model: { primary: "openai/gpt-5" } } } },
    expect: minimal,
  },
  {
    name: "G21",
    says: "a policy for one model replaces its provider's",
    config: {
      tools: { byProvider: { openai: { deny: ["exec"] }, "openai/gpt-5": { deny: ["read"] } } },
      agents: { defaults: { model: { primary: "openai/gpt-5" } } },
    },
    expect: { all: { tools: "ALL - read" } },
  },
  {
    name: "G22",
    says: "allowing write allows apply_patch in later releases",
    config: { tools: { allow: ["write"] } },
    expect: { all: { tools: "write apply_patch" }, [A]: { tools: "write" } },
  },
  {
    name: "G23",
    says: "a sandbox has its own default list",
    config: { agents: sandboxed },
    expect: { [A]: { tools: sandboxDefaults[A] }, [B]: { tools: sandboxDefaults[B] }, [C]: { tools: sandboxDefaults[C] } },
  },
  {
    name: "G24",
    says: "empty sandbox lists lift every default",
    config: { agents: sandboxed, tools: { sandbox: { tools: { allow: [], deny: [] } } } },
    expect: everything,
  },
  {
    name: "G25",
    says: "a sandbox allow list lifts the default deny in later releases",
    config: { agents: sandboxed, tools: { sandbox: { tools: { allow: ["browser", "read"] } } } },
    expect: { [A]: { tools: "read image" }, [B]: { tools: "read browser image" }, [C]: { tools: "read browser view_image" } },
  },
  {
    name: "G26",
    says: "a child session loses what its parent has to decide",
    config: {},
    kind: "subagent",
    expect: {
      [A]: {
        tools:
          "ALL - cron gateway agents_list session_status memory_search memory_get sessions_list sessions_history sessions_send sessions_spawn",
      },
      [B]: {
        tools: "ALL - cron gateway agents_list session_status subagents sessions_list sessions_history sessions_send sessions_spawn",
      },
      [C]: {
        tools:
          "ALL - automations gateway openclaw agents_list session_status progress_card message sessions_send conversations_list " +
          "conversations_send conversations_turn",
      },
    },
  },
  {
    name: "G27",
    says: "only one release gives a child back what children never have",
    config: { tools: { subagents: { tools: { allow: ["gateway", "read"] } } } },
    kind: "subagent",
    expect: { all: { tools: "read" }, [B]: { tools: "read gateway" } },
  },
  {
    name: "G28",
    says: "a deny out of an unset variable",
    config: { tools: { deny: ["${GRANTLINT_UNSET}"] } },
    expect: { all: { tools: "ALL" }, [A]: { valid: false } },
  },
  {
    name: "G29",
    says: "image is view_image since 2026.8.1",
    config: { tools: { deny: ["image"] } },
    expect: { all: { tools: "ALL - image" }, [C]: { tools: "ALL" } },
  },
  {
    name: "G30",
    says: "cron stands for automations",
    config: { tools: { deny: ["cron"] } },
    expect: { all: { tools: "ALL - cron automations" } },
  },
  {
    name: "G31",
    says: "automations means nothing before 2026.8.1",
    config: { tools: { deny: ["automations"] } },
    expect: { all: { tools: "ALL" }, [C]: { tools: "ALL - automations" } },
  },
  {
    name: "G32",
    says: "canvas covers show_widget",
    config: { tools: { deny: ["canvas"] } },
    expect: { all: { tools: "ALL - canvas show_widget" } },
  },
  {
    name: "G33",
    says: "a glob in deny",
    config: { tools: { deny: ["sessions_*"] } },
    expect: {
      all: { tools: "ALL - sessions_list sessions_history sessions_send sessions_spawn sessions_yield sessions_search" },
    },
  },
  {
    name: "G34",
    says: "a profile and an allow list both have to let a tool pass",
    config: { tools: { profile: "messaging", allow: ["read", "message"] } },
    expect: { all: { tools: "message" } },
  },
  {
    name: "G35",
    says: "group:plugins covers the tools bundled plugins bring",
    config: { tools: { deny: ["group:plugins"] } },
    expect: {
      [A]: { tools: "ALL - memory_search memory_get" },
      all: { tools: "ALL - memory_search memory_get browser canvas code_execution x_search" },
    },
  },
];

const gateway = (security: string, ask: string): NeutralConfig => ({ tools: { exec: { host: "gateway", security, ask } } });
const allowlist = (...entries: readonly unknown[]): unknown => ({ version: 1, agents: { main: { allowlist: entries } } });
const defaultsDeny = { version: 1, defaults: { security: "deny" } };

/** Exec policy out of both files. */
export const execExamples: readonly WorkedExample[] = [
  { name: "E1", says: "nothing configured runs commands on the host", config: {}, expect: { all: { outcome: "runs" } } },
  {
    name: "E2",
    says: "an approvals document that denies",
    config: {},
    approvals: defaultsDeny,
    expect: { all: { outcome: "denied" }, [A]: { outcome: "runs" } },
  },
  {
    name: "E3",
    says: "security deny with the default host",
    config: { tools: { exec: { security: "deny" } } },
    expect: { all: { outcome: "denied" }, [A]: { outcome: "runs" } },
  },
  {
    name: "E4",
    says: "host sandbox without a sandbox",
    config: { tools: { exec: { host: "sandbox", security: "deny", ask: "always" } } },
    approvals: defaultsDeny,
    expect: { all: { outcome: "denied" }, [A]: { outcome: "runs" } },
  },
  {
    name: "E5",
    says: "the gateway's own default policy",
    config: { tools: { exec: { host: "gateway" } } },
    expect: { all: { outcome: "runs", policy: "full/off" }, [A]: { outcome: "asks", policy: "allowlist/on-miss" } },
  },
  { name: "E6", says: "full and off on the gateway", config: gateway("full", "off"), expect: { all: { outcome: "runs" } } },
  {
    name: "E7",
    says: "the approvals document may be stricter",
    config: gateway("full", "off"),
    approvals: defaultsDeny,
    expect: { all: { outcome: "denied" } },
  },
  {
    name: "E8",
    says: "a stray comma in the approvals document",
    config: gateway("full", "off"),
    approvals: '{"version":1,"defaults":{"security":"deny"},}',
    expect: { all: { outcome: "runs" }, [C]: { outcome: "denied" } },
  },
  {
    name: "E9",
    says: "an empty allowlist",
    config: gateway("allowlist", "off"),
    approvals: allowlist(),
    command: "id",
    expect: { all: { outcome: "miss" } },
  },
  {
    name: "E10",
    says: "a bare star",
    config: gateway("allowlist", "off"),
    approvals: allowlist("*"),
    command: "id",
    expect: { all: { outcome: "runs" }, [A]: { outcome: "miss" } },
  },
  {
    name: "E11",
    says: "a bare name",
    config: gateway("allowlist", "off"),
    approvals: allowlist("id"),
    expect: { all: { outcome: "runs" }, [A]: { outcome: "miss" } },
  },
  {
    name: "E12",
    says: "a path with a star at its end",
    config: gateway("allowlist", "off"),
    approvals: allowlist("<bin>/python3*"),
    command: 'python3 -c "print(1)"',
    expect: { all: { outcome: "runs" } },
  },
  {
    name: "E13",
    says: "a shell in the allowlist",
    config: gateway("allowlist", "off"),
    approvals: allowlist("<bin>/bash"),
    command: 'bash -c "id -u"',
    expect: { all: { outcome: "miss" }, [A]: { outcome: "runs" } },
  },
  {
    name: "E14",
    says: "env in the allowlist",
    config: gateway("allowlist", "off"),
    approvals: allowlist("<bin>/env"),
    command: "env id",
    expect: { all: { outcome: "miss" }, [A]: { outcome: "runs" } },
  },
  {
    name: "E15",
    says: "an argument pattern",
    config: gateway("allowlist", "off"),
    approvals: allowlist({ pattern: "<bin>/id", argPattern: "^-u$" }),
    command: "id -g",
    expect: { all: { outcome: "miss" }, [A]: { outcome: "runs" } },
  },
  {
    name: "E16",
    says: "elevated full over a deny",
    config: {
      tools: { exec: { host: "gateway", security: "deny" }, elevated: { allowFrom: { telegram: ["*"] } } },
      agents: { defaults: { elevatedDefault: "full" } },
    },
    approvals: defaultsDeny,
    kind: "dm",
    elevated: true,
    expect: { all: { outcome: "denied" }, [A]: { outcome: "runs" } },
  },
  {
    name: "E17",
    says: "mode deny",
    config: { tools: { exec: { mode: "deny" } } },
    expect: { all: { outcome: "denied" }, [A]: { valid: false } },
  },
  {
    name: "E18",
    says: "mode allowlist",
    config: { tools: { exec: { mode: "allowlist" } } },
    expect: { all: { outcome: "miss" }, [A]: { valid: false } },
  },
  {
    name: "E19",
    says: "an agent loosens a global mode",
    config: { tools: { exec: { mode: "deny" } }, agents: { roster: [{ id: "main", tools: { exec: { security: "full" } } }] } },
    expect: { all: { outcome: "runs", policy: "full/off" }, [A]: { valid: false } },
  },
  {
    name: "E20",
    says: "mode full under a stricter approvals document",
    config: { tools: { exec: { mode: "full" } } },
    approvals: { version: 1, defaults: { security: "allowlist", ask: "on-miss" } },
    expect: { [A]: { valid: false }, [B]: { policy: "allowlist/on-miss/allowlist" }, [C]: { policy: "allowlist/on-miss/deny" } },
  },
  {
    name: "E21",
    says: "an agent's own entry in the approvals document",
    config: { agents: { roster: [{ id: "ops", tools: { exec: { host: "gateway", security: "full", ask: "off" } } }] } },
    approvals: { version: 1, agents: { ops: { security: "deny" } } },
    agent: "ops",
    expect: { all: { outcome: "denied" } },
  },
  {
    name: "E22",
    says: "an agent's entry in the wrong case",
    config: gateway("full", "off"),
    approvals: { version: 1, agents: { Main: { security: "deny" } } },
    expect: { all: { outcome: "runs", policy: "full/off" } },
  },
  {
    name: "E23",
    says: "the legacy agent named default is main",
    config: gateway("full", "off"),
    approvals: { version: 1, agents: { default: { security: "deny" } } },
    expect: { all: { outcome: "denied" } },
  },
  {
    name: "E24",
    says: "the wildcard agent beats the defaults",
    config: { agents: { roster: [{ id: "ops", tools: { exec: { host: "gateway", security: "full", ask: "off" } } }] } },
    approvals: { version: 1, defaults: { security: "deny" }, agents: { "*": { security: "full" } } },
    agent: "ops",
    expect: { all: { outcome: "runs", policy: "full/off" } },
  },
  {
    name: "E25",
    says: "a value in the wrong case falls through",
    config: gateway("full", "off"),
    approvals: { version: 1, defaults: { security: "deny" }, agents: { main: { security: "FULL" } } },
    expect: { all: { outcome: "denied" } },
  },
  {
    name: "E26",
    says: "the JSON file next to a release that keeps a database",
    config: {},
    approvals: { version: 1 },
    approvalsAs: "file",
    expect: { all: { outcome: "runs" }, [C]: { outcome: "error" } },
  },
];

const ab = [{ id: "a" }, { id: "b" }];
const abc = [...ab, { id: "c" }];

/** Agents among themselves, and the sandbox. */
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

export const workedExamples: readonly WorkedExample[] = [...toolExamples, ...execExamples, ...agentExamples];
