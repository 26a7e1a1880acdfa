/** Whole configs of the kind people have, one for each form of the file, as starting points for slips. */

const shared = {
  meta: { lastTouchedVersion: "2026.2.17" },
  gateway: {
    mode: "local",
    port: 18789,
    bind: "loopback",
    auth: { mode: "token", token: "0123456789abcdef" },
    controlUi: { enabled: true },
  },
  channels: {
    telegram: { enabled: true, botToken: "123:abc", dmPolicy: "pairing", allowFrom: ["1"], groups: { "*": { requireMention: true } } },
    discord: { enabled: true, token: "t", guilds: { "1": { requireMention: true } } },
    slack: { botToken: "xoxb-1", appToken: "xapp-1", channels: { general: { requireMention: true } } },
  },
  models: {
    mode: "merge",
    providers: {
      openai: {
        baseUrl: "https://api.openai.com/v1",
        apiKey: "k",
        api: "openai-responses",
        models: [{ id: "gpt-5", name: "GPT", input: ["text"] }],
      },
    },
  },
  tools: {
    profile: "coding",
    deny: ["browser"],
    exec: { host: "gateway", security: "allowlist", ask: "on-miss" },
    elevated: { enabled: true, allowFrom: { telegram: ["1"] } },
    agentToAgent: { enabled: true, allow: ["main"] },
    web: { search: { enabled: true, maxResults: 5 }, fetch: { enabled: true } },
  },
  session: { scope: "per-sender", dmScope: "per-channel-peer", reset: { mode: "daily", atHour: 4 } },
  messages: { ackReaction: "ok", groupChat: { mentionPatterns: ["@claw"] } },
  hooks: { enabled: true, token: "hook", mappings: [{ match: { path: "x" }, action: "agent", name: "X" }] },
  cron: { enabled: true },
  browser: { enabled: true, profiles: { work: { cdpPort: 9222, color: "#112233" } } },
  skills: { entries: { weather: { enabled: true, env: { KEY: "v" } } }, load: { watch: true } },
  plugins: { enabled: true, entries: { telegram: { enabled: true } } },
  logging: { level: "info" },
  commands: { native: "auto", restart: true },
};
const defaults = {
  model: { primary: "openai/gpt-5", fallbacks: ["anthropic/claude"] },
  models: { "openai/gpt-5": { alias: "g" } },
  workspace: "/srv/work",
  heartbeat: { every: "30m", target: "last" },
  sandbox: { mode: "non-main", scope: "agent", workspaceAccess: "rw", docker: { image: "x", network: "none", binds: ["/a:/a:ro"] } },
  subagents: { maxConcurrent: 4 },
};
const agent = (more: object) => ({
  name: "Agent",
  identity: { name: "Claw", emoji: "x" },
  tools: { allow: ["read"], exec: { security: "deny" } },
  sandbox: { mode: "all" },
  subagents: { allowAgents: ["*"] },
  ...more,
});

const listed = {
  ...shared,
  agents: { defaults, list: [agent({ id: "main", default: true, workspace: "/srv/main" }), agent({ id: "ops" })] },
  bindings: [{ agentId: "ops", match: { channel: "telegram", peer: { kind: "group", id: "-1" } } }],
};
const keyed = {
  ...shared,
  agents: { ownership: "explicit", defaults, entries: { main: agent({}), ops: agent({ tools: { exec: { mode: "allowlist" } } }) } },
  bindings: [{ agentId: "ops", match: { channel: "telegram", peer: { kind: "group", id: "-1" } } }],
  mcp: { servers: { docs: { command: "npx", args: ["-y", "x"] } } },
};

/** Configs each release takes. */
export const seeds: Readonly<Record<string, readonly unknown[]>> = {
  "2026.2.17": [listed],
  "2026.6.1": [listed, { ...listed, mcp: keyed.mcp, acp: { enabled: false } }],
  "2026.9.6": [listed, keyed],
};
