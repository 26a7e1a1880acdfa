/** What each word of `tools.exec.mode` stands for. The same in every release that has it (run in 2026.6.1 and 2026.9.6). */

export const execModes = ["deny", "allowlist", "ask", "auto", "full"] as const;
export type ExecMode = (typeof execModes)[number];

export const modePolicies = {
  deny: { security: "deny", ask: "off" },
  allowlist: { security: "allowlist", ask: "off" },
  ask: { security: "allowlist", ask: "on-miss" },
  /** As `ask`, but a model answers the prompts it is sure of. */
  auto: { security: "allowlist", ask: "on-miss" },
  full: { security: "full", ask: "off" },
} as const;
