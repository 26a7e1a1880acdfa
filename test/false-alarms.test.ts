/**
 * What looks wrong in published configs and is not, each beside what looks much alike and is. Rebuilt with invented names and values; the traps
 * are judged in the strict set, by all rules.
 */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyzeTexts } from "./analyze-texts.ts";

interface Trap {
  readonly name: string;
  readonly openclaw?: string;
  /** Of the set, by file name; the trap, and the like of it that is reported. */
  readonly trap: Readonly<Record<string, string>>;
  readonly reported: Readonly<Record<string, string>>;
  /** What speaks of the one and not of the other: rule and path. */
  readonly says: string;
}

const config = (text: string): Readonly<Record<string, string>> => ({ "openclaw.json": text });
const approvals = (text: string): Readonly<Record<string, string>> => ({ "openclaw.json": "{}", "exec-approvals.json": text });
const key = "q8Zk3mWv7TtRb2Nx5Lp9w4Yc";

/** In the place of a secret: what refers to one or stands in for one. */
const noSecrets = [
  "${OWN_API_KEY}",
  "$OWN_API_KEY",
  "%OWN_API_KEY%",
  "{{own_api_key}}",
  "<own-api-key>",
  "[REDACTED]",
  "__OPENCLAW_REDACTED__",
  "env:OWN_API_KEY",
  "op://vault/own/key",
  "secretref-managed",
  "OWN_API_KEY",
  "your-api-key",
  "********",
  "xxxxxxxxxxxxxxxx",
  "sk-…",
];
const provider = (apiKey: string, baseUrl = "https://api.acme.example/v1"): Readonly<Record<string, string>> =>
  config(`{ models: { providers: { acme: { baseUrl: "${baseUrl}", apiKey: ${apiKey}, models: [] } } } }`);
const atProvider = "plaintext-credential models.providers.acme.apiKey";

