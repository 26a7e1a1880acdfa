/** Rules over several keys of the gateway and the services around it. Source: the packages' own validation, read and run. */
import { isSimpleDuration } from "./constraints-policy.ts";
import { parseDuration, parseUrl, textTest } from "../../schema/text-tests.ts";
import { elements, findMember, members, type Node } from "../../syntax/tree.ts";
import type { Complaint, Complaints, Constraint } from "./constraints-types.ts";
import {
  anchor,
  asText,
  during,
  isOpen,
  isSomething,
  keyOf,
  middle,
  newest,
  oldest,
  quoted,
  text,
  trimmed,
  word,
} from "./constraints-values.ts";

const notADuration = "This is not a duration; write 30m, 24h or 7d";
const notASize = "This is not a size; write 512kb, 10mb or 1gb";
const isSize = (written: string): boolean => textTest("byte-size").passes(written);
const isDuration = (unit: string) => (written: string) => parseDuration(written, unit) !== undefined;

export const serviceConstraints: readonly Constraint[] = [
  asText(["session.maintenance.maxDiskBytes", "session.maintenance.highWaterBytes", "cron.runLog.maxBytes"], isSize, notASize),
  ...during({ until: oldest }, [
    asText(["session.maintenance.rotateBytes"], isSize, notASize),
    asText(["session.maintenance.pruneAfter"], (written) => written !== "" && isSimpleDuration(written), notADuration),
    {
      at: ["messages.tts"],
      judge: (tts) => (findMember(tts, "enabled") ? { node: keyOf(tts, "enabled"), message: '"enabled" is gone: use "auto"' } : undefined),
    },
  ]),
  ...during({ since: middle, until: middle }, [
    asText(["session.maintenance.pruneAfter", "session.maintenance.resetArchiveRetention"], isDuration("d"), notADuration),
  ]),
  ...during({ until: middle }, [{ at: ["audio.transcription.command"], judge: judgeProgram }]),
  ...during({ since: middle }, [
    asText(["cron.sessionRetention"], isDuration("h"), notADuration),
    { at: ["gateway"], judge: judgeTailscale },
    { at: ["talk", "talk.realtime"], judge: judgeTalk },
    { at: ["browser.profiles.*"], judge: judgeProfile },
  ]),
  ...during({ until: oldest }, [{ at: ["browser.profiles.*"], judge: judgeOldProfile }]),
  ...during({ since: middle, until: middle }, [
    { at: ["gateway"], judge: judgeStaleness },
    { at: ["agents.defaults.runRetries", "agents.list.*.runRetries"], judge: judgeRetries },
  ]),
  ...during({ since: newest }, [
    { at: ["gateway"], judge: judgeIngress },
    { at: ["gateway.roles"], judge: judgeRoles },
    { at: ["gateway.remote.edgeAuth"], judge: judgeHeaders },
    { at: ["hooks"], judge: judgeHooks },
    { at: ["browser.profiles.*"], judge: judgeExtensionProfile },
    { at: ["cloudWorkers.profiles.*.settings"], judge: judgeWorkerSettings },
  ]),
];

/** Tailscale serves what listens on this machine alone, and never without a login. */
function judgeTailscale(gateway: Node): Complaint[] {
  const mode = text(findMember(findMember(gateway, "tailscale"), "mode"));
  if (mode !== "serve" && mode !== "funnel") return [];
  const complaints: Complaint[] = [];
  const bind = findMember(gateway, "bind");
  const host = findMember(gateway, "customBindHost");
  const isLocal = bind === undefined || text(bind) === "loopback" || text(bind) === undefined;
  const isLocalHost = text(bind) === "custom" && (host?.type === "string" ? isLoopback(text(host)) : isOpen(gateway));
  if (!isLocal && !isLocalHost && bind)
    complaints.push({ node: bind, message: `With tailscale.mode "${mode}" the gateway must be bound to "loopback"` });
  const login = findMember(findMember(gateway, "auth"), "mode");
  if (text(login) === "none" && login) complaints.push({ node: login, message: `With tailscale.mode "${mode}" the gateway needs a login` });
  return complaints;
}

function isLoopback(host: string | undefined): boolean {
  return host === undefined || /^127(?:\.(?:0|[1-9]\d{0,2})){3}$/.test(host);
}

