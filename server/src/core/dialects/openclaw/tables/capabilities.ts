/**
 * What each tool amounts to in neutral words, and where its act lands. Facts, no logic.
 * Source: what the tools of 2026.2.17, 2026.6.1 and 2026.9.6 do, as their own descriptions say it, and which of them run in the container.
 */
import type { Capability, Reach } from "../../../grants/grant.ts";

/** `as-exec`: where the exec policy says; `workspace`: in the sandbox of a sandboxed session, on the host otherwise; `browser`: in the browser it may drive. */
export type Landing = Reach | "as-exec" | "workspace" | "browser";

export interface ToolCapability {
  readonly capability: Capability;
  readonly lands: Landing;
  /** The tools that give it, the plainest first. */
  readonly tools: readonly string[];
}

/** Tools that exist only with a key for a service of their own (`x_search`, `code_execution`) or merely list names (`ls`) are left out. */
export const toolCapabilities: readonly ToolCapability[] = [
  { capability: "exec", lands: "as-exec", tools: ["exec"] },
  { capability: "fs.read", lands: "workspace", tools: ["read"] },
  { capability: "fs.write", lands: "workspace", tools: ["write", "edit", "apply_patch"] },
  { capability: "net.fetch", lands: "remote", tools: ["web_fetch"] },
  { capability: "net.search", lands: "remote", tools: ["web_search"] },
  { capability: "browser", lands: "browser", tools: ["browser"] },
  { capability: "message.send", lands: "remote", tools: ["message", "conversations_send", "conversations_turn"] },
  { capability: "session.read", lands: "host", tools: ["sessions_history", "sessions_list", "sessions_search"] },
  { capability: "session.send", lands: "host", tools: ["sessions_send"] },
  { capability: "agent.spawn", lands: "host", tools: ["sessions_spawn"] },
  { capability: "control.plane", lands: "host", tools: ["gateway", "plugins", "openclaw", "sessions", "terminal", "portal"] },
  { capability: "schedule", lands: "host", tools: ["cron", "automations"] },
  {
    capability: "device",
    lands: "node",
    tools: ["nodes", "computer", "mobile_ui", "canvas", "file_write", "file_fetch", "dir_fetch", "dir_list"],
  },
  { capability: "memory.read", lands: "host", tools: ["memory_search", "memory_get"] },
  { capability: "media.generate", lands: "remote", tools: ["image_generate", "music_generate", "video_generate", "tts"] },
];
