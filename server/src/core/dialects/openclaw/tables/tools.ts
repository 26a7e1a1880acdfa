/**
 * OpenClaw's own tools: from which release each exists, in which group it stands, which profiles include it. Facts, no logic.
 * Source: the catalogue (before 2026.2.23: groups and profiles) of every published release from 2026.2.9 to 2026.9.6, extracted from the packages
 * and compared release by release; what 2026.2.17, 2026.6.1 and 2026.9.6 really build was asked of them.
 */

export type Profile = "minimal" | "coding" | "messaging" | "full";

/** One tool from a release on; a later row of the same tool replaces an earlier one. */
export type ToolRow =
  | {
      readonly tool: string;
      readonly since: string;
      /** The tool belongs to `group:<section>`; undefined when it is in no group of its own. */
      readonly section: string | undefined;
      /** Whether `group:openclaw` includes it. */
      readonly inOpenClaw: boolean;
      readonly profiles: readonly Profile[];
    }
  | { readonly tool: string; readonly since: string; readonly gone: true };

/** The earliest release whose tools were looked at; what it has is taken to hold before it as well. */
const first = "2026.2.9";

/** Ordered by section, within one tool by release. */
export const toolRows: readonly ToolRow[] = [
  // fs
  { tool: "apply_patch", since: first, section: "fs", inOpenClaw: false, profiles: ["coding"] },
  { tool: "edit", since: first, section: "fs", inOpenClaw: false, profiles: ["coding"] },
  { tool: "read", since: first, section: "fs", inOpenClaw: false, profiles: ["coding"] },
  { tool: "write", since: first, section: "fs", inOpenClaw: false, profiles: ["coding"] },
  { tool: "ls", since: "2026.9.3", section: "fs", inOpenClaw: false, profiles: ["coding"] },
  // runtime
  { tool: "exec", since: first, section: "runtime", inOpenClaw: false, profiles: ["coding"] },
  { tool: "process", since: first, section: "runtime", inOpenClaw: false, profiles: ["coding"] },
  { tool: "code_execution", since: "2026.3.28", section: "runtime", inOpenClaw: true, profiles: ["coding"] },
  { tool: "secrets", since: "2026.8.1", section: "runtime", inOpenClaw: true, profiles: ["coding", "messaging"] },
  // web
  { tool: "web_fetch", since: first, section: "web", inOpenClaw: true, profiles: [] },
  { tool: "web_fetch", since: "2026.3.11", section: "web", inOpenClaw: true, profiles: ["coding"] },
  { tool: "web_search", since: first, section: "web", inOpenClaw: true, profiles: [] },
  { tool: "web_search", since: "2026.3.11", section: "web", inOpenClaw: true, profiles: ["coding"] },
  { tool: "x_search", since: "2026.3.28", section: "web", inOpenClaw: true, profiles: ["coding"] },
  // memory
  { tool: "memory_get", since: first, section: "memory", inOpenClaw: true, profiles: ["coding"] },
  { tool: "memory_search", since: first, section: "memory", inOpenClaw: true, profiles: ["coding"] },
  // sessions
  { tool: "session_status", since: first, section: "sessions", inOpenClaw: true, profiles: ["minimal", "coding", "messaging"] },
  { tool: "sessions_history", since: first, section: "sessions", inOpenClaw: true, profiles: ["coding", "messaging"] },
  { tool: "sessions_list", since: first, section: "sessions", inOpenClaw: true, profiles: ["coding", "messaging"] },
  { tool: "sessions_send", since: first, section: "sessions", inOpenClaw: true, profiles: ["coding", "messaging"] },
  { tool: "sessions_spawn", since: first, section: "sessions", inOpenClaw: true, profiles: ["coding"] },
  { tool: "sessions_spawn", since: "2026.8.1", section: "sessions", inOpenClaw: true, profiles: ["coding", "messaging"] },
  { tool: "subagents", since: "2026.2.17", section: "sessions", inOpenClaw: true, profiles: ["coding"] },
  { tool: "subagents", since: "2026.8.1", section: "sessions", inOpenClaw: true, profiles: ["coding", "messaging"] },
  { tool: "sessions_yield", since: "2026.3.13", section: "sessions", inOpenClaw: true, profiles: ["coding"] },
  { tool: "sessions_yield", since: "2026.8.1", section: "sessions", inOpenClaw: true, profiles: ["coding", "messaging"] },
  { tool: "agents_wait", since: "2026.8.1", section: "sessions", inOpenClaw: true, profiles: ["coding"] },
  { tool: "conversations_list", since: "2026.8.1", section: "sessions", inOpenClaw: true, profiles: ["coding", "messaging"] },
  { tool: "conversations_send", since: "2026.8.1", section: "sessions", inOpenClaw: true, profiles: ["coding", "messaging"] },
  { tool: "conversations_turn", since: "2026.8.1", section: "sessions", inOpenClaw: true, profiles: ["coding", "messaging"] },
  { tool: "dismiss_task", since: "2026.8.1", section: "sessions", inOpenClaw: true, profiles: ["coding"] },
  { tool: "github_identity_status", since: "2026.8.1", section: "sessions", inOpenClaw: true, profiles: ["coding"] },
  { tool: "github_publish", since: "2026.8.1", section: "sessions", inOpenClaw: true, profiles: ["coding"] },
  { tool: "sessions", since: "2026.8.1", section: "sessions", inOpenClaw: true, profiles: ["coding", "messaging"] },
  { tool: "sessions_search", since: "2026.8.1", section: "sessions", inOpenClaw: true, profiles: ["coding", "messaging"] },
  { tool: "suggest_task", since: "2026.8.1", section: "sessions", inOpenClaw: true, profiles: ["coding"] },
  // ui
  { tool: "browser", since: first, section: "ui", inOpenClaw: true, profiles: [] },
  { tool: "canvas", since: first, section: "ui", inOpenClaw: true, profiles: [] },
  { tool: "canvas", since: "2026.5.12", section: "ui", inOpenClaw: false, profiles: [] },
  { tool: "dashboard", since: "2026.8.1", section: "ui", inOpenClaw: true, profiles: ["coding"] },
  { tool: "portal", since: "2026.8.1", section: "ui", inOpenClaw: true, profiles: ["coding"] },
  { tool: "screen", since: "2026.8.1", section: "ui", inOpenClaw: true, profiles: ["coding"] },
  { tool: "show_widget", since: "2026.8.1", section: "ui", inOpenClaw: true, profiles: [] },
  { tool: "terminal", since: "2026.8.1", section: "ui", inOpenClaw: true, profiles: ["coding"] },
  { tool: "theme", since: "2026.9.6", section: "ui", inOpenClaw: true, profiles: ["coding", "messaging"] },
  // messaging
  { tool: "message", since: first, section: "messaging", inOpenClaw: true, profiles: ["messaging"] },
  // automation
  { tool: "cron", since: first, section: "automation", inOpenClaw: true, profiles: [] },
  { tool: "cron", since: "2026.2.24", section: "automation", inOpenClaw: true, profiles: ["coding"] },
  { tool: "cron", since: "2026.8.1", gone: true },
  { tool: "gateway", since: first, section: "automation", inOpenClaw: true, profiles: [] },
  { tool: "gateway", since: "2026.9.5", section: "automation", inOpenClaw: true, profiles: ["minimal", "coding", "messaging"] },
  { tool: "heartbeat_respond", since: "2026.5.2", section: "automation", inOpenClaw: true, profiles: [] },
  { tool: "automations", since: "2026.8.1", section: "automation", inOpenClaw: true, profiles: ["coding"] },
  { tool: "openclaw", since: "2026.8.1", section: undefined, inOpenClaw: false, profiles: [] },
  { tool: "openclaw", since: "2026.9.5", section: "automation", inOpenClaw: true, profiles: [] },
  { tool: "plugins", since: "2026.9.5", section: "automation", inOpenClaw: true, profiles: ["coding"] },
  // nodes
  { tool: "nodes", since: first, section: "nodes", inOpenClaw: true, profiles: [] },
  { tool: "computer", since: "2026.8.1", section: "nodes", inOpenClaw: true, profiles: [] },
  { tool: "mobile_ui", since: "2026.8.1", section: "nodes", inOpenClaw: true, profiles: [] },
  // agents
  { tool: "agents_list", since: first, section: undefined, inOpenClaw: true, profiles: [] },
  { tool: "agents_list", since: "2026.2.23", section: "agents", inOpenClaw: true, profiles: [] },
  { tool: "update_plan", since: "2026.4.5", section: "agents", inOpenClaw: true, profiles: ["coding"] },
  { tool: "update_plan", since: "2026.8.1", gone: true },
  { tool: "create_goal", since: "2026.6.1", section: "agents", inOpenClaw: true, profiles: ["coding"] },
  { tool: "get_goal", since: "2026.6.1", section: "agents", inOpenClaw: true, profiles: ["coding"] },
  { tool: "skill_workshop", since: "2026.6.1", section: "agents", inOpenClaw: true, profiles: ["coding"] },
  { tool: "update_goal", since: "2026.6.1", section: "agents", inOpenClaw: true, profiles: ["coding"] },
  { tool: "ask_user", since: "2026.8.1", section: "agents", inOpenClaw: true, profiles: ["coding", "messaging"] },
  { tool: "progress_card", since: "2026.8.1", section: "agents", inOpenClaw: true, profiles: ["coding"] },
  // media
  { tool: "image", since: first, section: undefined, inOpenClaw: true, profiles: ["coding"] },
  { tool: "image", since: "2026.2.23", section: "media", inOpenClaw: true, profiles: ["coding"] },
  { tool: "image", since: "2026.8.1", gone: true },
  { tool: "tts", since: first, section: undefined, inOpenClaw: false, profiles: [] },
  { tool: "tts", since: "2026.2.23", section: "media", inOpenClaw: true, profiles: [] },
  { tool: "pdf", since: "2026.3.2", section: undefined, inOpenClaw: false, profiles: [] },
  { tool: "pdf", since: "2026.9.5", section: "media", inOpenClaw: true, profiles: [] },
  { tool: "image_generate", since: "2026.3.22", section: "media", inOpenClaw: true, profiles: ["coding"] },
  { tool: "music_generate", since: "2026.4.5", section: "media", inOpenClaw: true, profiles: ["coding"] },
  { tool: "video_generate", since: "2026.4.5", section: "media", inOpenClaw: true, profiles: ["coding"] },
  { tool: "view_image", since: "2026.8.1", section: "media", inOpenClaw: true, profiles: ["coding"] },
  // in no section
  { tool: "transcripts", since: "2026.5.26", section: undefined, inOpenClaw: false, profiles: [] },
];
