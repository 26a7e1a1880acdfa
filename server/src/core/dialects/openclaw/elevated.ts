/**
 * Who may take an agent's commands out of its sandbox and past its prompts ("elevated"). Knows the config alone; whose messages reach the
 * agent at all is said elsewhere.
 */
import type { Because } from "../../grants/grant.ts";
import { at, elementsOf, member, membersOf, readAny, readBoolean, readWord, type Place } from "../../reader.ts";
import type { Behaviour } from "./releases.ts";
import { loginChannels } from "./tables/side-doors.ts";

/** Elevation over one channel. */
export interface Elevation {
  readonly channel: string;
  /** `open`: everyone on the channel; `listed`: named senders, or those with a login. */
  readonly who: "open" | "listed";
  /** Where a conversation starts. Whoever may elevate may also choose another level. */
  readonly level: "off" | "on" | "ask" | "full";
  /** True where a conversation that starts elevated runs its commands on the host, whatever the sandbox. */
  readonly leavesSandbox: boolean;
  /** True where the level `full` runs commands that policy and approvals deny. */
  readonly overridesPolicy: boolean;
  readonly because: readonly Because[];
  readonly certain: boolean;
}

/** The channels over which somebody may elevate, in writing order. An agent's own block can only take away. */
export function resolveElevated(config: Place, agent: Place | undefined, behaviour: Behaviour): Elevation[] {
  const common = at(config, "tools", "elevated");
  const own = agent ? at(agent, "tools", "elevated") : undefined;
  const switches = [{ layer: "tools.elevated", place: common }, ...(own ? [{ layer: "tools.elevated (agent)", place: own }] : [])].map(
    ({ layer, place }) => ({ layer, read: readBoolean(member(place, "enabled")) }),
  );
  if (switches.some(({ read }) => read.state === "set" && !read.value)) return [];
  const level = readWord(at(config, "agents", "defaults", "elevatedDefault"), levels);
  const start = level.state === "set" ? level.value : "on";
  const isSwitchKnown = switches.every(({ read }) => read.state !== "unknown");
  const ownLists = own && member(own, "allowFrom");
  return senderLists(config, behaviour).flatMap(({ key, layer, place }) => {
    const senders = readSenders(place);
    const ownList = ownLists && member(ownLists, key);
    const isNarrowed = ownLists?.node !== undefined && (ownList?.node?.type === "array" || !behaviour.elevatedFromChannel.includes(key));
    const narrowed = isNarrowed && ownList ? readSenders(ownList) : undefined;
    if (senders.who === "nobody" || narrowed?.who === "nobody") return [];
    const isEveryone = senders.who === "open" && (narrowed === undefined || narrowed.who === "open");
    const isOpen = isEveryone && !loginChannels.includes(key);
    const says = isOpen ? "everyone may elevate" : isEveryone ? "whoever is logged in may elevate" : "named senders may elevate";
    const because: Because[] = [
      { layer, says, read: readAny(place) },
      level.state === "unset"
        ? { layer: `default of ${behaviour.release}`, says: `elevatedDefault is "${start}"`, read: level }
        : { layer: "agents.defaults", says: level.state === "set" ? `elevatedDefault is "${start}"` : level.why, read: level },
    ];
    return [
      {
        channel: key,
        who: isOpen ? "open" : "listed",
        level: start,
        leavesSandbox: start !== "off",
        overridesPolicy: behaviour.fullElevation === "overrides",
        because,
        certain:
          isSwitchKnown && level.state !== "unknown" && senders.known && (narrowed?.known ?? true) && ownLists?.unknown === undefined,
      } as const,
    ];
  });
}

/** Every channel with a list of senders, its own list standing in where the release says so. */
function senderLists(config: Place, behaviour: Behaviour): { readonly key: string; readonly layer: string; readonly place: Place }[] {
  const written = membersOf(at(config, "tools", "elevated", "allowFrom")).map(({ key, place }) => ({
    key,
    layer: `tools.elevated.allowFrom.${key}`,
    place,
  }));
  const standIns = behaviour.elevatedFromChannel
    .filter((key) => !written.some((list) => list.key === key && list.place.node?.type === "array"))
    .map((key) => {
      const own = at(config, "channels", key, "allowFrom");
      return { key, layer: `channels.${key}`, place: own.node ? own : at(config, "channels", key, "dm", "allowFrom") };
    });
  return [...written.filter((list) => !standIns.some(({ key }) => key === list.key)), ...standIns];
}

const levels = ["off", "on", "ask", "full"] as const;

/** A list that is missing, empty or blank admits nobody. One that cannot be known is taken to name somebody. */
function readSenders(place: Place): { readonly who: "nobody" | "listed" | "open"; readonly known: boolean } {
  if (place.unknown !== undefined) return { who: "listed", known: false };
  const entries = elementsOf(place);
  const texts = entries.map(({ node }) => String(node?.value ?? "").trim()).filter((text) => text !== "");
  const known = entries.every(({ unknown }) => unknown === undefined);
  if (texts.includes("*")) return { who: "open", known };
  return { who: texts.length > 0 || !known ? "listed" : "nobody", known };
}
