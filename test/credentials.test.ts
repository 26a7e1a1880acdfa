/** Secrets in files: which are found, which are not, and that nothing of their values stays. All secrets here are made up. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findCredentials } from "../server/src/core/dialects/openclaw/credentials.ts";
import type { Credential } from "../server/src/core/grants/policy.ts";
import { analyzeTexts, nameOf } from "./analyze-texts.ts";
import { fileOf } from "./openclaw-files.ts";

const secret = "q8Zk3mWv7TtRb2Nx5Lp9";

/** An object with one value at a path; numbers in the path make lists. */
function nest(path: string, value: unknown): unknown {
  return path.split(".").reduceRight<unknown>((inner, key) => (key === "0" ? [inner] : { [key]: inner }), value);
}

function found(content: unknown, role: "config" | "approvals" = "config"): Credential[] {
  return findCredentials([fileOf(content, role)]);
}

/** Places that releases mark as sensitive. */
const places = [
  "gateway.auth.token",
  "gateway.auth.password",
  "gateway.remote.token",
  "gateway.remote.edgeAuth.headerValue",
  "gateway.controlUi.github.token",
  "hooks.token",
  "hooks.gmail.pushToken",
  "cron.webhookToken",
  "talk.apiKey",
  "talk.providers.own.apiKey",
  "talk.realtime.providers.own.apiKey",
  "messages.tts.elevenlabs.apiKey",
  "tts.personas.own.providers.own.apiKey",
  "models.providers.own.apiKey",
  "models.providers.own.headers.x-api-key",
  "models.providers.own.request.auth.value",
  "models.providers.own.request.tls.passphrase",
  "models.providers.own.request.tls.key",
  "models.providers.own.localService.env.OWN_TOKEN",
  "tools.web.search.apiKey",
  "tools.web.search.perplexity.apiKey",
  "tools.web.fetch.headers.Authorization",
  "tools.media.models.0.request.auth.token",
  "tools.media.audio.models.0.request.auth.value",
  "agents.defaults.memorySearch.remote.apiKey",
  "agents.list.0.memorySearch.remote.apiKey",
  "agents.entries.own.memory.search.remote.apiKey",
  "agents.defaults.sandbox.ssh.identityData",
  "agents.defaults.sandbox.docker.env.DB_PASSWORD",
  "skills.entries.own.apiKey",
  "skills.entries.own.env.OWN_API_KEY",
  "plugins.entries.own.config.accounts.own.password",
  "plugins.entries.own.config.twilio.authToken",
  "plugins.entries.own.config.routes.own.secret",
  "plugins.entries.own.config.streaming.openaiApiKey",
  "mcp.servers.own.env.GITHUB_TOKEN",
  "mcp.servers.own.headers.Authorization",
  "channels.telegram.botToken",
  "channels.telegram.accounts.own.webhookSecret",
  "channels.discord.token",
  "channels.discord.pluralkit.token",
  "channels.slack.signingSecret",
  "channels.slack.accounts.own.relay.authToken",
  "channels.feishu.accounts.own.appSecret",
  "channels.feishu.encryptKey",
  "channels.line.channelAccessToken",
  "channels.matrix.accessToken",
  "channels.msteams.appPassword",
  "channels.nostr.privateKey",
  "channels.irc.nickserv.password",
  "channels.synology-chat.incomingUrl",
  "channels.a2a.peers.own.outboundToken",
  "env.vars.OPENAI_API_KEY",
  "commands.ownerDisplaySecret",
];

test("a secret is found wherever OpenClaw keeps one", () => {
  for (const place of places) {
    const [credential, ...others] = found(nest(place, secret));
    assert.equal(credential?.form, "literal", place);
    assert.deepEqual(credential.path.join("."), place);
    assert.equal(others.length, 0, place);
  }
});

test("the approvals socket token is a secret that no reference can stand for", () => {
  const [credential] = found({ version: 1, socket: { path: "/x.sock", token: secret } }, "approvals");
  assert.equal(credential?.kind, "approvals socket token");
  assert.equal(credential.reference, undefined);
});

/** Texts in the place of a gateway token. */
const forms: readonly (readonly [text: string, form: Credential["form"]])[] = [
  [secret, "literal"],
  ["short1", "literal"],
  ["${OPENCLAW_GATEWAY_TOKEN}", "reference"],
  ["$OPENCLAW_GATEWAY_TOKEN", "reference"],
  ["OPENCLAW_GATEWAY_TOKEN", "reference"],
  ["env:GATEWAY_TOKEN", "reference"],
  ["op://vault/item/field", "reference"],
  ["Bearer ${TOKEN}", "reference"],
  ["<your token>", "placeholder"],
  ["{{gateway_token}}", "placeholder"],
  ["[REDACTED]", "placeholder"],
  ["__OPENCLAW_REDACTED__", "placeholder"],
  ["your-token-here", "placeholder"],
  ["changeme", "placeholder"],
  ["****************", "placeholder"],
  ["xxxxxxxx", "placeholder"],
];