function judgeTalk(talk: Node): Complaint | undefined {
  const providers = findMember(talk, "providers");
  const provider = findMember(talk, "provider");
  if (isOpen(providers) || isOpen(talk) || (provider && text(provider) === undefined)) return undefined;
  const names = members(providers).map(({ key }) => key);
  const chosen = word(provider);
  if (chosen === undefined)
    return names.length > 1 ? { node: keyOf(talk, "providers"), message: 'Several providers need "provider" to choose one' } : undefined;
  return names.length === 0 || names.includes(chosen) || !provider
    ? undefined
    : { node: provider, message: `There is no provider${quoted(chosen)} under "providers"` };
}

function judgeOldProfile(profile: Node): Complaint | undefined {
  return reachesBrowser(profile) || isOpen(profile)
    ? undefined
    : { node: anchor(profile), message: 'A browser profile needs "cdpPort" or "cdpUrl"' };
}

/** Drivers that bring their own connection. */
const connected = ["existing-session", "extension"];

function judgeProfile(profile: Node): Complaint[] {
  const driver = text(findMember(profile, "driver"));
  if (isOpen(profile) || (findMember(profile, "driver") && driver === undefined)) return [];
  const complaints: Complaint[] = [];
  if (!connected.includes(driver ?? "") && !reachesBrowser(profile))
    complaints.push({ node: anchor(profile), message: 'A browser profile needs "cdpPort" or "cdpUrl"' });
  if (driver !== "existing-session" && isSomething(findMember(profile, "userDataDir"))) {
    complaints.push({ node: keyOf(profile, "userDataDir"), message: '"userDataDir" needs "driver": "existing-session"' });
  }
  return complaints;
}

function judgeExtensionProfile(profile: Node): Complaint | undefined {
  const clashes = text(findMember(profile, "driver")) === "extension" && isSomething(findMember(profile, "cdpUrl"));
  return clashes ? { node: keyOf(profile, "cdpUrl"), message: '"cdpUrl" does not go with "driver": "extension"' } : undefined;
}

function reachesBrowser(profile: Node): boolean {
  return isSomething(findMember(profile, "cdpPort")) || isSomething(findMember(profile, "cdpUrl"));
}

function judgeStaleness(gateway: Node): Complaint | undefined {
  const stale = findMember(gateway, "channelStaleEventThresholdMinutes");
  const check = findMember(gateway, "channelHealthCheckMinutes");
  const minutes = check === undefined ? 5 : Number(check.value);
  if (stale?.type !== "number" || minutes === 0 || !(Number(stale.value) < minutes)) return undefined;
  return { node: stale, message: '"channelStaleEventThresholdMinutes" must not be below "channelHealthCheckMinutes" (5 by default)' };
}

function judgeRetries(retries: Node): Complaint | undefined {
  const [least, most] = [findMember(retries, "min"), findMember(retries, "max")];
  const isUpsideDown = least?.type === "number" && most?.type === "number" && Number(most.value) < Number(least.value);
  return isUpsideDown ? { node: most, message: '"max" must not be below "min"' } : undefined;
}

