/**
 * The sandbox of an agent: each setting from its own block, from the defaults, or the program's, with the reads that decided; and which kinds
 * of session run in it. Knows nothing of tools.
 */
import type { Because, SessionKind } from "../../grants/grant.ts";
import type { SandboxSetting as Setting } from "../../grants/sandbox.ts";
import { at, elementsOf, member, readAny, readBoolean, readString, readWord, type Place } from "../../reader.ts";
import type { Read } from "../../read.ts";
import type { Behaviour } from "./releases.ts";
import { firstOf, type SandboxLayer, type SandboxLayers } from "./sandbox-layers.ts";

export interface Sandbox {
  /** The layers of the container's own settings. In a shared container an agent's own are ignored. */
  readonly inner: SandboxLayers;
  readonly layers: SandboxLayers;
  readonly mode: Setting<"off" | "non-main" | "all">;
  readonly scope: Setting<"session" | "agent" | "shared">;
  readonly workspaceAccess: Setting<"none" | "ro" | "rw">;
  readonly network: Setting<string>;
  /** Common binds and the agent's own, in this order; undefined when one of them is not known. */
  readonly binds: Setting<readonly string[]>;
  /** Whether a browser runs inside. */
  readonly browser: Setting<boolean>;
  /** Whether sandboxed sessions may drive the browser of the host. */
  readonly hostBrowser: Setting<boolean>;
}

/** What the program does when nobody wrote a setting. The same in 2026.2.17, 2026.6.1 and 2026.9.6 (run). */
const unset = { mode: "off", scope: "agent", workspaceAccess: "none", network: "none", browser: false, hostBrowser: false } as const;

export function resolveSandbox(config: Place, agent: Place | undefined, behaviour: Behaviour): Sandbox {
  const common = at(config, "agents", "defaults", "sandbox");
  const own = agent && member(agent, "sandbox");
  const defaults: SandboxLayer = { layer: "agents.defaults.sandbox", place: common };
  const layers: SandboxLayers = own ? [{ layer: "sandbox (agent)", place: own }, defaults] : [defaults];
  const scope = scopeOf(layers, behaviour);
  const inner: SandboxLayers = scope.value === "shared" ? [defaults] : layers;
  const pick = <Value>(from: SandboxLayers, value: Value, read: (place: Place) => Read<Value>) => firstOf(from, behaviour, value, read);
  return {
    inner,
    layers,
    mode: pick(layers, unset.mode, (place) => readWord(member(place, "mode"), ["off", "non-main", "all"])),
    scope,
    workspaceAccess: pick(layers, unset.workspaceAccess, (place) => readWord(member(place, "workspaceAccess"), ["none", "ro", "rw"])),
    network: pick<string>(inner, unset.network, (place) => readString(at(place, "docker", "network"))),
    binds: joinBinds(inner),
    browser: pick<boolean>(inner, unset.browser, (place) => readBoolean(at(place, "browser", "enabled"))),
    hostBrowser: pick<boolean>(inner, unset.hostBrowser, (place) => readBoolean(at(place, "browser", "allowHostControl"))),
  };
}

/** Early configs say `perSession` instead; it counts where no layer gives a scope. */
function scopeOf(layers: SandboxLayers, behaviour: Behaviour): Sandbox["scope"] {
  const scope = firstOf<"session" | "agent" | "shared">(layers, behaviour, unset.scope, (place) =>
    readWord(member(place, "scope"), ["session", "agent", "shared"]),
  );
  const perSession = layers.map(({ layer, place }) => ({ layer, read: readBoolean(member(place, "perSession")) }));
  const written = perSession.find(({ read }) => read.state !== "unset");
  if (scope.because.read.state !== "unset" || !written) return scope;
  const { layer, read } = written;
  if (read.state !== "set") return { value: undefined, because: { layer, says: "perSession is not known", read } };
  return { value: read.value ? "session" : "shared", because: { layer, says: `perSession is ${read.value}`, read } };
}

function joinBinds(layers: SandboxLayers): Setting<readonly string[]> {
  const places = layers.map(({ layer, place }) => ({ layer, place: at(place, "docker", "binds") }));
  const binds: string[] = [];
  for (const { layer, place } of [...places].reverse()) {
    const reads = elementsOf(place).map(readString);
    const unknown = place.unknown ?? reads.find((read) => read.state === "unknown")?.why;
    if (unknown !== undefined) return { value: undefined, because: { layer, says: unknown, read: readAny(place) } };
    binds.push(...reads.flatMap((read) => (read.state === "set" ? [read.value] : [])));
  }
  const written = places.find(({ place }) => place.node !== undefined) ?? { ...layers[0], place: at(layers[0].place, "docker", "binds") };
  const says = binds.length === 0 ? "nothing is bound" : `binds ${binds.map((bind) => JSON.stringify(bind)).join(", ")}`;
  return { value: binds, because: { layer: written.layer, says, read: readAny(written.place) } };
}

/** Whether a kind of session runs in the sandbox; `value` is undefined when that cannot be known. */
export interface Sandboxing {
  readonly value: boolean | undefined;
  readonly because: readonly Because[];
}

export function sandboxingOf(sandbox: Sandbox, kind: SessionKind, config: Place, behaviour: Behaviour): Sandboxing {
  const { mode } = sandbox;
  if (mode.value === undefined) return { value: undefined, because: [mode.because] };
  if (mode.value !== "non-main") return { value: mode.value === "all", because: [mode.because] };
  const main = isMainSession(kind, config, behaviour);
  return { value: main.value === undefined ? undefined : !main.value, because: [mode.because, main.because] };
}

/** Direct messages and groups can share the agent's main session, and then share its place; in late releases direct messages do not. */
function isMainSession(kind: SessionKind, config: Place, behaviour: Behaviour): Setting<boolean> {
  if (kind === "dm" && behaviour.directMessages === "with-main") {
    return sharesMain(readWord(at(config, "session", "dmScope"), dmScopes), true, "every direct message belongs to the main session");
  }
  if (kind === "group" && behaviour.groupScope) {
    return sharesMain(readWord(at(config, "session", "groupScope"), groupScopes), false, "every group belongs to the main session");
  }
  const { at: location, path } = at(config, "session", kind === "group" ? "groupScope" : "dmScope");
  const says = kind === "main" ? "the main session is not sandboxed" : `a ${kind} session is not the main session`;
  const read: Read<unknown> = { state: "unset", at: location, path };
  return { value: kind === "main", because: { layer: `default of ${behaviour.release}`, says, read } };
}

export const dmScopes = ["main", "per-peer", "per-channel-peer", "per-account-channel-peer"] as const;
const groupScopes = ["main", "per-group"] as const;

function sharesMain(read: Read<string>, byDefault: boolean, says: string): Setting<boolean> {
  const layer = read.path.join(".");
  if (read.state === "unknown") return { value: undefined, because: { layer, says: read.why, read } };
  const shares = read.state === "set" ? read.value === "main" : byDefault;
  return { value: shares, because: { layer, says: shares ? says : "sessions are kept apart from the main one", read } };
}
