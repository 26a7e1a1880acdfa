/** The gateway as a service: where it listens, what it asks of callers, what it hands to them. What it lets agents do is said elsewhere. */
import type { Edit, Json } from "../../finding.ts";
import type { Setting } from "../../grants/contact.ts";
import type { Login, Neighbourhood, Offer, Service } from "../../grants/service.ts";
import { at, elementsOf, member, readAny, readBoolean, readString, readWord, type Place } from "../../reader.ts";
import type { Read } from "../../read.ts";
import { isSwitchedOn } from "./guards/context.ts";
import { inForce, type Behaviour } from "./releases.ts";
import { heldBackTools } from "./tables/gateway-offers.ts";

/** None where the config is for a client of a gateway elsewhere, or is not there at all. */
export function readGateway(config: Place, behaviour: Behaviour): Service[] {
  const gateway = member(config, "gateway");
  const mode = readString(member(gateway, "mode"));
  if (config.unknown !== undefined || (mode.state === "set" && mode.value === "remote")) return [];
  const from = readNeighbourhood(gateway, behaviour);
  const login = readLogin(gateway, behaviour);
  const set = (path: string, value: Json): readonly Edit[] => [setting(at(gateway, ...path.split(".")), value)];
  const asks = set("auth.mode", "token");
  return [
    {
      name: "gateway",
      from,
      isEncrypted: readEncryption(gateway, from, behaviour),
      login,
      doors: isSwitchedOn(config, "hooks.enabled") ? ["gateway", "hooks"] : ["gateway"],
      limitsGuesses: readLimit(gateway, behaviour),
      offers: [...readEndpoints(gateway), ...readTools(gateway, behaviour)],
      withdraw: from.value === "machine" ? [] : withdrawal(gateway, set),
      // A mode that asks for a token is met by one the release makes up, if it does that; where it does not, no edit can write a secret.
      askForLogin: login.value === "none" && behaviour.unsetLogin === "made-up-token" ? asks : [],
      limitGuesses: set("auth.rateLimit", { maxAttempts: 10, windowMs: 60_000, lockoutMs: 300_000 }),
    },
  ];
}

function setting(place: Place, value: Json): Edit {
  return { op: "set", file: place.at.file, path: place.path, value };
}

function withdrawal(gateway: Place, set: (path: string, value: Json) => readonly Edit[]): readonly Edit[] {
  const bind = readString(member(gateway, "bind"));
  const tailscale = readString(at(gateway, "tailscale", "mode"));
  return [
    ...(bind.state === "set" && bind.value !== "loopback" ? set("bind", "loopback") : []),
    ...(tailscale.state === "set" && tailscale.value !== "off" ? set("tailscale.mode", "off") : []),
  ];
}

function settingOf<Value>(value: Value | undefined, layer: string, says: string, read: Read<unknown>): Setting<Value> {
  return { value, isWritten: read.state !== "unset", because: { layer, says: read.state === "unknown" ? read.why : says, read } };
}

const tailscaleModes = ["off", "serve", "funnel"] as const;
const bindModes = ["auto", "lan", "loopback", "custom", "tailnet"] as const;

function readNeighbourhood(gateway: Place, behaviour: Behaviour): Setting<Neighbourhood> {
  const tailscale = readWord(at(gateway, "tailscale", "mode"), tailscaleModes);
  if (tailscale.state === "set" && tailscale.value !== "off") {
    const says = `Tailscale passes connections on (mode "${tailscale.value}")`;
    return settingOf(tailscale.value === "funnel" ? "internet" : "devices", "gateway.tailscale", says, tailscale);
  }
  const bind = readWord(member(gateway, "bind"), bindModes);
  if (bind.state === "unset") return settingOf("machine", `default of ${behaviour.release}`, "it listens on this machine alone", bind);
  const word = bind.state === "set" ? bind.value : undefined;
  const says = `bind is "${word}"`;
  switch (word) {
    case "loopback":
      return settingOf("machine", "gateway.bind", says, bind);
    case "lan":
      return settingOf("network", "gateway.bind", says, bind);
    case "tailnet":
      return settingOf("devices", "gateway.bind", says, bind);
    case "custom":
      return readAddress(gateway, bind);
    default:
      // "auto" is the machine alone, or in a container everywhere: no file says where it will run.
      return settingOf<Neighbourhood>(undefined, "gateway.bind", says, bind);
  }
}

