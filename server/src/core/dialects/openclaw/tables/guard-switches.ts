/**
 * Settings that lower a guard by one value alone. Facts with their source, no logic.
 * Source: schemas and the code that reads each setting in 2026.2.17, 2026.6.1 and 2026.9.6; `since` and `until` read in the releases between them.
 */
import type { Json } from "../../../finding.ts";
import type { GuardKind, GuardWeight } from "../../../grants/lowered-guard.ts";

export interface GuardSwitch {
  readonly kind: GuardKind;
  /** `*` is any one member or element. */
  readonly path: string;
  /** The value that lowers it; `any` for whatever is written there. */
  readonly lowered: Json | "any";
  readonly says: string;
  /** What to write instead; without it the setting is taken away. */
  readonly restored?: Json;
  readonly title: string;
  readonly door?: "gateway";
  readonly weight?: GuardWeight;
  /** A switch that has to be on for this to count. */
  readonly needs?: string;
  /** The first release that has it, and the first that has it no more, where not all have it. */
  readonly since?: string;
  readonly until?: string;
}

/** An account says it for itself, the channel for all of them. */
function inChannels(key: string, row: Omit<GuardSwitch, "path">): GuardSwitch[] {
  return [`channels.*.${key}`, `channels.*.accounts.*.${key}`].map((path) => ({ path, ...row }));
}

export const guardSwitches: readonly GuardSwitch[] = [
  {
    kind: "device-auth-disabled",
    path: "gateway.controlUi.dangerouslyDisableDeviceAuth",
    lowered: true,
    says: "The control page lets in devices that nobody approved",
    title: "Have new devices approved again",
    door: "gateway",
    weight: "worst",
    until: "2026.8.1",
  },
  {
    kind: "device-auth-disabled",
    path: "gateway.controlUi.allowInsecureAuth",
    lowered: true,
    says: "The control page lets in devices without a proof of their own, on the token alone",
    title: "Have devices prove who they are again",
    door: "gateway",
    until: "2026.2.21",
  },
  {
    kind: "mdns-full",
    path: "discovery.mdns.mode",
    lowered: "full",
    says: "The network is told where the program and its remote shell are",
    restored: "minimal",
    title: "Announce no more than is needed to find the gateway",
  },
  {
    kind: "redaction-off",
    path: "logging.redactSensitive",
    lowered: "off",
    says: "Keys and tokens are written to the logs as they are",
    restored: "tools",
    title: "Have secrets left out of logs",
    until: "2026.8.1",
  },
  {
    kind: "unsafe-external-content",
    path: "hooks.gmail.allowUnsafeExternalContent",
    lowered: true,
    says: "Mail comes before the agent without the mark that strangers wrote it",
    title: "Mark mail as written by others again",
    needs: "hooks.enabled",
  },
  {
    kind: "unsafe-external-content",
    path: "hooks.mappings.*.allowUnsafeExternalContent",
    lowered: true,
    says: "What this hook receives comes before the agent without the mark that others wrote it",
    title: "Mark what the hook receives as written by others again",
    needs: "hooks.enabled",
  },
  {
    kind: "hook-runs-code",
    path: "hooks.mappings.*.transform",
    lowered: "any",
    says: "Each call of this hook runs a module inside the gateway",
    title: "Take the module away",
    needs: "hooks.enabled",
  },
  {
    kind: "hook-runs-code",
    path: "hooks.internal.handlers.*",
    lowered: "any",
    says: "An event runs this module inside the gateway",
    title: "Take the module away",
    needs: "hooks.internal.enabled",
    until: "2026.9.6",
  },
  {
    kind: "browser-private-network",
    path: "browser.ssrfPolicy.dangerouslyAllowPrivateNetwork",
    lowered: true,
    says: "The agents' browser may open addresses of this machine and of the private network",
    restored: false,
    title: "Keep the browser out of the private network",
    since: "2026.2.23",
  },
  ...inChannels("dangerouslyAllowNameMatching", {
    kind: "mutable-sender-names",
    lowered: true,
    says: "Senders are told by names that anybody can give themselves",
    title: "Tell senders by their ids alone",
    since: "2026.2.23",
  }),
  ...inChannels("dangerouslyDisableSignatureValidation", {
    kind: "guard-switched-off",
    lowered: true,
    says: "Messages are taken without a proof that they come from the channel",
    title: "Check signatures again",
    weight: "worst",
  }),
  ...inChannels("allowInsecureSsl", {
    kind: "guard-switched-off",
    lowered: true,
    says: "The channel's server need not prove who it is",
    title: "Check the server's certificate again",
  }),
  ...inChannels("network.dangerouslyAllowPrivateNetwork", {
    kind: "guard-switched-off",
    lowered: true,
    says: "Files that senders refer to may be fetched from the private network",
    title: "Keep the channel out of the private network",
  }),
  {
    kind: "guard-switched-off",
    path: "security.audit.suppressions.*",
    lowered: "any",
    says: "This hides a finding of OpenClaw's own audit from everybody",
    title: "Have the finding shown again",
    weight: "minor",
    since: "2026.6.1",
  },
  {
    kind: "guard-switched-off",
    path: "mcp.apps.enabled",
    lowered: true,
    says: "MCP servers may show people pages of their own",
    title: "Show no pages of MCP servers",
    weight: "minor",
    since: "2026.9.6",
  },
  {
    kind: "guard-switched-off",
    path: "browser.noSandbox",
    lowered: true,
    says: "The browser shows pages without the sandbox of its own that keeps them from the machine",
    title: "Run the browser in its own sandbox",
    weight: "minor",
  },
  {
    kind: "guard-switched-off",
    path: "browser.extensionRelay.allowLegacyAuth",
    lowered: true,
    says: "Browser extensions may still connect with the login of early releases",
    title: "Refuse the old login",
    weight: "minor",
  },
  {
    kind: "guard-switched-off",
    path: "cron.webhookSsrfPolicy.dangerouslyAllowPrivateNetwork",
    lowered: true,
    says: "Scheduled work may call addresses of the private network",
    title: "Keep scheduled calls out of the private network",
  },
  ...["models.providers.*.request", "models.providers.*.request.proxy", "tools.media.*.request", "tools.media.models.*.request"].map(
    (path): GuardSwitch => ({
      kind: "guard-switched-off",
      path: `${path}.tls.insecureSkipVerify`,
      lowered: true,
      says: "The provider's server need not prove who it is, and the key goes to whoever answers",
      title: "Check the server's certificate again",
    }),
  ),
];
