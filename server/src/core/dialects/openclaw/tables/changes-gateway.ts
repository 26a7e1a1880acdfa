/** When OpenClaw's gateway changed what it asks of callers. Facts with their source, no logic. */
import type { ChangePoint } from "./change-point.ts";

export interface GatewayBehaviour {
  /** What the gateway asks for where neither mode nor secret is configured: nothing, or a token it makes up at its start. */
  readonly unsetLogin: "nothing" | "made-up-token";
  /** Whether callers who keep guessing are locked out without `gateway.auth.rateLimit`. */
  readonly limitsGuesses: boolean;
  /** Whether `*` in `gateway.controlUi.allowedOrigins` means every origin. */
  readonly originWildcard: boolean;
  /** Whether taking a page's origin from the `Host` header is a choice; before that it is always done. */
  readonly hostHeaderFallback: boolean;
}

/** What held in 2026.2.17 and before the first change point. */
export const firstGatewayBehaviour: GatewayBehaviour = {
  unsetLogin: "nothing",
  limitsGuesses: false,
  originWildcard: false,
  hostHeaderFallback: false,
};

export const gatewayChanges: readonly ChangePoint<GatewayBehaviour>[] = [
  {
    id: "made-up-token",
    since: "2026.2.19",
    what: "without a configured login the gateway makes up a token instead of asking for nothing",
    source: "gateway auth read in 2026.2.17 and 2026.2.19, run in 2026.6.1",
    values: { unsetLogin: "made-up-token" },
  },
  {
    id: "host-header-fallback",
    since: "2026.2.23",
    what: "a page's origin is no longer taken from the Host header unless a setting says so",
    source: "origin check read in 2026.2.22 and 2026.2.23",
    values: { hostHeaderFallback: true },
  },
  {
    id: "origin-wildcard",
    since: "2026.3.1",
    what: '"*" among the allowed origins means every origin',
    source: "origin check read in 2026.2.26 and 2026.3.1",
    values: { originWildcard: true },
  },
  {
    id: "guess-limit",
    since: "2026.5.26",
    what: "callers who keep guessing are locked out also where nobody configured it",
    source: "gateway start read in 2026.5.22 and 2026.5.26, and in 2026.6.1 and 2026.9.6",
    values: { limitsGuesses: true },
  },
];