function readAddress(gateway: Place, bind: Read<unknown>): Setting<Neighbourhood> {
  const host = readString(member(gateway, "customBindHost"));
  if (host.state !== "set") return settingOf<Neighbourhood>(undefined, "gateway.bind", 'bind is "custom" without an address', bind);
  const address = host.value.trim();
  const isOwnDevices = /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(address);
  const value = /^127\./.test(address) ? "machine" : isOwnDevices ? "devices" : "network";
  return settingOf(/^\d+(?:\.\d+){3}$/.test(address) ? value : undefined, "gateway.customBindHost", `it listens on ${address}`, host);
}

function readEncryption(gateway: Place, from: Setting<Neighbourhood>, { release }: Behaviour): Setting<boolean> {
  if (from.because.layer === "gateway.tailscale") return settingOf(true, "gateway.tailscale", "Tailscale encrypts", from.because.read);
  const tls = readBoolean(at(gateway, "tls", "enabled"));
  if (tls.state === "unset") return settingOf(false, `default of ${release}`, "nothing is encrypted", tls);
  const value = tls.state === "set" ? tls.value : undefined;
  return settingOf(value, "gateway.tls", value ? "TLS is on" : "TLS is off", tls);
}

const loginModes = ["none", "token", "password", "trusted-proxy"] as const;

/** A mode says it; without one a secret that is written, or a reference to one; without that the environment, or the release. */
function readLogin(gateway: Place, behaviour: Behaviour): Setting<Login> {
  const auth = member(gateway, "auth");
  const mode = readWord(member(auth, "mode"), loginModes);
  if (mode.state === "unknown") return settingOf<Login>(undefined, "gateway.auth", "", mode);
  if (mode.state === "set") {
    const value: Login = mode.value === "none" ? "none" : mode.value === "trusted-proxy" ? "proxy" : "secret";
    return settingOf(value, "gateway.auth", `mode is "${mode.value}"`, mode);
  }
  const secrets = ["password", "token"].map((key) => readAny(member(auth, key)));
  const secret = secrets.find(({ state }) => state !== "unset");
  if (secret) return { value: "secret", isWritten: true, because: { layer: "gateway.auth", says: "a secret is asked for", read: secret } };
  const layer = `default of ${behaviour.release}`;
  return behaviour.unsetLogin === "made-up-token"
    ? settingOf<Login>("secret", layer, "a token is made up at the start", mode)
    : settingOf<Login>("unnamed", layer, "without a secret in the environment nothing is asked for", mode);
}

function readLimit(gateway: Place, { limitsGuesses, release }: Behaviour): Setting<boolean> {
  const read = readAny(at(gateway, "auth", "rateLimit"));
  if (read.state === "unset") {
    return settingOf(
      limitsGuesses,
      `default of ${release}`,
      limitsGuesses ? "who keeps guessing is locked out" : "guesses are not limited",
      read,
    );
  }
  return settingOf(read.state === "set" ? true : undefined, "gateway.auth.rateLimit", "guesses are limited", read);
}

/** Interfaces through which a caller has an agent act. */
function readEndpoints(gateway: Place): Offer[] {
  return ["chatCompletions", "responses"].flatMap((name): Offer[] => {
    const place = at(gateway, "http", "endpoints", name, "enabled");
    const read = readBoolean(place);
    if (read.state !== "set" || !read.value) return [];
    return [{ kind: "chat", name, read, withdraw: [setting(place, false)] }];
  });
}

/** Tools that callers do not get unless a list names them. */
function readTools(gateway: Place, { release }: Behaviour): Offer[] {
  const heldBack = new Set(inForce(heldBackTools, release).names);
  return elementsOf(at(gateway, "tools", "allow")).flatMap((place): Offer[] => {
    const read = readString(place);
    const name = read.state === "set" ? read.value.trim().toLowerCase() : "";
    if (!heldBack.has(name)) return [];
    return [{ kind: "tool", name, read, withdraw: [{ op: "remove", file: read.at.file, path: read.path }] }];
  });
}
