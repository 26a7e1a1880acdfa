/** A folder in which a person looks things up and writes, and what is said and offered there. */
import type { Kind } from "../suite/check.ts";

export const lookups = {
  folder: "lookups",
  files: {
    "openclaw.json": `{
  meta: { lastTouchedVersion: "2026.6.1" },
  agents: {
    list: [
      { id: "main", tools: { profile: "coding", deny: ["group:web", "cron"] }, subagents: { allowAgents: ["hr"] } },
      { id: "hr", sandbox: { mode: "all" } },
    ],
  },
  tools: { exec: { host: "gateway", security: "allowlist", ask: "on-miss" } },
  channels: { telegram: { dmPolicy: "pairing" } },
  gateway: { $include: "./gateway.json5" },
}
`,
    "gateway.json5": "{ mode: 'local', bind: 'loopback' }\n",
    "exec-approvals.json": `{
  "version": 1,
  "agents": {
    "main": { "security": "allowlist", "ask": "on-miss", "allowlist": [{ "pattern": "/usr/bin/uptime" }] }
  }
}
`,
    "grantlint.json": `{
  "agents": { "hr": { "purpose": "answers questions", "needs": ["fs.read"] } }
}
`,
  },
} as const;

type FileName = keyof typeof lookups.files;

interface Hover {
  readonly of: "tool" | "group" | "profile" | "word" | "key" | "agent" | "pattern";
  readonly file: FileName;
  /** The cursor stands behind this text. */
  readonly at: string;
  readonly says: RegExp;
}

export const hovers: readonly Hover[] = [
  {
    of: "tool",
    file: "openclaw.json",
    at: '"group:web", "cr',
    says: /cron.*in `?group:automation.*What can go wrong.*AML\.T.*Mitigations: AML\.M/s,
  },
  {
    of: "group",
    file: "openclaw.json",
    at: 'deny: ["group:w',
    says: /group:web in OpenClaw 2026\.6\.1:.*web_fetch.*Gives:.*net\.fetch.*AML\.T/s,
  },
  { of: "profile", file: "openclaw.json", at: 'profile: "cod', says: /coding in OpenClaw 2026\.6\.1:.*Gives:/s },
  { of: "word", file: "openclaw.json", at: 'security: "allow', says: /tools\.exec\.security.*What this comes to in OpenClaw 2026\.6\.1/s },
  { of: "key", file: "openclaw.json", at: 'security: "allowlist", as', says: /tools\.exec\.ask.*OpenClaw documentation/s },
  { of: "agent", file: "openclaw.json", at: 'id: "h', says: /Agent hr in OpenClaw 2026\.6\.1/ },
  { of: "pattern", file: "exec-approvals.json", at: '"/usr/bin/up', says: /Admits/ },
];

interface Offer {
  readonly of: "keys" | "words" | "profiles" | "agents" | "channels" | "snippet" | "entry" | "program" | "contract";
  /** Without: everywhere. */
  readonly kinds?: readonly Kind[];
  readonly file: FileName;
  /** Typed behind `at`; the editor closes brackets and quotes by itself. */
  readonly at: string;
  readonly typed: string;
  readonly offered: string;
  /** What the text says once it is taken. */
  readonly result: string;
}

export const offers: readonly Offer[] = [
  {
    ...{ of: "keys", file: "openclaw.json", at: 'tools: { exec: { host: "gateway",', typed: " saf", offered: "safeBins" },
    result: "safeBins: []",
  },
  {
    ...{ of: "words", file: "openclaw.json", at: 'sandbox: { mode: "all"', typed: ', scope: "', offered: "session" },
    result: 'scope: "session"',
  },
  {
    ...{ of: "profiles", file: "openclaw.json", at: '{ id: "hr", ', typed: 'tools: { profile: "mi', offered: "minimal" },
    result: 'profile: "minimal"',
  },
  { ...{ of: "agents", file: "openclaw.json", at: 'allowAgents: ["hr"', typed: ', "ma', offered: "main" }, result: '["hr", "main"]' },
  { ...{ of: "channels", file: "openclaw.json", at: "channels: {", typed: " disc", offered: "discord" }, result: "discord: {" },
  {
    ...{ of: "snippet", file: "openclaw.json", at: 'sandbox: { mode: "all" } },', typed: " lock", offered: "locked-down agent" },
    result: 'sandbox: { mode: "all", workspaceAccess: "none" }',
  },
  {
    ...{ of: "entry", file: "exec-approvals.json", at: '"pattern": "/usr/bin/uptime" }', typed: ", allo", offered: "allowlist entry" },
    result: '"/usr/bin/uptime" }, { "pattern": "/usr/bin/git" }',
  },
  {
    // Only where what is opened is trusted, on a machine with a search path.
    ...{ of: "program", kinds: ["trusted"], file: "exec-approvals.json", at: '"pattern": "/usr/bin/uptime" }' },
    ...{ typed: ', { "pattern": "/usr/bin/id', offered: "/usr/bin/id", result: '{ "pattern": "/usr/bin/id"' },
  },
  {
    ...{ of: "contract", file: "grantlint.json", at: '"fs.read"', typed: ', "net', offered: "net.fetch" },
    result: '"fs.read", "net.fetch"',
  },
];

/** What is left of the editor's additions once they are switched off, and what they say. */
export const additions = {
  at: 'id: "h',
  lens: "sandbox",
  settings: { "grantlint.codeLens.enabled": false, "grantlint.inlayHints.enabled": false },
};

export const structure = {
  symbol: "hr",
  inner: '"group:w',
  /** What is selected after the second step outwards: the list's member, then the list. */
  selected: /\(\d+ selected\)/,
  link: '"./gate',
  linked: "gateway.json5",
};
