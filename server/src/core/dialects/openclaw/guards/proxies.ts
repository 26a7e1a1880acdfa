/** Proxies whose word the gateway takes: for the address of a caller, and for who the caller is. */
import type { LoweredGuard } from "../../../grants/lowered-guard.ts";
import type { Read } from "../../../read.ts";
import { at, elementsOf, member, readBoolean, readString, readStringList, type Place } from "../../../reader.ts";
import { loweredGuard, putting, type GuardContext } from "./context.ts";

export function findProxyGuards({ config }: GuardContext): LoweredGuard[] {
  const gateway = member(config, "gateway");
  const mode = readString(at(gateway, "auth", "mode"));
  const isLogin = mode.state === "set" && mode.value === "trusted-proxy";
  const proxies = elementsOf(member(gateway, "trustedProxies")).map(readString);
  return [...wideRanges(proxies, isLogin), ...realAddress(gateway, proxies), ...(isLogin ? proxyLogin(gateway) : [])];
}

/** A private network of that size is common behind containers, and harmless while a proxy's word is no login. Names and wildcards match nothing. */
function wideRanges(proxies: readonly Read<string>[], isLogin: boolean): LoweredGuard[] {
  return proxies.flatMap((read) => {
    const range = read.state === "set" ? /^[\da-f.:]+\/(\d+)$/i.exec(read.value.trim()) : null;
    if (!range || read.state !== "set" || Number(range[1]) >= (isLogin ? 16 : 8)) return [];
    const claims = isLogin ? "tell the gateway who the caller is" : "tell the gateway where a caller is";
    return loweredGuard({
      kind: "wide-trusted-proxies",
      read,
      says: `Every address of ${read.value.trim()} may ${claims}`,
      door: "gateway",
      weight: isLogin ? "worst" : "usual",
      restore: putting("Take this range away, and name the proxy's own address", read, undefined),
    });
  });
}

/** Without a proxy to trust the setting does nothing. */
function realAddress(gateway: Place, proxies: readonly unknown[]): LoweredGuard[] {
  const read = readBoolean(member(gateway, "allowRealIpFallback"));
  if (read.state !== "set" || !read.value || proxies.length === 0) return [];
  const says = "A caller's address is taken from a header that many proxies pass on as the caller wrote it";
  const restore = putting("Take the address from the proxies' own header alone", read, undefined);
  return [loweredGuard({ kind: "wide-trusted-proxies", read, says, door: "gateway", restore })];
}

function proxyLogin(gateway: Place): LoweredGuard[] {
  const login = at(gateway, "auth", "trustedProxy");
  const users = readStringList(member(login, "allowUsers"));
  const isForAll = users.state === "unset" || (users.state === "set" && users.value.length === 0);
  const approve = readBoolean(at(login, "deviceAutoApprove", "enabled"));
  const local = readBoolean(member(login, "allowLoopback"));
  const guard = (read: Read<unknown>, says: string, weight: LoweredGuard["weight"], restore?: LoweredGuard["restore"]): LoweredGuard =>
    loweredGuard({ kind: "wide-trusted-proxies", read, says, door: "gateway", weight, ...(restore ? { restore } : {}) });
  return [
    ...(isForAll ? [guard(users, "Everyone whom the proxy lets through is let in, whoever that is", "minor")] : []),
    ...(approve.state === "set" && approve.value ? [approval(login, approve, guard)] : []),
    ...(local.state === "set" && local.value
      ? [guard(local, "Every program on this machine may tell the gateway who the caller is", "minor")]
      : []),
  ];
}

function approval(
  login: Place,
  read: Read<unknown>,
  guard: (...of: [Read<unknown>, string, LoweredGuard["weight"], LoweredGuard["restore"]]) => LoweredGuard,
): LoweredGuard {
  const scopes = elementsOf(at(login, "deviceAutoApprove", "scopes")).map(readString);
  const isAdmin = scopes.some((scope) => scope.state === "set" && scope.value.trim() === "operator.admin");
  const says = `New devices are approved without anybody looking${isAdmin ? ", with the rights of an administrator" : ""}`;
  return guard(read, says, isAdmin ? "worst" : "usual", putting("Have new devices approved by a person", read, false));
}
