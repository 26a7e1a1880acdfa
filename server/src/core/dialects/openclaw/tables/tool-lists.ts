/**
 * Lists of tools that OpenClaw applies by itself: inside a sandbox, to children, to senders who are no owner. Facts, no logic.
 * Source: the constants of every published release from 2026.2.9 to 2026.9.6, compared release by release; run in 2026.2.17, 2026.6.1, 2026.9.6.
 */

/** Names added to or taken off a list from a release on. */
export interface ListChange {
  readonly since: string;
  readonly add?: readonly string[];
  readonly drop?: readonly string[];
}

/** The earliest release that was looked at. */
const first = "2026.2.9";

/** `tools.sandbox.tools.allow` when nobody wrote it. */
export const sandboxAllow: readonly ListChange[] = [
  { since: first, add: ["exec", "process", "read", "write", "edit", "apply_patch", "image"] },
  { since: first, add: ["sessions_list", "sessions_history", "sessions_send", "sessions_spawn", "session_status"] },
  { since: "2026.2.17", add: ["subagents"] },
  { since: "2026.3.13", add: ["sessions_yield"] },
  { since: "2026.8.1", add: ["view_image", "sessions_search"], drop: ["image"] },
  { since: "2026.9.3", add: ["ls"] },
];

/** `tools.sandbox.tools.deny` when nobody wrote it. It also names every channel, which is no tool. */
export const sandboxDeny: readonly ListChange[] = [
  { since: first, add: ["browser", "canvas", "nodes", "cron", "gateway"] },
  { since: "2026.8.1", add: ["computer", "mobile_ui", "automations"], drop: ["cron"] },
];

/** Denied to every child. */
export const childDeny: readonly ListChange[] = [
  {
    since: first,
    add: ["gateway", "agents_list", "whatsapp_login", "session_status", "cron", "memory_search", "memory_get", "sessions_send"],
  },
  { since: "2026.3.31", drop: ["memory_search", "memory_get"] },
  { since: "2026.4.22", drop: ["whatsapp_login"] },
  {
    since: "2026.8.1",
    add: ["openclaw", "automations", "message", "conversations_list", "conversations_send", "conversations_turn"],
    drop: ["cron"],
  },
  { since: "2026.9.3", add: ["progress_card"] },
];

/** Denied besides to children that may start no children of their own. */
export const leafDeny: readonly ListChange[] = [
  { since: first, add: ["sessions_list", "sessions_history", "sessions_spawn"] },
  { since: "2026.3.11", add: ["subagents"] },
  { since: "2026.8.1", add: ["sessions_search"] },
];

/** Withheld from senders who are no owner. */
export const ownerOnly: readonly ListChange[] = [
  { since: first, add: ["whatsapp_login"] },
  { since: "2026.2.19", add: ["cron", "gateway"] },
  { since: "2026.3.11", add: ["nodes"] },
  { since: "2026.4.22", drop: ["whatsapp_login"] },
  { since: "2026.5.20", drop: ["cron", "gateway", "nodes"] },
  { since: "2026.6.6", add: ["cron", "gateway", "nodes"] },
  {
    since: "2026.8.1",
    add: ["automations", "sessions", "screen", "terminal", "portal", "computer", "mobile_ui", "openclaw"],
    drop: ["cron"],
  },
  { since: "2026.8.1", add: ["conversations_list", "conversations_send", "conversations_turn"] },
  { since: "2026.9.5", add: ["plugins"] },
];

/** Blocks of settings whose presence added tools to the profile, in the releases where it did. Source: read in 2026.3.8 and 2026.4.27. */
export const profileBlocks: readonly { readonly key: "exec" | "fs"; readonly tools: readonly string[] }[] = [
  { key: "exec", tools: ["exec", "process"] },
  { key: "fs", tools: ["read", "write", "edit"] },
];
