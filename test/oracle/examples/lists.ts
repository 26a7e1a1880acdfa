/** One allow or deny list at a time: what its names mean. Data only. */
import { A, B, C, type ByRelease, type Expectation, type WorkedExample } from "./example.ts";

const everything: ByRelease<Expectation> = { all: { tools: "ALL" } };
const pluginTools = "browser canvas code_execution memory_get memory_search x_search";

const rows: readonly (readonly [tools: Readonly<Record<string, unknown>>, expect: ByRelease<Expectation>])[] = [
  [{ allow: [""] }, everything],
  [{ allow: ["*"] }, everything],
  [{ allow: ["lobster"] }, { all: { tools: "none" }, [A]: { tools: "ALL" } }],
  [{ allow: ["group:plugins"] }, { all: { tools: pluginTools }, [A]: { tools: "ALL" } }],
  [{ allow: ["read"], alsoAllow: ["exec"] }, { all: { valid: false } }],
  [{ allow: [], alsoAllow: ["read"] }, everything],
  [{ alsoAllow: ["read"] }, everything],
  [{ deny: ["*"] }, { all: { tools: "none" } }],
  [{ deny: [" EXEC "] }, { all: { tools: "ALL - exec" } }],
  [{ deny: ["Group:FS"] }, { all: { tools: "ALL - ls read write edit apply_patch" } }],
  // Plugins are asked whether the pattern matches `group:plugins`, everybody else whether it matches a tool.
  [{ deny: ["group:*"] }, { all: { tools: `ALL - ${pluginTools}` }, [A]: { tools: "ALL" } }],
  [{ deny: ["exe?"] }, everything],
  [{ deny: ["exec-tool"] }, everything],
  [{ deny: ["ex*"] }, { all: { tools: "ALL - exec" } }],
  [{ deny: ["memory-core"] }, { all: { tools: "ALL - memory_get memory_search" } }],
  [{ deny: ["write"] }, { all: { tools: "ALL - write" } }],
  [{ deny: ["apply-patch"] }, { all: { tools: "ALL - apply_patch" } }],
  [{ deny: ["update_plan"] }, { all: { tools: "ALL - update_plan progress_card" } }],
  [{ allow: ["exec"] }, { all: { tools: "exec" } }],
  [{ allow: ["image"] }, { all: { tools: "image" }, [C]: { tools: "none" } }],
  [{ profile: "dev" }, { all: { valid: false } }],
  [{ profile: "full" }, everything],
  [
    { profile: "messaging" },
    {
      [A]: { tools: "message sessions_list sessions_history sessions_send session_status" },
      [B]: { tools: "message sessions_list sessions_history sessions_send session_status" },
      [C]: {
        tools:
          "secrets sessions sessions_list sessions_history sessions_search conversations_list conversations_send conversations_turn sessions_send " +
          "sessions_spawn sessions_yield subagents session_status theme message gateway ask_user",
      },
    },
  ],
];

const alone = rows.map(([tools, expect], index): WorkedExample => ({
  name: `T${index + 1}`,
  says: JSON.stringify(tools),
  config: { tools },
  expect,
}));

const patch = { exec: { applyPatch: { enabled: true } } };
const openai = { defaults: { model: { primary: "openai/gpt-5" } } };

/** `apply_patch` exists only where it is enabled, and early releases build it for one family of models. */
const applyPatch: readonly WorkedExample[] = [
  {
    name: "T80",
    says: "apply_patch enabled",
    config: { tools: patch, agents: openai },
    expect: { all: { tools: "ALL" }, [A]: { tools: "ALL + apply_patch" } },
  },
  {
    name: "T81",
    says: "an allow list of exec lets an enabled apply_patch pass in early releases",
    config: { tools: { ...patch, allow: ["exec"] }, agents: openai },
    expect: { all: { tools: "exec" }, [A]: { tools: "exec apply_patch" } },
  },
  {
    name: "T82",
    says: "apply_patch disabled",
    config: { tools: { exec: { applyPatch: { enabled: false } } } },
    expect: { all: { tools: "ALL - apply_patch" } },
  },
];

/** Tools that a switch of their own takes away. */
const switches: readonly WorkedExample[] = [
  {
    name: "T85",
    says: "web search and fetch switched off",
    config: { tools: { web: { search: { enabled: false }, fetch: { enabled: false } } } },
    expect: { all: { tools: "ALL - web_search web_fetch" } },
  },
];

/** Sandbox lists. */
const inSandbox: readonly WorkedExample[] = [
  {
    name: "T90",
    says: "an empty sandbox allow keeps the default deny",
    config: { agents: { defaults: { sandbox: { mode: "all" } } }, tools: { sandbox: { tools: { allow: [] } } } },
    expect: {
      all: { tools: "ALL - browser canvas nodes cron gateway" },
      [C]: { tools: "ALL - browser canvas show_widget nodes computer mobile_ui automations gateway" },
    },
  },
  {
    name: "T91",
    says: "a read-only workspace builds nothing that writes",
    config: {
      agents: { defaults: { sandbox: { mode: "all", workspaceAccess: "ro" } } },
      tools: { sandbox: { tools: { allow: ["group:fs"] } } },
    },
    expect: { [A]: { tools: "read image" }, [B]: { tools: "read image" }, [C]: { tools: "ls read view_image" } },
  },
];

export const listExamples: readonly WorkedExample[] = [...alone, ...applyPatch, ...switches, ...inSandbox];
