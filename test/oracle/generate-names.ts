/** The words generated configs are made of: names that mean something, names that mean nothing, and what lies between. */
import fc from "fast-check";
import type { Release } from "./shape.ts";

/** A record any of whose keys may be missing. */
export function optional<Shape extends Record<string, unknown>>(shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> }): fc.Arbitrary<
  Partial<Shape>
> {
  return fc.record(shape, { requiredKeys: [] }) as fc.Arbitrary<Partial<Shape>>;
}

/** A short list of these, possibly empty. */
export function strings(...words: readonly string[]): fc.Arbitrary<string[]> {
  return fc.array(fc.constantFrom(...words), { maxLength: 3 });
}

const tools = [
  ...[
    "read",
    "write",
    "edit",
    "apply_patch",
    "exec",
    "process",
    "ls",
    "web_search",
    "web_fetch",
    "x_search",
    "memory_search",
    "memory_get",
  ],
  ...[
    "sessions_list",
    "sessions_send",
    "sessions_spawn",
    "sessions_history",
    "sessions_search",
    "sessions_yield",
    "subagents",
    "session_status",
  ],
  ...[
    "agents_list",
    "browser",
    "canvas",
    "show_widget",
    "message",
    "gateway",
    "nodes",
    "image",
    "view_image",
    "cron",
    "automations",
    "tts",
    "pdf",
  ],
  ...[
    "update_plan",
    "progress_card",
    "secrets",
    "terminal",
    "code_execution",
    "computer",
    "heartbeat_respond",
    "conversations_send",
    "transcripts",
  ],
];
const groups = [
  ...["fs", "runtime", "web", "memory", "sessions", "ui", "messaging", "automation", "nodes", "agents", "media", "openclaw", "plugins"].map(
    (name) => `group:${name}`,
  ),
];
const odd = [
  ...["*", "", " ", "bash", "apply-patch", "EXEC", " exec ", "Group:FS", "group:bogus", "group:*", "reed", "lobster", "exe?", "exec-tool"],
  ...[
    "web_*",
    "sessions_*",
    "*_send",
    "s*n",
    "*e*",
    "memory-core",
    "bundle-mcp",
    "mcp_*",
    "oracle_probe_tool",
    "oracle-probe",
    "**",
    "group:",
  ],
];

const name = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...tools) },
  { weight: 2, arbitrary: fc.constantFrom(...groups) },
  { weight: 3, arbitrary: fc.constantFrom(...odd) },
);

/** An allow or deny list. */
export const lists: fc.Arbitrary<string[]> = fc.array(name, { maxLength: 4 });

const plainIds = ["main", "a", "b", "ops", "Main", "Ops", "work-1", "under_score"];
const oddIds = ["Team Lead", "a.b", "-x-"];

/** Ids of agents: the implicit one, ordinary ones, and some that the release writes differently than the config does, where it takes them. */
export const agentIds: Readonly<Record<Release, readonly string[]>> = {
  "2026.2.17": [...plainIds, ...oddIds],
  "2026.6.1": [...plainIds, ...oddIds],
  "2026.9.6": plainIds,
};

/** Plugins that can be named in a config without their being installed first. */
export const pluginIds: Readonly<Record<Release, readonly string[]>> = {
  "2026.2.17": ["memory-core", "telegram"],
  "2026.6.1": ["memory-core", "telegram", "browser", "canvas", "xai"],
  "2026.9.6": ["memory-core", "telegram", "browser", "canvas", "xai"],
};