for (const [text, form] of forms) {
  test(`"${text === secret ? "a secret" : text}" in the place of a secret is a ${form}`, () => {
    assert.deepEqual(
      found(nest("gateway.auth.token", text)).map((credential) => credential.form),
      [form],
    );
  });
}

test("a reference object is a reference", () => {
  const [credential] = found(nest("models.providers.own.apiKey", { source: "env", provider: "default", id: "OWN_KEY" }));
  assert.equal(credential?.form, "reference");
});

test("what only looks like a secret is none", () => {
  const harmless = {
    logging: { redactPatterns: ["sk-[A-Za-z0-9]{20,}", "sk-abcdefghijklmnopqrstuvwx"] },
    channels: { nostr: { privateKey: "~/.keys/nostr.pem" }, telegram: { botToken: "" } },
    agents: { defaults: { model: { primary: "anthropic/claude" }, sandbox: { docker: { env: { LANG: "C.UTF-8" } } } } },
    models: { providers: { own: { headers: { accept: "application/json" }, models: [{ id: "own", maxTokens: 8192 }] } } },
    session: { sendPolicy: { rules: [{ match: { keyPrefix: "agent:main:very-long-prefix-0123456789" } }] } },
  };
  assert.deepEqual(found(harmless), []);
});

test("a model on this machine may have any short word for a key, others may not", () => {
  const provider = (baseUrl: string | undefined, apiKey: string) => found({ models: { providers: { own: { baseUrl, apiKey } } } })[0]?.form;
  assert.equal(provider("http://127.0.0.1:11434/v1", "ollama"), "placeholder");
  assert.equal(provider("http://host.docker.internal:1234", "lm-studio"), "placeholder");
  assert.equal(provider("http://192.168.1.5:8080", "whatever"), "placeholder");
  assert.equal(provider(undefined, "ollama-local"), "placeholder");
  assert.equal(provider("https://api.example.com", "ollama"), "literal");
  assert.equal(provider("http://localhost:4000", secret), "literal");
});

/** Secrets known by their looks, in places that announce none. */
const shapes: readonly (readonly [kind: string, text: string])[] = [
  ["API key", `run --key sk-proj-${secret}${secret}`],
  ["Telegram bot token", `1234567890:${"A".repeat(35)}`],
  ["GitHub token", `https://${`ghp_${"a1B2".repeat(9)}`} x ghp_${"a1B2".repeat(9)}`],
  ["Slack token", `xoxb-${"1234567890"}-${secret}`],
  ["AWS access key", `AKIA${"ABCDEFGH12345678"}`],
  ["password in an address", `postgres://own:${secret}@db.example.com/own`],
  ["secret in an address", `https://example.com/hook?token=${secret}`],
  ["private key", `-----BEGIN OPENSSH PRIVATE KEY-----\n${secret}`],
];

for (const [kind, text] of shapes) {
  test(`a ${kind} is known by its looks`, () => {
    assert.deepEqual(
      found({ agents: { defaults: { note: text } } }).map((credential) => credential.kind),
      [kind],
    );
  });
}

/** Programs have ways of their own to take a password. */
const commands: readonly (readonly [command: string, kind: string | undefined])[] = [
  [`curl -H 'X-Api-Key: ${secret}' https://example.com`, "secret on a command line"],
  [`curl --header="Private-Token: ${secret}" https://example.com`, "secret on a command line"],
  [`PGPASSWORD=${secret} psql -c 'select 1'`, "secret on a command line"],
  [`MYSQL_PWD=${secret} mysql own`, "secret on a command line"],
  [`SSHPASS='${secret}' sshpass -e ssh host`, "secret on a command line"],
  [`sshpass -p ${secret} ssh host`, "password on a command line"],
  [`mysql -u root -p${secret} own`, "password on a command line"],
  [`redis-cli -h host -a ${secret} ping`, "password on a command line"],
  ["curl -H 'X-Api-Key: $KEY' https://example.com", undefined],
  ["curl -H 'Content-Type: application/json' https://example.com", undefined],
  ["PWD=/home/own OLDPWD=/home/own make", undefined],
  ["PGPASSWORD=$PW psql", undefined],
  ["mysql -u root -p own", undefined],
  ["mkdir -p /home/own/some-folder", undefined],
  ["cp -p one.txt two.txt && mysql own", undefined],
  ["redis-cli -h host ping", undefined],
];
for (const [command, kind] of commands) {
  test(`${kind === undefined ? "no secret stands" : "a secret stands"} in ${command.replace(secret, "…")}`, () => {
    const entry = { pattern: "/usr/bin/own", lastUsedCommand: command };
    const credentials = found({ version: 1, agents: { main: { allowlist: [entry] } } }, "approvals").filter(
      ({ form }) => form === "literal",
    );
    assert.deepEqual(
      credentials.map((credential) => credential.kind),
      kind === undefined ? [] : [kind],
    );
  });
}

test("a last used command in the approvals document can hold a secret", () => {
  const entry = { pattern: "/usr/bin/curl", lastUsedCommand: `curl -H "Authorization: Bearer sk-${secret}${secret}"` };
  assert.equal(found({ version: 1, agents: { main: { allowlist: [entry] } } }, "approvals")[0]?.kind, "API key");
});