function judgeProgram(command: Node): Complaint | undefined {
  const [program] = elements(command);
  if (!program) return { node: command, message: "The command needs a program" };
  const name = program.type === "string" ? text(program)?.trim() : undefined;
  if (name === undefined) return undefined;
  const isSafe =
    name !== "" &&
    !/[;&|`$<>"'\r\n\0]/.test(name) &&
    (/[/\\]|^[.~]/.test(name) || (/^[A-Za-z0-9._+-]+$/.test(name) && !name.startsWith("-")));
  return isSafe ? undefined : { node: program, message: "This must be a program name or path without quotes or shell characters" };
}

/** The ingress of portals must not stand where the gateway itself stands. */
function judgeIngress(gateway: Node): Complaint[] {
  const ingress = findMember(findMember(gateway, "portals"), "ingress");
  const domain = findMember(ingress, "domain");
  const port = findMember(ingress, "port");
  const complaints: Complaint[] = [];
  const origins = [findMember(gateway, "publicOrigin"), ...elements(findMember(findMember(gateway, "controlUi"), "allowedOrigins"))];
  const name = text(domain)?.toLowerCase();
  if (domain && name !== undefined && origins.some((origin) => sharesDomain(name, text(origin)))) {
    complaints.push({ node: domain, message: "The ingress of portals needs a domain apart from the gateway's own origins" });
  }
  const own = findMember(gateway, "port");
  const gatewayPort = own === undefined ? (isOpen(gateway) ? undefined : defaultPort) : own.value;
  if (port?.type === "number" && port.value === gatewayPort)
    complaints.push({ node: port, message: "The ingress of portals needs a port of its own" });
  return complaints;
}

const defaultPort = 18789;

function sharesDomain(domain: string, origin: string | undefined): boolean {
  const host = origin === undefined ? undefined : parseUrl(origin)?.hostname;
  return host !== undefined && (host === domain || host.endsWith(`.${domain}`));
}

function judgeRoles(roles: Node): Complaint | undefined {
  const fallback = findMember(roles, "default");
  const definitions = findMember(roles, "definitions");
  const name = trimmed(fallback);
  if (!fallback || name === undefined || !definitions || isOpen(definitions)) return undefined;
  const isDefined = members(definitions).some(({ key }) => key.trim() === name);
  return isDefined ? undefined : { node: fallback, message: `There is no role${quoted(name)} under "definitions"` };
}

/** Headers that the connection itself sets. */
const ownHeaders = [
  ...["host", "connection", "upgrade", "content-length"],
  ...["sec-websocket-key", "sec-websocket-version", "sec-websocket-protocol", "sec-websocket-extensions"],
];

function judgeHeaders(headers: Node): Complaints {
  const written = members(headers);
  if (written.length === 0) return isOpen(headers) ? undefined : { node: anchor(headers), message: '"edgeAuth" must not be empty' };
  const seen = new Set<string>();
  return written.flatMap(({ key, keyNode }): Complaint[] => {
    const name = key.toLowerCase();
    const isRepeated = seen.has(name);
    seen.add(name);
    if (!/^[!#$%&'*+\-.^_`|~0-9a-z]+$/.test(name)) return [{ node: keyNode, message: "This is not the name of an HTTP header" }];
    if (isRepeated) return [{ node: keyNode, message: "This header is given twice" }];
    return ownHeaders.includes(name) ? [{ node: keyNode, message: "This header belongs to the connection itself" }] : [];
  });
}

function judgeHooks(hooks: Node): Complaint[] {
  if (isOpen(hooks) || (isSomething(findMember(hooks, "defaultSessionKey")) && text(findMember(hooks, "defaultSessionKey"))?.trim() !== ""))
    return [];
  return elements(findMember(hooks, "mappings")).flatMap((mapping): Complaint[] => {
    const action = findMember(mapping, "action");
    const isAgent = action === undefined || text(action) === "agent";
    const key = findMember(mapping, "sessionKey");
    const hasKey = key !== undefined && text(key)?.trim() !== "";
    const isKept = text(findMember(mapping, "sessionMode")) === "persistent";
    if (!isAgent || !isKept || hasKey || findMember(mapping, "transform") || isOpen(mapping)) return [];
    return [
      { node: keyOf(mapping, "sessionMode"), message: 'A persistent session needs "sessionKey", "hooks.defaultSessionKey" or a transform' },
    ];
  });
}

/** Names of settings whose value is a secret. */
const secretNames = /token$|password|secret|api.?key|encrypt.?key|private.?key|serviceaccount(?:ref)?$/i;
const harmlessNames =
  /(?:maxtokens|maxoutputtokens|maxinputtokens|maxcompletiontokens|contexttokens|totaltokens|tokencount|tokenlimit|tokenbudget|passwordfile)$/i;

/** Settings of a worker's provider keep their secrets elsewhere. */
function judgeWorkerSettings(settings: Node): Complaint[] {
  if (settings.type === "array") return elements(settings).flatMap(judgeWorkerSettings);
  return members(settings).flatMap(({ key, keyNode, value }): Complaint[] => {
    if (!value) return [];
    const name = key.replace(/ref$/i, "");
    const isSecret = key.toLowerCase() === "keyref" || [key, name].some((one) => secretNames.test(one) && !harmlessNames.test(one));
    if (!isSecret) return judgeWorkerSettings(value);
    const isReference = value.type === "object" && ["source", "provider", "id"].every((part) => findMember(value, part));
    return isReference ? [] : [{ node: keyNode, message: `"${key}" must be a reference to a secret: source, provider and id` }];
  });
}
