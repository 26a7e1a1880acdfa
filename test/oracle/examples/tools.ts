/** Layers of tool policy, one at a time and against each other. Data only. */
import { A, B, C, sandboxed, type ByRelease, type Expectation, type WorkedExample } from "./example.ts";

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
