/** Files that an editor hands to the server when it is configured as docs/editors.md says. */

export interface Opened {
  readonly file: string;
  readonly text: string;
  /** A rule that speaks of it. */
  readonly rule: string;
  /** Whether that rule is of the strict set. */
  readonly isStrict?: boolean;
}

/** Before the finding stands a character that is two units long in UTF-16 and four bytes in UTF-8. */
export const config = `{
  meta: { lastTouchedVersion: '2026.6.1' },
  agents: { list: [{ name: "😀", id: "main", tools: { exec: { security: "full", ask: "off" } } }] },
  bindings: [{ agentId: "main", match: { channel: "telegram" } }],
  gateway: {},
}
`;

export const opened: readonly Opened[] = [
  { file: "openclaw.json", text: config, rule: "ungated-host-exec" },
  { file: "openclaw.json", text: config, rule: "unrestricted-tools", isStrict: true },
  { file: "clawdbot.example.json5", text: config, rule: "ungated-host-exec" },
  { file: "exec-approvals.json", text: '{ "version": 1, "defaults": { "security": "full" }\n', rule: "syntax" },
  {
    file: ".mcp.json",
    text: '{ "mcpServers": { "files": { "command": "npx", "args": ["-y", "@acme/files-mcp"] } } }\n',
    rule: "mcp-server-unpinned",
  },
  { file: "Dockerfile", text: "FROM node:22.20\nRUN npm install -g openclaw@2026.6.1\nUSER root\n", rule: "container-root-user" },
  {
    file: "compose.yaml",
    text: 'services:\n  gateway:\n    image: ghcr.io/openclaw/openclaw:2026.6.1\n    user: "0:0"\n',
    rule: "container-root-user",
  },
];