test("a variable is suggested by the place, and never twice", () => {
  const credentials = found({
    gateway: { auth: { token: secret } },
    channels: { feishu: { accounts: { one: { appSecret: secret }, two: { appSecret: `${secret}2` } } } },
    models: { providers: { openai: { apiKey: secret } } },
    mcp: { servers: { own: { env: { GITHUB_TOKEN: secret } }, other: { env: { GITHUB_TOKEN: secret } } } },
  });
  assert.deepEqual(
    credentials.map((credential) => credential.reference?.variable),
    [
      "OPENCLAW_GATEWAY_TOKEN",
      "FEISHU_ONE_APP_SECRET",
      "FEISHU_TWO_APP_SECRET",
      "OPENAI_API_KEY",
      "GITHUB_TOKEN",
      "MCP_OTHER_GITHUB_TOKEN",
    ],
  );
  for (const { reference } of credentials) assert.equal(reference?.value, `\${${reference?.variable}}`);
});

test("equal secrets have equal fingerprints and different ones different", () => {
  const [one, same, other] = found({
    gateway: { auth: { token: secret } },
    hooks: { token: secret },
    cron: { webhookToken: `${secret}x` },
  });
  assert.equal(one?.fingerprint, same?.fingerprint);
  assert.notEqual(one?.fingerprint, other?.fingerprint);
});

test("a value that is not finished is unknown", () => {
  const [credential] = found('{ gateway: { auth: { token: "abc', "config");
  assert.ok(credential === undefined || credential.form === "unknown");
});

const values = fc.oneof(fc.string({ minLength: 1 }), fc.stringMatching(/^[A-Za-z0-9_-]{5,60}$/), fc.stringMatching(/^[0-9a-f]{32,64}$/));

test("nothing of a secret is kept", () => {
  fc.assert(
    fc.property(values, (value) => {
      for (const { fingerprint, reference, form } of found({ gateway: { auth: { token: value } } })) {
        if (form !== "literal") continue;
        const kept = [fingerprint, String(reference?.value), reference?.variable].join(" ");
        for (let start = 0; start + 5 <= value.length; start++) {
          const part = value.slice(start, start + 5);
          if (!"OPENCLAW_GATEWAY_TOKEN".includes(part))
            assert.ok(!kept.includes(part) || /^\*+$/.test(part), "a part of the secret is kept");
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("a short secret leaves almost nothing to check a guess against", () => {
  for (const value of ["hunter2", "abc", "pass word"]) {
    const [credential] = found({ gateway: { auth: { password: value } } });
    assert.ok((credential?.fingerprint.length ?? 0) <= 3);
  }
});

test("a reused secret names the other places that hold it, copies among them; of short values nothing is said", async () => {
  const files = {
    "openclaw.json": `{ hooks: { token: "${secret}abcd" }, cron: { webhookToken: "${secret}abcd" }, gateway: { remote: { token: "short-one", password: "short-one" } } }`,
    "openclaw.json.bak": `{ hooks: { token: "${secret}abcd" } }`,
  };
  const { findings } = await analyzeTexts({ files, openclaw: "2026.6.1" });
  const relatedOf = (path: string): string[] =>
    findings
      .filter(({ rule, at, path: where }) => rule === "plaintext-credential" && at.file.endsWith(".json") && where.join(".") === path)
      .flatMap(({ related }) => related.map(({ at, message }) => `${nameOf(at.file)}: ${message}`));
  assert.deepEqual(relatedOf("hooks.token"), [
    "openclaw.json: the cron webhook token has the same value",
    "openclaw.json.bak: a copy of the file holds the same value",
  ]);
  assert.deepEqual(relatedOf("gateway.remote.token"), []);
});

test("a secret in an included file is known by its place in the whole config", async () => {
  const files = {
    "openclaw.json": '{ gateway: { auth: { $include: "./parts/login.json5" } }, channels: { $include: ["parts/channels.json5"] } }',
    "parts/login.json5": '{ mode: "token", $include: "./token.json5" }',
    "parts/token.json5": '{ token: "kq3-ZZp-71x" }',
    "parts/channels.json5": `{ telegram: { botToken: "${secret}" } }`,
  };
  const { findings } = await analyzeTexts({ files, openclaw: "2026.6.1" });
  assert.deepEqual(
    findings.filter(({ rule }) => rule === "plaintext-credential").map(({ at, message }) => `${nameOf(at.file)}: ${message}`),
    [
      "parts/token.json5: The gateway token stands here in plain text, and is short enough to be guessed",
      "parts/channels.json5: The Telegram bot token stands here in plain text",
    ].reverse(),
  );
});

test("a secret with space around it is hidden where it is quoted without", async () => {
  const { redact } = await analyzeTexts({
    files: { "openclaw.json": `{ gateway: { auth: { token: " ${secret} " } }, hooks: { token: "   a    " } }` },
  });
  assert.equal(redact(`a name "${secret}"`), 'a name "********"');
});
