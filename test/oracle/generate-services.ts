/** Configs at random over what an audit looks at besides tools: the gateway, its page, hooks, the browser, channels, logs. */
import fc from "fast-check";
import { optional, strings } from "./generate-names.ts";
import type { NeutralConfig, Release } from "./shape.ts";

type Block = fc.Arbitrary<Record<string, unknown>>;

const long = "example-0123456789-not-a-real-token";
const secrets = fc.constantFrom(long, long, "example-9876543210-not-a-real-token", "kq3-ZZp-71x", "changeme");
const on = fc.constantFrom(true, true, false);

/** Keys that only some releases take. */
function known(release: Release, since: Release, keys: Record<string, fc.Arbitrary<unknown>>): Record<string, fc.Arbitrary<unknown>> {
  return release >= since ? keys : {};
}

/** Mostly valid: what is refused says nothing. */
export function serviceConfigs(release: Release): fc.Arbitrary<NeutralConfig> {
  const agents = fc
    .constantFrom(["main"], ["main", "ops"], ["main", "ops", "hr"])
    .map((ids) => ({ roster: ids.map((id, index) => (index === 0 ? { id, default: true } : { id })) }));
  return optional({
    gateway: gateways(release),
    hooks: hooks(),
    browser: browsers(release),
    channels: channels(release),
    logging: release < "2026.9.6" ? optional({ redactSensitive: fc.constantFrom("off", "tools") }) : fc.constant({}),
    discovery: optional({ mdns: optional({ mode: fc.constantFrom("off", "minimal", "full") }) }),
    tools: optional({ deny: strings("group:runtime", "exec") }),
    agents,
  });
}

function gateways(release: Release): Block {
  const modes = release === "2026.2.17" ? ["token", "password", "trusted-proxy"] : ["none", "token", "password", "trusted-proxy"];
  const login = optional({
    mode: fc.constantFrom(...modes),
    token: secrets,
    password: secrets,
    rateLimit: fc.constant({ maxAttempts: 5 }),
    trustedProxy: fc
      .tuple(
        fc.constant({ userHeader: "x-user" }),
        optional({
          allowUsers: strings("owner@example.com"),
          ...known(release, "2026.6.1", { allowLoopback: on }),
          ...known(release, "2026.9.6", {
            deviceAutoApprove: optional({ enabled: on, scopes: strings("operator.admin", "operator.read") }),
          }),
        }),
      )
      .map(([one, other]) => ({ ...one, ...other })),
  });
  const page = optional({
    enabled: on,
    allowedOrigins: strings("*", "https://control.example.com"),
    dangerouslyDisableDeviceAuth: on,
    ...(release < "2026.9.6" ? { allowInsecureAuth: on } : {}),
    ...known(release, "2026.6.1", { dangerouslyAllowHostHeaderOriginFallback: on }),
  });
  const tools = strings("exec", "cron", "automations", "gateway", "sessions_spawn", "read");
  const common = {
    auth: login,
    controlUi: page,
    trustedProxies: strings("10.0.0.5", "10.0.0.0/8", "0.0.0.0/0", "127.0.0.1"),
    tools: optional({ allow: tools }),
    http: optional({ endpoints: optional({ chatCompletions: optional({ enabled: on }), responses: optional({ enabled: on }) }) }),
    ...known(release, "2026.6.1", { allowRealIpFallback: on }),
  };
  const commands = strings("camera.snap", "sms.send", "canvas.eval");
  const nodes =
    release === "2026.9.6"
      ? optional({ commands: optional({ allow: commands, deny: commands }) })
      : optional({ allowCommands: commands, denyCommands: commands });
  return fc.oneof(
    { weight: 3, arbitrary: optional({ ...common, nodes, bind: fc.constantFrom("loopback", "lan", "lan", "tailnet", "auto") }) },
    { weight: 1, arbitrary: optional({ ...common, tailscale: optional({ mode: fc.constantFrom("off", "serve", "funnel") }) }) },
  );
}

function hooks(): Block {
  return optional({
    enabled: on,
    token: secrets,
    path: fc.constantFrom("/hooks", "/"),
    defaultSessionKey: fc.constant("hook:ingress"),
    allowedAgentIds: strings("main", "ops", "*"),
    allowRequestSessionKey: on,
    allowedSessionKeyPrefixes: fc.constant(["hook:"]),
    gmail: optional({ account: fc.constant("agent@example.com"), allowUnsafeExternalContent: on }),
    mappings: fc.array(
      optional({ allowUnsafeExternalContent: on }).map((rest) => ({
        match: { path: "x" },
        action: "agent",
        messageTemplate: "x",
        ...rest,
      })),
      { maxLength: 1 },
    ),
  });
}

function browsers(release: Release): Block {
  return optional({
    enabled: on,
    cdpUrl: fc.constantFrom("http://127.0.0.1:9222", "http://browser.example.com:9222", "https://browser.example.com"),
    ...known(release, "2026.6.1", { ssrfPolicy: optional({ dangerouslyAllowPrivateNetwork: on }) }),
  });
}

function channels(release: Release): Block {
  const senders = fc.constantFrom(["*"], ["1001"], ["1001", "*"]);
  const door = optional({
    enabled: fc.constantFrom(true, true, true, false),
    dmPolicy: fc.constantFrom("open", "pairing", "allowlist", "disabled"),
    allowFrom: senders,
    groupPolicy: fc.constantFrom("open", "allowlist", "disabled"),
  });
  const telegram = fc
    .tuple(door, optional({ botToken: fc.constant("0000000000:example-not-a-real-bot-token") }))
    .map(([one, other]) => ({ ...one, ...other }));
  const discord = optional({
    token: fc.constant("example-not-a-real-token"),
    ...known(release, "2026.6.1", { dangerouslyAllowNameMatching: on }),
  });
  return optional({ telegram, discord });
}
