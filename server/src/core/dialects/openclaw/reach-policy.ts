/**
 * Which sessions may write to which agents' sessions and start which agents' children: the policy alone. Whether a session has the tools for it
 * is another question.
 */
import type { Setting, Sight } from "../../grants/contact.ts";
import type { Because, SessionKind } from "../../grants/grant.ts";
import { at, elementsOf, member, readAny, readBoolean, readNumber, readString, readWord, type Place } from "../../reader.ts";
import type { Read } from "../../read.ts";
import { matchesPattern } from "./catalogue.ts";
import { normalizeId } from "./roster.ts";
import type { Behaviour } from "./releases.ts";

/** A yes or no with its reads; undefined where it cannot be known. */
export interface Decision {
  readonly value: boolean | undefined;
  readonly because: readonly Because[];
}

export interface MessagePolicy {
  /** Whether a session may write beyond its own agent at all. */
  readonly open: (sandboxed: boolean | undefined) => Decision;
  /** Whether both ends of a message are among the agents allowed. Undefined where the list is not known. */
  readonly includes: (agent: string) => boolean | undefined;
  readonly enabled: Setting<boolean>;
  readonly list: Place;
  readonly visibility: Setting<Sight>;
  /** What a sandbox makes of it. */
  readonly inSandbox: Setting<"spawned" | "all">;
}

export function readMessagePolicy(config: Place, behaviour: Behaviour): MessagePolicy {
  const enabled = settingOf(readBoolean(at(config, "tools", "agentToAgent", "enabled")), behaviour.unsetAgentToAgent, behaviour);
  const visibility = settingOf<Sight>(
    readWord(at(config, "tools", "sessions", "visibility"), ["self", "tree", "agent", "all"]),
    behaviour.unsetSessionVisibility,
    behaviour,
  );
  const place = at(config, "agents", "defaults", "sandbox", "sessionToolsVisibility");
  const inSandbox = settingOf<"spawned" | "all">(readWord(place, ["spawned", "all"]), "spawned", behaviour);
  const list = at(config, "tools", "agentToAgent", "allow");
  const outside = both(equals(visibility, "all"), equals(enabled, true));
  const inside = both(equals(inSandbox, "all"), outside);
  return {
    open: (sandboxed) =>
      sandboxed === undefined
        ? { value: inside.value === true ? true : outside.value === false ? false : undefined, because: inside.because }
        : sandboxed
          ? inside
          : outside,
    includes: readAgentList(list),
    enabled,
    list,
    visibility,
    inSandbox,
  };
}

/** A name with a star ignores case, one without does not; an empty list means everyone. */
function readAgentList(place: Place): (agent: string) => boolean | undefined {
  const reads = elementsOf(place).map(readString);
  if (place.unknown !== undefined) return () => undefined;
  if (reads.length === 0) return () => true;
  const names = reads.flatMap((read) => (read.state === "set" ? [read.value.trim()] : []));
  const exact = new Set(names);
  const patterns = names.filter((name) => name.includes("*")).map((name) => name.toLowerCase());
  const isKnown = names.length === reads.length;
  return (agent) =>
    exact.has(agent) || patterns.some((pattern) => matchesPattern(agent.toLowerCase(), pattern)) || (isKnown ? false : undefined);
}

export interface SpawnPolicy {
  /** Whether a session of this kind may start children at all. */
  readonly open: (kind: SessionKind) => Decision;
  /** Whether sandboxed sessions are kept from starting children outside. */
  readonly keepsInside: boolean;
  /** The other agents this one may start: all of them, or those named. */
  readonly targets: (agent: Place | undefined) => SpawnTargets;
}

export interface SpawnTargets {
  /** Every configured agent. Children of its own an agent may always start. */
  readonly everyone: boolean;
  readonly named: readonly string[];
  readonly certain: boolean;
  readonly because: Because;
}

export function readSpawnPolicy(config: Place, behaviour: Behaviour): SpawnPolicy {
  const common = at(config, "agents", "defaults", "subagents");
  const depth = readNumber(member(common, "maxSpawnDepth"));
  const levels = depth.state === "set" ? Math.max(1, Math.floor(depth.value)) : behaviour.unsetSpawnDepth;
  const depthBecause = { layer: "agents.defaults.subagents", says: `children are ${levels} levels deep`, read: depth };
  return {
    open: (kind) =>
      kind === "subagent"
        ? { value: depth.state === "unknown" ? undefined : levels > 1, because: [depthBecause] }
        : { value: true, because: [] },
    keepsInside: behaviour.spawnFromSandbox === "sandboxed",
    targets(agent) {
      const own = agent && at(agent, "subagents", "allowAgents");
      const places = [own, behaviour.spawnDefaults ? member(common, "allowAgents") : undefined].filter((place) => place !== undefined);
      const place = places.find(({ node, unknown }) => node !== undefined || unknown !== undefined);
      return place ? readTargets(place) : onlySelf(places[0] ?? member(common, "allowAgents"), behaviour);
    },
  };
}

function onlySelf(place: Place, behaviour: Behaviour): SpawnTargets {
  const because = { layer: `default of ${behaviour.release}`, says: "an agent may only start children of its own", read: readAny(place) };
  return { everyone: false, named: [], certain: true, because };
}

function readTargets(place: Place): SpawnTargets {
  const reads = elementsOf(place).map(readString);
  const names = reads.flatMap((read) => (read.state === "set" ? [read.value.trim()] : []));
  const everyone = names.includes("*");
  const named = names.filter((name) => name !== "" && name !== "*").map(normalizeId);
  const certain = place.unknown === undefined && names.length === reads.length;
  const says = everyone ? "allowAgents names everyone" : `allowAgents names ${named.join(", ") || "nobody"}`;
  const layer = place.path.includes("defaults") ? "agents.defaults.subagents" : "subagents (agent)";
  return { everyone, named, certain, because: { layer, says, read: readAny(place) } };
}

function settingOf<Value>(read: Read<Value>, unset: Value, behaviour: Behaviour): Setting<Value> {
  const name = read.path.join(".");
  if (read.state === "unknown") return { value: undefined, isWritten: true, because: { layer: name, says: read.why, read } };
  const isWritten = read.state === "set";
  const value = isWritten ? read.value : unset;
  const layer = isWritten ? name : `default of ${behaviour.release}`;
  return { value, isWritten, because: { layer, says: `${String(read.path.at(-1))} is ${JSON.stringify(value)}`, read } };
}

function equals<Value>({ value, because }: { readonly value: Value | undefined; readonly because: Because }, wanted: Value): Decision {
  return { value: value === undefined ? undefined : value === wanted, because: [because] };
}

/** Both must hold; one that does not decides alone. */
function both(one: Decision, other: Decision): Decision {
  if (one.value === false) return one;
  if (other.value === false) return other;
  return { value: one.value === true && other.value === true ? true : undefined, because: [...one.because, ...other.because] };
}
