/** Origins from which pages may talk to the gateway. */
import type { LoweredGuard } from "../../../grants/lowered-guard.ts";
import { at, elementsOf, member, readBoolean, readString, type Place } from "../../../reader.ts";
import { loweredGuard, putting, type GuardContext } from "./context.ts";

/** It weighs most where the browser alone is the login, and no page has to know a token. */
export function findOriginGuards({ config, placesAt, behaviour }: GuardContext): LoweredGuard[] {
  const gateway = member(config, "gateway");
  const weight = isBrowserLogin(gateway) ? "worst" : "usual";
  const guard = (read: LoweredGuard["read"], says: string, title: string): LoweredGuard =>
    loweredGuard({
      kind: "allowed-origins-wildcard",
      read,
      says,
      door: "gateway",
      weight,
      restore: putting(`${title}, and list the origins of the control page`, read, undefined),
    });
  const origins = placesAt("gateway.controlUi.allowedOrigins").flatMap(elementsOf).map(readString);
  const wildcard = behaviour.originWildcard && origins.find((read) => read.state === "set" && read.value.trim() === "*");
  const fallbacks = placesAt("gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback").map(readBoolean);
  const fallback = behaviour.hostHeaderFallback && fallbacks.find((read) => read.state === "set" && read.value);
  return [
    ...(wildcard
      ? [guard(wildcard, "A page of any origin may talk to the gateway through the browser of whoever opens it", "Take the wildcard away")]
      : []),
    ...(fallback
      ? [
          guard(
            fallback,
            "The control page takes the name a browser was sent to for proof of where a page comes from",
            "Take the fallback away",
          ),
        ]
      : []),
  ];
}

function isBrowserLogin(gateway: Place): boolean {
  const mode = readString(at(gateway, "auth", "mode"));
  const tailscale = readString(at(gateway, "tailscale", "mode"));
  return (
    (mode.state === "set" && (mode.value === "none" || mode.value === "trusted-proxy")) ||
    (tailscale.state === "set" && tailscale.value === "serve")
  );
}
