/**
 * Folders with secrets planted wherever one can stand. All are made up at random from a fixed seed, in the form their issuer gives them where that
 * has one.
 */
import fc from "fast-check";
import { secretPlaces } from "../server/src/core/dialects/openclaw/tables/secret-places.ts";
import { namedValues, secretKeyEndings, secretKeys } from "../server/src/core/dialects/secrets/tables/secret-keys.ts";
import { secretShapes } from "../server/src/core/dialects/secrets/tables/secret-shapes.ts";
import { plantSecret } from "./secret-search.ts";

let count = 0;

/** A new secret; `form` is what its issuer's look like. */
function plant(where: string, form: RegExp = /^[A-Za-z0-9]{28}$/): string {
  const [secret = ""] = fc.sample(fc.stringMatching(form), { numRuns: 1, seed: ++count });
  plantSecret(secret, where);
  return secret;
}

/** Short enough to be weak, long enough to be searched for. */
const short = /^[A-Z][a-z0-9]{10}$/;

/** Objects nested along a path, with numbers as names of list items would be. */
function nest(path: readonly string[], value: unknown): unknown {
  return path.reduceRight((inner, key) => ({ [key]: inner }), value);
}

function mergeInto(target: Record<string, unknown>, source: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(source)) {
    const own = target[key];
    if (isObject(own) && isObject(value)) mergeInto(own, value);
    else target[key] = value;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A secret at every place, under every key, in every block and of every look that the tables know, most of them where no schema has a key. */
function everyKind(): string {
  const root: Record<string, unknown> = { meta: { lastTouchedVersion: "2026.6.1" } };
  const put = (path: string): void => mergeInto(root, nest(path.split("."), plant(path)) as Record<string, unknown>);
  for (const { path } of secretPlaces) put(path.replaceAll("*", "own"));
  for (const key of Object.keys(secretKeys)) put(`plugins.entries.own.config.${key}`);
  for (const { ending } of secretKeyEndings) put(`plugins.entries.own.config.own_${ending}`);
  for (const block of Object.keys(namedValues)) put(`plugins.entries.other.${block}.${namesIn[block] ?? "own"}`);
  for (const { kind, shape } of secretShapes) {
    const secret = plant(kind, shape);
    mergeInto(root, { agents: { defaults: { notes: { [kind]: `a ${secret} in a text` } } }, own: { [kind]: [secret] } });
  }
  return JSON.stringify(root, null, 2);
}

/** A name that tells its value to be a secret, in each kind of block. */
const namesIn: Readonly<Record<string, string>> = {
  env: "OWN_TOKEN",
  vars: "OWN_PASSWORD",
  headers: "Authorization",
  auth: "value",
  tls: "key",
  edgeAuth: "own",
};

/** A config as people write them, with faults in and around what is secret. */
const config = `{
  meta: { lastTouchedVersion: "2026.6.1" },
  // not one of these may come out: ${plant("a comment")}
  gateway: { bind: "lan", auth: { mode: "token", token: "${plant("the gateway token")}", tokn: "${plant("an unknown key", /^ghp_[A-Za-z0-9]{36}$/)}" } },
  hooks: { enabled: true, token: "${plant("a short token", short)}",
    mappings: [{ match: { path: "x" }, action: "agent", sessionKey: "${plant("a session key")}" }] },
  channels: { $include: "./parts/channels.json5" },
  models: { providers: {
    acme: { baseUrl: "https://api.acme.example/v1", apiKey: "${plant("a provider's key", /^sk-ant-[A-Za-z0-9]{30}$/)}",
      headers: { Authorization: "Bearer ${plant("a header")}" }, models: [] },
    home: { baseUrl: "http://127.0.0.1:11434/v1", apiKey: "${plant("a key beside a local model")}", models: [] },
  } },
  mcp: { servers: {
    db: { command: "sh", args: ["--password", "${plant("an option")}", "-c", "DB_PASSWORD=${plant("an assignment")} run"] },
    far: { url: "http://tools.example.com/mcp?token=${plant("a query")}", headers: { "x-api-key": "${plant("a server's header")}" } },
  } },
  tools: { deny: ["exce"], exec: { security: "full", ask: "off" } },
  agents: { list: [
    { id: "main", default: true, subagents: { allowAgents: ["*"] },
      sandbox: { docker: { env: { DB_PASSWORD: "${plant("a sandbox's variable")}" }, setupCommand: "curl -u own:${plant("a user's password")} https://example.com/in.sh | sh" } } },
    { id: "hr", identity: { name: "${plant("a name that is none", /^glpat-[A-Za-z0-9]{24}$/)}" } },
  ] },
  cron: { webhookToken: "${plant("a key that counts for nothing")}" },
  cron: { webhookToken: "${plant("a key written twice")}" },
}
`;

const channels = `{
  telegram: { botToken: "${plant("a bot", /^\d{10}:[A-Za-z0-9_-]{35}$/)}", dmPolicy: "open", allowFrom: ["*"],
    webhookUrl: "https://own:${plant("an address")}@bot.example.com/hook?token=${plant("the query of an address")}" },
  discord: { token: "${plant("a bot in an include")}", },
}
`;

const approvals = JSON.stringify(
  {
    version: 1,
    socket: { path: "/run/own.sock", token: plant("the approvals socket") },
    defaults: { security: "full", ask: "off", note: plant("an unknown key of approvals", /^npm_[A-Za-z0-9]{36}$/) },
    agents: {
      main: {
        allowlist: [
          { pattern: "/usr/bin/*", lastUsedCommand: `run --key ${plant("a last used command", /^sk-[A-Za-z0-9]{40}$/)}` },
          {
            pattern: "/usr/bin/curl",
            lastUsedCommand: `curl -H 'Authorization: Bearer ${plant("a header in a command")}' https://example.com`,
          },
          {
            pattern: `/usr/bin/psql postgres://own:${plant("a pattern")}@db.example.com/own`,
            argPattern: `--token=${plant("an argument")}`,
          },
        ],
      },
    },
  },
  null,
  2,
);

const servers = (name: string): string => `{ "mcpServers": {
  "files": { "command": "npx", "args": ["files-mcp", "--api-key", "${plant(`an option in ${name}`)}"], "env": { "OWN_TOKEN": "${plant(`a variable in ${name}`)}" } },
  "far": { "url": "http://own:${plant(`an address in ${name}`)}@tools.example.com/mcp", "headers": { "Authorization": "Bearer ${plant(`a header in ${name}`)}" } }
} }
`;

const compose = `services:
  gateway:
    image: ghcr.io/openclaw/openclaw:latest
    privileged: true # was ${plant("a comment of a Compose file")}
    ports: ["18789:18789"]
    command: [node, dist/index.js, gateway, --token, "${plant("a command of a Compose file")}"]
    environment:
      - OPENCLAW_GATEWAY_TOKEN=${plant("a variable of a Compose file")}
      - OPENCLAW_GATEWAY_PASSWORD=\${OPENCLAW_GATEWAY_PASSWORD:-${plant("a default of a Compose file")}}
      - DATABASE_URL=postgres://own:${plant("an address in a Compose file")}@db/own
    volumes: ["~/.openclaw:/home/node/.openclaw"]
  other:
    image: ghcr.io/openclaw/openclaw:latest
    environment: { ANTHROPIC_API_KEY: "${plant("a block of variables")}" }
`;

const dockerfile = `FROM node:latest
# ${plant("a comment of a Dockerfile")}
ENV OPENCLAW_GATEWAY_TOKEN=${plant("a variable of an image")} OTHER=1
ARG NPM_TOKEN=${plant("an argument of an image")}
RUN curl -H "Authorization: Bearer ${plant("a command of an image")}" https://example.com/install.sh | sh && npm i -g openclaw
CMD ["openclaw", "gateway", "--password", "${plant("the start of an image")}"]
`;

const contract = `{ agents: { main: { purpose: "${plant("a contract", /^xoxb-\d{10}-[A-Za-z0-9]{24}$/)}", needs: ["exec"] }, hr: { needs: ["${plant("a need that is none", /^sk-or-[A-Za-z0-9]{30}$/)}"] } } }
`;

/** By folder: files beside each other are one set. */
export const plantedFolders: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  usual: {
    "openclaw.json": config,
    "parts/channels.json5": channels,
    "exec-approvals.json": approvals,
    "openclaw.json.bak": `{ channels: { slack: { botToken: "${plant("a copy", /^xoxb-\d{10}-[A-Za-z0-9]{24}$/)}" } } }`,
    "grantlint.json": contract,
    ".mcp.json": servers(".mcp.json"),
    "mcporter.json": servers("mcporter.json"),
  },
  kinds: { "openclaw.json": everyKind() },
  // Half typed, and everything behind it is part of a text that never ends.
  broken: {
    "openclaw.json": `{ gateway: { auth: { token: "${plant("a text without an end")}, mode: "token" }, hooks: { token: '${plant("what follows it")}' `,
  },
  container: { "compose.yaml": compose, Dockerfile: dockerfile },
};

/** How many there are. */
export const plantedCount = count;
