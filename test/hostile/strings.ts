/** Texts built against readers of texts, and the places of a config where a text is read closely. */

/** `size` says how long the text is, roughly. */
export const attacks: readonly ((size: number) => string)[] = [
  (size) => `${"a".repeat(size)}!`,
  (size) => `${"-".repeat(size)}!`,
  (size) => `a${" ".repeat(size)}!`,
  (size) => `${"a ".repeat(size)}!`,
  (size) => `${"/".repeat(size)}!`,
  (size) => `${"../".repeat(size)}!`,
  (size) => `${"a.".repeat(size)}!`,
  (size) => `${"1".repeat(size)}x`,
  (size) => `${"1s".repeat(size)}x`,
  (size) => "${A:-".repeat(size),
  (size) => "${".repeat(size),
  (size) => "{{".repeat(size),
  (size) => `http://${"a:".repeat(size)}@x`,
  (size) => `http://x/?${"token=".repeat(size)}`,
  (size) => "://".repeat(size),
  (size) => "--password ".repeat(size),
  (size) => "Bearer ".repeat(size),
  (size) => "curl ".repeat(size),
  (size) => "npm install ".repeat(size),
  (size) => `sk-${"a-".repeat(size)}`,
  (size) => "changeme".repeat(size) + "!",
  (size) => "\\".repeat(size),
  (size) => "\0\ud800\ufeff\u2028".repeat(size),
  (size) => "*".repeat(size),
  (size) => "[".repeat(size),
  (size) => "(".repeat(size),
  (size) => "(a+)+".repeat(size),
  (size) => "`".repeat(size),
  (size) => "$".repeat(size) + ":/x",
  (size) => "a:".repeat(size),
];

/** A config with a text at every place that some reader looks into. */
export const placesOf = (hostile: string): Readonly<Record<string, string>> => ({
  "openclaw.json": JSON.stringify({
    meta: { lastTouchedVersion: hostile },
    env: { vars: { API_KEY: hostile, [hostile]: "x" } },
    agents: {
      defaults: {
        workspace: hostile,
        model: hostile,
        heartbeat: { every: hostile, prompt: hostile },
        sandbox: { mode: "all", docker: { image: hostile, network: hostile, binds: [hostile, `${hostile}:/x`], setupCommand: hostile } },
      },
      list: [{ id: hostile, name: hostile, workspace: hostile, tools: { profile: hostile, allow: [hostile], deny: [hostile] } }],
    },
    tools: {
      allow: [hostile],
      exec: { security: hostile, safeBins: [hostile], pathPrepend: [hostile], safeBinTrustedDirs: [hostile] },
      elevated: { enabled: true, allowFrom: { [hostile]: [hostile] } },
      media: { models: [{ type: "cli", command: hostile, args: [hostile] }] },
    },
    bindings: [{ agentId: hostile, match: { channel: hostile, peer: { id: hostile } } }],
    channels: { telegram: { botToken: hostile, allowFrom: [hostile], webhookUrl: hostile }, [hostile]: { dmPolicy: hostile } },
    gateway: {
      bind: hostile,
      auth: { mode: "token", token: hostile },
      trustedProxies: [hostile],
      controlUi: { allowedOrigins: [hostile], basePath: hostile },
    },
    hooks: {
      enabled: true,
      token: hostile,
      path: hostile,
      mappings: [{ match: { path: hostile }, action: hostile, transform: { module: hostile } }],
    },
    mcp: {
      servers: {
        [hostile]: { command: hostile, args: [hostile], env: { TOKEN: hostile }, url: hostile, headers: { Authorization: hostile } },
      },
    },
    models: { providers: { [hostile]: { baseUrl: hostile, apiKey: hostile, models: [] } } },
    plugins: {
      entries: { [hostile]: { enabled: true, config: { wakeNames: [hostile] } } },
      load: { paths: [hostile] },
      installs: { x: { spec: hostile } },
    },
    skills: { entries: { [hostile]: { apiKey: hostile } }, load: { extraDirs: [hostile] } },
    [hostile]: hostile,
  }),
  "exec-approvals.json": JSON.stringify({
    version: 1,
    socket: { path: hostile, token: hostile },
    defaults: { security: hostile, ask: hostile },
    agents: {
      [hostile]: { security: hostile, allowlist: [{ pattern: hostile, argPattern: hostile, lastUsedCommand: hostile }] },
      main: { allowlist: [{ pattern: hostile }, { pattern: `/bin/${hostile}`, argPattern: `^${hostile}$` }] },
    },
  }),
  "grantlint.json": JSON.stringify({ agents: { [hostile]: { purpose: hostile, needs: [hostile, `exec:${hostile}`], reason: hostile } } }),
});

/** Companions of a config with a text wherever one is read. */
export const companionsOf = (hostile: string): readonly Readonly<Record<string, string>>[] => [
  {
    ".mcp.json": JSON.stringify({
      mcpServers: { [hostile]: { command: hostile, args: [hostile], env: { TOKEN: hostile }, url: hostile } },
    }),
  },
  {
    "compose.yaml": JSON.stringify({
      services: {
        openclaw: {
          image: hostile,
          command: hostile,
          ports: [hostile],
          volumes: [hostile, `${hostile}:/x`],
          environment: { OPENCLAW_GATEWAY_TOKEN: hostile },
          env_file: hostile,
        },
      },
    }),
  },
  { Dockerfile: `FROM openclaw/openclaw:latest\nENV A=${oneLine(hostile)}\nRUN ${oneLine(hostile)}\nUSER ${oneLine(hostile)}\n` },
];

function oneLine(written: string): string {
  return written.replace(/[\r\n]/g, " ");
}

/** Names of files built against the patterns that tell whose they are. */
export const fileNames: readonly ((size: number) => string)[] = [
  (size) => `openclaw${"-".repeat(size)}!`,
  (size) => `openclaw${"-a".repeat(size)}!`,
  (size) => `openclaw${".a".repeat(size)}.json!`,
  (size) => `compose${"-".repeat(size)}!`,
  (size) => `docker-compose${".a-".repeat(size)}.yaml!`,
  (size) => `Dockerfile${".-".repeat(size)}!`,
  (size) => `openclaw.json.bak${".1".repeat(size)}`,
  (size) => `${"%".repeat(size)}openclaw.json`,
];

/** Words that mean something to JavaScript itself. */
export const inherited = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "__defineGetter__",
  "length",
  "then",
];
