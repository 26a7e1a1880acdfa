/**
 * Tools that come from plugins OpenClaw ships: which plugin owns which tool, and from when. Facts, no logic.
 * Source: the manifests of the bundled plugins of every published release from 2026.2.17 to 2026.9.6; run in 2026.2.17, 2026.6.1 and 2026.9.6.
 */

import type { Profile } from "./tools.ts";

export interface PluginTool {
  readonly tool: string;
  readonly plugin: string;
  /** From this release the tool belongs to the plugin. */
  readonly since: string;
  /** How the plugin comes to be on: by itself, as the plugin that fills the memory slot, or only when the config asks for it. */
  readonly loads: "by-default" | "memory-slot" | "on-request";
  /** Profiles the plugin adds its tool to. */
  readonly profiles?: readonly Profile[];
}

/** Tools of the catalogue that a plugin provides, and tools beyond it that exist in an installation nobody changed. */
export const pluginTools: readonly PluginTool[] = [
  { tool: "memory_search", plugin: "memory-core", since: "2026.2.9", loads: "memory-slot" },
  { tool: "memory_get", plugin: "memory-core", since: "2026.2.9", loads: "memory-slot" },
  { tool: "browser", plugin: "browser", since: "2026.3.28", loads: "by-default" },
  { tool: "code_execution", plugin: "xai", since: "2026.3.28", loads: "by-default" },
  { tool: "x_search", plugin: "xai", since: "2026.3.28", loads: "by-default" },
  { tool: "file_fetch", plugin: "file-transfer", since: "2026.4.29", loads: "by-default" },
  { tool: "dir_list", plugin: "file-transfer", since: "2026.4.29", loads: "by-default" },
  { tool: "dir_fetch", plugin: "file-transfer", since: "2026.4.29", loads: "by-default" },
  { tool: "file_write", plugin: "file-transfer", since: "2026.4.29", loads: "by-default" },
  { tool: "canvas", plugin: "canvas", since: "2026.5.12", loads: "by-default" },
  { tool: "node_inference", plugin: "ollama", since: "2026.7.1", loads: "by-default" },
  { tool: "intent", plugin: "memory-core", since: "2026.8.1", loads: "memory-slot", profiles: ["coding", "messaging"] },
  { tool: "talk_voice", plugin: "talk-voice", since: "2026.9.5", loads: "by-default" },
  { tool: "whatsapp_login", plugin: "whatsapp", since: "2026.2.9", loads: "on-request" },
  { tool: "llm-task", plugin: "llm-task", since: "2026.2.9", loads: "on-request" },
  { tool: "lobster", plugin: "lobster", since: "2026.2.9", loads: "on-request" },
  { tool: "firecrawl_search", plugin: "firecrawl", since: "2026.3.28", loads: "on-request" },
  { tool: "firecrawl_scrape", plugin: "firecrawl", since: "2026.3.28", loads: "on-request" },
  { tool: "tavily_search", plugin: "tavily", since: "2026.3.28", loads: "on-request" },
  { tool: "tavily_extract", plugin: "tavily", since: "2026.3.28", loads: "on-request" },
  { tool: "crabbox", plugin: "crabbox", since: "2026.9.6", loads: "on-request" },
  { tool: "onepassword", plugin: "onepassword", since: "2026.8.1", loads: "on-request" },
];

/** What names of plugin tools begin with, where a plugin brings many: a name that looks like this is no slip of the pen. */
export const pluginToolPrefixes: readonly string[] = [
  "mcp_",
  "feishu_",
  "wecom_",
  "dingtalk_",
  "wiki_",
  "workboard_",
  "codex_",
  "firecrawl_",
  "tavily_",
  "zalouser",
  "voice_",
];
