/** Who can write over each channel account, in direct messages and in groups. Knows nothing of agents. */
import type { Because, Exposure } from "../../grants/grant.ts";
import { at, elementsOf, member, membersOf, readAny, readBoolean, readString, readWord, type Place } from "../../reader.ts";
import type { Behaviour } from "./releases.ts";

/** A channel account, the channel itself where it has no accounts, with the ways into it. */
export interface ChannelAccount {
  readonly channel: string;
  /** Undefined for the channel's default account. */
  readonly account: string | undefined;
  readonly exposures: readonly Exposure[];
}

export function readChannels(config: Place, behaviour: Behaviour): ChannelAccount[] {
  const channels = member(config, "channels");
  return membersOf(channels)
    .filter(({ key, place }) => key !== "defaults" && place.node?.type === "object" && isOn(place))
    .flatMap(({ key, place }) => {
      const common = member(channels, "defaults");
      const accounts = membersOf(member(place, "accounts")).filter(
        (account) => account.place.node?.type === "object" && isOn(account.place),
      );
      const named = accounts.map((account) => accountOf(key, account.key, [account.place, place], common, behaviour));
      // The channel's own settings are an account of their own only where none is named, or one is named the default.
      return named.length > 0 ? named : [accountOf(key, undefined, [place], common, behaviour)];
    });
}

function isOn(place: Place): boolean {
  const enabled = readBoolean(member(place, "enabled"));
  return enabled.state !== "set" || enabled.value;
}

/** An account's own block before the channel's. */
type Levels = readonly [Place, ...Place[]];

function accountOf(channel: string, account: string | undefined, levels: Levels, common: Place, behaviour: Behaviour): ChannelAccount {
  const name = account === undefined || account === "default" ? channel : `${channel}:${account}`;
  const isDefault = account === undefined || account === "default";
  const ways = [directMessages(name, levels, behaviour), groups(name, levels, common, behaviour)];
  return { channel, account: isDefault ? undefined : account, exposures: ways.filter((way) => way !== undefined) };
}

const dmPolicies = ["pairing", "allowlist", "open", "disabled"] as const;
const groupPolicies = ["open", "disabled", "allowlist"] as const;

/** Some channels keep their direct messages in a block of their own. */
function directMessages(name: string, levels: Levels, behaviour: Behaviour): Exposure | undefined {
  const policy = firstSet(levels, (level) => [member(level, "dmPolicy"), at(level, "dm", "policy")]);
  const senders = sendersOf(firstSet(levels, (level) => [member(level, "allowFrom"), at(level, "dm", "allowFrom")]));
  const read = readWord(policy, dmPolicies);
  const word = read.state === "set" ? read.value : "pairing";
  const because: Because[] = [wordBecause(name, "dmPolicy", word, read, behaviour), ...senders.because];
  const exposure = { through: "direct-message" as const, name, because, certain: read.state !== "unknown" && senders.isKnown };
  if (word === "disabled") return undefined;
  if (word === "open" || senders.isOpen) return { ...exposure, who: "open" };
  if (word === "pairing") return { ...exposure, who: "paired" };
  return senders.isEmpty ? undefined : { ...exposure, who: "listed" };
}

function groups(name: string, levels: Levels, common: Place, behaviour: Behaviour): Exposure | undefined {
  const policy = firstSet([...levels, common], (level) => [member(level, "groupPolicy")]);
  const own = sendersOf(firstSet(levels, (level) => [member(level, "groupAllowFrom")]));
  const senders = own.isWritten ? own : sendersOf(firstSet(levels, (level) => [member(level, "allowFrom")]));
  const chats = levels.flatMap((level) => chatKeys.map((key) => member(level, key))).filter((place) => membersOf(place).length > 0);
  const read = readWord(policy, groupPolicies);
  const word = read.state === "set" ? read.value : "allowlist";
  const because: Because[] = [wordBecause(name, "groupPolicy", word, read, behaviour), ...senders.because];
  const exposure = { through: "group" as const, name, because, certain: read.state !== "unknown" && senders.isKnown };
  if (word === "disabled") return undefined;
  if (word === "open") return { ...exposure, who: "open" };
  if (senders.isOpen) return { ...exposure, who: chats.length > 0 ? "listed" : "open" };
  return senders.isEmpty && chats.length === 0 ? undefined : { ...exposure, who: "listed" };
}

/** Where channels list the chats they take part in. */
const chatKeys = ["groups", "guilds", "channels", "teams", "rooms"] as const;

function wordBecause(name: string, setting: string, word: string, read: Because["read"], behaviour: Behaviour): Because {
  if (read.state === "unknown") return { layer: `channels.${name}`, says: read.why, read };
  return { layer: read.state === "set" ? `channels.${name}` : `default of ${behaviour.release}`, says: `${setting} is "${word}"`, read };
}

interface Senders {
  readonly isWritten: boolean;
  readonly isOpen: boolean;
  readonly isEmpty: boolean;
  readonly isKnown: boolean;
  readonly because: readonly Because[];
}

/** A number is a sender like a text. */
function sendersOf(place: Place): Senders {
  const reads = elementsOf(place).map(readAny);
  const isOpen = reads.some((read) => read.state === "set" && read.value === "*");
  const isWritten = place.node !== undefined;
  const says = isOpen ? "allowFrom names everyone" : `allowFrom names ${reads.length} senders`;
  return {
    isWritten,
    isOpen,
    isEmpty: reads.length === 0,
    isKnown: place.unknown === undefined && (isOpen || reads.every(({ state }) => state === "set")),
    because: isWritten ? [{ layer: place.path.slice(0, -1).join("."), says, read: readAny(place) }] : [],
  };
}

/** The first place where something is written, level by level; the first of all where nothing is. */
function firstSet(levels: Levels, places: (level: Place) => readonly [Place, ...Place[]]): Place {
  const all = levels.flatMap((level) => places(level));
  return all.find(({ node, unknown }) => node !== undefined || unknown !== undefined) ?? places(levels[0])[0];
}

/** An account's name as bindings refer to it. */
export function readAccount(place: Place): string | undefined {
  const read = readString(place);
  return read.state === "set" ? read.value.trim().toLowerCase() : undefined;
}