const traps: readonly Trap[] = [
  ...noSecrets.map((text) => ({
    name: `"${text}" where a secret belongs`,
    trap: provider(`"${text}"`),
    reported: provider(`"${key}"`),
    says: atProvider,
  })),
  {
    name: "an object that says where the secret is",
    trap: provider('{ source: "env", provider: "default", id: "OWN_API_KEY" }'),
    reported: provider(`"${key}"`),
    says: atProvider,
  },
  ...["ollama", "none", "lm-studio", "not-needed", "sk-no-key-required"].map((text) => ({
    name: `the key "${text}" of a model on this machine`,
    trap: provider(`"${text}"`, "http://127.0.0.1:11434/v1"),
    reported: provider(`"${key}"`, "http://127.0.0.1:11434/v1"),
    says: atProvider,
  })),
  {
    name: "patterns of what logs hide",
    trap: config(
      '{ logging: { redactPatterns: ["sk-[A-Za-z0-9]{20,}", "sk-abcdefghijklmnopqrstuvwxyz", "ghp_a1B2a1B2a1B2a1B2a1B2a1B2a1B2a1B2"] } }',
    ),
    reported: config('{ agents: { defaults: { heartbeat: { prompt: "sk-abcdefghijklmnopqrstuvwxyz" } } } }'),
    says: "plaintext-credential agents.defaults.heartbeat.prompt",
  },
  {
    name: "keys that few lists of keys have",
    trap: config(
      '{ tools: { web: { search: { enabled: true, maxResults: 5 } }, media: { audio: { enabled: true } } }, agents: { defaults: { sandbox: { mode: "all", docker: { memory: "1g" } } } } }',
    ),
    reported: config("{ tools: { web: { serch: { enabled: true } } } }"),
    says: "schema tools.web.serch",
  },
  {
    name: "names that the setup wizard denies, known or not",
    trap: config(
      '{ gateway: { nodes: { denyCommands: ["camera.snap", "screen.record", "calendar.add", "contacts.add", "reminders.add"] } } }',
    ),
    reported: config('{ tools: { deny: ["camera.snapp"] } }'),
    says: "unknown-tool-name tools.deny.0",
  },
  {
    name: "bundled channels switched on as plugins, without a list",
    trap: config("{ plugins: { entries: { telegram: { enabled: true }, discord: { enabled: true } } } }"),
    reported: config('{ plugins: { entries: { "acme-notes": { enabled: true } } } }'),
    says: "unlisted-plugins plugins.allow",
  },
  {
    name: "tools of a vendor's plugin in a list",
    trap: config('{ tools: { deny: ["feishu_doc", "wecom_mcp", "lobster"] } }'),
    reported: config('{ tools: { deny: ["exce"] } }'),
    says: "unknown-tool-name tools.deny.0",
  },
  {
    name: "several agents and no default, before that was an error",
    trap: config('{ agents: { list: [{ id: "one" }, { id: "two" }] } }'),
    reported: config('{ agents: { list: [{ id: "one" }, { id: "two", defualt: true }] } }'),
    says: "schema agents.list.1.defualt",
  },
  {
    name: "a block of this name since the release that knows it",
    trap: config("{ tools: {}, security: {} }"),
    reported: config("{ tools: {}, permissions: { exec: false } }"),
    says: "schema permissions",
  },
  {
    name: "a copy, of which nothing but secrets is told",
    trap: { "openclaw.json": "{}", "openclaw.json.bak": '{ tools: { deny: ["exce"] }, gateway: { auth: { token: "<token>" } } }' },
    reported: { "openclaw.json": "{}", "openclaw.json.bak": `{ gateway: { auth: { token: "${key}" } } }` },
    says: "plaintext-credential gateway.auth.token",
  },
  {
    name: "a list of programs as plain texts",
    trap: approvals('{ "version": 1, "agents": { "main": { "allowlist": ["/usr/bin/git"] } } }'),
    reported: approvals('{ "version": 1, "agents": { "main": { "allowlist": ["git status"] } } }'),
    says: "dead-allowlist-pattern agents.main.allowlist.0",
  },
  ...["C:\\\\Users\\\\Ada King\\\\bin\\\\git.exe", "C:/Users/Ada King/bin/git.exe"].map((path) => ({
    name: `the path ${path}, which is no command line`,
    trap: approvals(`{ "version": 1, "agents": { "main": { "allowlist": [{ "pattern": "${path}" }] } } }`),
    reported: approvals('{ "version": 1, "agents": { "main": { "allowlist": [{ "pattern": "git status --short" }] } } }'),
    says: "dead-allowlist-pattern agents.main.allowlist.0.pattern",
  })),
];

async function said(files: Readonly<Record<string, string>>, openclaw: string): Promise<string[]> {
  const { findings } = await analyzeTexts({ files, openclaw, strict: true });
  return findings.map(({ rule, path }) => `${rule} ${path.join(".")}`);
}

describe("false alarms", () => {
  for (const { name, openclaw = "2026.6.1", trap, reported, says } of traps) {
    it(name, async () => {
      const [rule = ""] = says.split(" ");
      assert.deepEqual(
        (await said(trap, openclaw)).filter((each) => each.startsWith(`${rule} `)),
        [],
      );
      assert.ok((await said(reported, openclaw)).includes(says), `not reported; said: ${(await said(reported, openclaw)).join(", ")}`);
    });
  }
});

it("a file that shares a name and nothing else is left alone", async () => {
  for (const [name, text] of [
    ["openclaw.plugin.json", '{ "id": "own", "configSchema": {} }'],
    ["openclaw-seccomp.json", '{ "defaultAction": "SCMP_ACT_ERRNO", "syscalls": [] }'],
    ["openclaw-results.json", '{ "title": "a survey", "results": [], "score": 1 }'],
  ] as const)
    await assert.rejects(analyzeTexts({ files: { [name]: text } }), /no config/, name);
});
