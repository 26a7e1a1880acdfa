/** The keys of the approvals document, and words people write there that no release reads. Facts with their source, no logic. */

/** Read in the document readers of 2026.2.17, 2026.6.1 and 2026.9.6; whatever else is written is kept and never looked at. */
export const approvalsKeys = {
  document: ["version", "socket", "defaults", "agents"],
  defaults: ["security", "ask", "askFallback", "autoAllowSkills"],
  agent: ["security", "ask", "askFallback", "autoAllowSkills", "allowlist", "mcpTools"],
  entry: ["pattern", "argPattern", "source", "commandText", "lastUsedAt", "lastUsedCommand", "lastResolvedPath", "id"],
} as const;

/** Keys by which somebody means to restrict commands, in plain letters. From documents people published, and from the words of the config. */
export const inventedPolicyKeys: readonly string[] = [
  ...["allow", "allowed", "allowedcommands", "allowcommands", "allowlist", "whitelist", "safelist", "commands", "patterns", "programs"],
  ...["deny", "denied", "deniedcommands", "denycommands", "denylist", "blacklist", "blocklist", "block", "blocked", "forbidden"],
  ...["ask", "askfallback", "autoallowskills", "autoapprove", "approval", "approvals", "confirm", "prompt", "requireapproval"],
  ...["default", "enabled", "exec", "fallback", "global", "mode", "permissions", "policies", "policy", "profile", "restrict", "rules"],
  ...["safebins", "sandbox", "security", "strict", "strictinlineeval", "tools"],
];

/** Keys by which somebody means to bind the arguments or the place of an allowlist entry, in plain letters. */
export const inventedEntryKeys: readonly string[] = [
  ...["args", "arg", "arguments", "argument", "argspattern", "argumentpattern", "argumentspattern", "argpatterns", "argregex", "argv"],
  ...["cwd", "dir", "directory", "agent", "agents", "ask", "deny", "denyargs", "security", "expires", "expiresat"],
];
