/** Who can write over each channel account, in direct messages and in groups. Knows nothing of agents. */
import type { Edit } from "../../finding.ts";
import type { Because, Exposure } from "../../grants/grant.ts";
import { at, elementsOf, member, membersOf, readAny, readBoolean, readString, readWord, type Place } from "../../reader.ts";
import type { Read } from "../../read.ts";
import { chatListOf, fillingOf, isKnownChannel } from "./channel-defaults.ts";
import type { Behaviour } from "./releases.ts";
import { chatKeys, harmlessChatKeys, ownAccountKeys } from "./tables/channel-doors.ts";

/** A channel account, the channel itself where it has no accounts, with the ways into it. */
export interface ChannelAccount {
  readonly channel: string;
  /** In lower case, as bindings are compared; `default` for the channel's default account. */
  readonly account: string;
  readonly exposures: readonly Exposure[];
}

export function readChannels(config: Place, behaviour: Behaviour): ChannelAccount[] {
  const channels = member(config, "channels");
  const common = member(channels, "defaults");
  return membersOf(channels)
    .filter(({ key, place }) => key !== "defaults" && place.node?.type === "object" && isOn([place]) !== "off")
    .flatMap(({ key, place }) => {
      const accounts = membersOf(member(place, "accounts")).filter((account) => account.place.node?.type === "object");
      const read = (account: string, levels: Levels, certain = true): ChannelAccount =>
        accountOf({ channel: key.trim().toLowerCase(), account: account.trim().toLowerCase(), levels, common, behaviour }, certain);
      const named = accounts
        .filter((account) => isOn([account.place]) !== "off")
        .map((account) => read(account.key, [account.place, place]));
      if (accounts.length === 0) return [read("default", [place])];
      // A channel that says how to log in may be an account of its own beside the named ones: some releases and channels have it so.
      const isOwn = ownAccountKeys.some((name) => readAny(member(place, name)).state !== "unset");
      const hasDefault = accounts.some((account) => account.key.trim().toLowerCase() === "default");
      return isOwn && !hasDefault ? [...named, read("default", [place], false)] : named;
    });
}

function isOn(levels: readonly Place[]): "on" | "off" | "unknown" {
  const reads = levels.map((level) => readBoolean(member(level, "enabled")));
  if (reads.some((read) => read.state === "set" && !read.value)) return "off";
  return reads.some(({ state }) => state === "unknown") ? "unknown" : "on";
}

/** An account's own block before the channel's. */
type Levels = readonly [Place, ...Place[]];

interface Door {
  readonly channel: string;
  readonly account: string;
  readonly levels: Levels;
  readonly common: Place;
  readonly behaviour: Behaviour;
}

function accountOf(door: Door, isCertain: boolean): ChannelAccount {
  const name = door.account === "default" ? door.channel : `${door.channel}:${door.account}`;
  const certain = isCertain && isOn(door.levels) === "on" && isKnownChannel(door.channel);
  const ways = [directMessages(name, door), groups(name, door)].filter((way) => way !== undefined);
  return {
    channel: door.channel,
    account: door.account,
    exposures: ways.map((way) => ({ ...way, certain: way.certain && certain })),
  };
}

/** The word in force, what says so, and whether that is certain. */
interface Policy<Word extends string> {
  readonly word: Word;
  readonly because: Because;
  readonly certain: boolean;
}

const dmPolicies = ["pairing", "allowlist", "open", "disabled"] as const;
const groupPolicies = ["open", "disabled", "allowlist"] as const;

/** The first level that writes a policy, or has it filled in. Without either the common block decides where the channel reads it. */
function policyOf<Word extends string>(
  { channel, levels, common, behaviour }: Door,
  setting: "dmPolicy" | "groupPolicy",
  words: readonly Word[],
  unwritten: Word,
): Policy<Word> {
  let certain = true;
  for (const [index, level] of levels.entries()) {
    const place = firstSet([level], (each) =>
      setting === "dmPolicy" ? [member(each, setting), at(each, "dm", "policy")] : [member(each, setting)],
    );
    const read = readWord(place, words);
    const layer = level.path.join(".");
    if (read.state === "unknown") return { word: unwritten, because: { layer, says: read.why, read }, certain: false };
    if (read.state === "set") return { word: read.value, because: { layer, says: `${setting} is "${read.value}"`, read }, certain };
    const filling = fillingOf(channel, setting, index === levels.length - 1 ? "channel" : "account", behaviour.release);
    certain &&= filling.certain;
    if (filling.isFilled) return { word: unwritten, because: defaultBecause(setting, unwritten, read, behaviour), certain };
  }
  const read = readWord(setting === "groupPolicy" ? member(common, setting) : member(levels[0], setting), words);
  if (read.state === "unset") {
    return { word: unwritten, because: defaultBecause(setting, unwritten, read, behaviour), certain: certain && setting === "dmPolicy" };
  }
  const says = read.state === "set" ? `${setting} is "${read.value}"` : read.why;
  return { word: read.state === "set" ? read.value : unwritten, because: { layer: "channels.defaults", says, read }, certain: false };
}

function defaultBecause(setting: string, word: string, read: Because["read"], { release }: Behaviour): Because {
  return { layer: `default of ${release}`, says: `${setting} is "${word}"`, read };
}

/** Some channels keep their direct messages in a block of their own. */
function directMessages(name: string, door: Door): Exposure | undefined {
  const policy = policyOf(door, "dmPolicy", dmPolicies, "pairing");
  const senders = sendersOf(firstSet(door.levels, (level) => [member(level, "allowFrom"), at(level, "dm", "allowFrom")]));
  const block = readBoolean(firstSet(door.levels, (level) => [at(level, "dm", "enabled")]));
  if (block.state === "set" && !block.value) return undefined;
  const certain = policy.certain && senders.isKnown && block.state !== "unknown";
  const exposure = { through: "direct-message" as const, name, sessions: ["dm"] as const, certain };
  const because = [policy.because, ...senders.because];
  const { word } = policy;
  if (word === "disabled") return policy.certain ? undefined : { ...exposure, who: "listed", because };
  // "open" alone admits nobody: the list has to name everyone too. Where it is the list that opens the door, it is named first.
  const close = closing(policy, "pairing", senders);
  if (senders.isOpen) return { ...exposure, who: "open", close, because: word === "open" ? because : [...senders.because, policy.because] };
  if (word === "pairing") return { ...exposure, who: "paired", because };
  if (word === "open" && !isKnownChannel(door.channel)) return { ...exposure, who: "open", close, because };
  return senders.isEmpty && certain ? undefined : { ...exposure, who: "listed", because };
}

function groups(name: string, door: Door): Exposure | undefined {
  const policy = policyOf(door, "groupPolicy", groupPolicies, "allowlist");
  const own = sendersOf(firstSet(door.levels, (level) => [member(level, "groupAllowFrom")]));
  const senders = own.isWritten ? own : sendersOf(firstSet(door.levels, (level) => [member(level, "allowFrom")]));
  const chats = chatsOf(door.levels);
  const list = chatListOf(door.channel, door.behaviour.release);
  const exposure = { through: "group" as const, name, sessions: ["group"] as const };
  const known = policy.certain && chats.isKnown;
  const because = [policy.because, ...senders.because];
  if (policy.word === "disabled" && policy.certain) return undefined;
  if (policy.word === "open") {
    const isLimited = chats.isWritten && !chats.isAny && list?.limitsOpen !== false;
    // Senders count only under an allowlist policy.
    const certain = known && (!chats.isWritten || list !== undefined) && (isLimited || chats.isPlain);
    const close = closing(policy, "allowlist", senders);
    return { ...exposure, who: isLimited ? "listed" : "open", close, because: [policy.because, ...chats.because], certain };
  }
  const certain = known && senders.isKnown && list !== undefined;
  if (!chats.isWritten) {
    if (certain && list.whenEmpty === "refused") return undefined;
    if (senders.isOpen)
      return {
        ...exposure,
        who: "open",
        close: closing(policy, "allowlist", senders),
        because: [...senders.because, policy.because],
        certain,
      };
    return senders.isEmpty && certain ? undefined : { ...exposure, who: "listed", because, certain };
  }
  if (certain && list.unnamed === "nobody" && senders.isEmpty) return undefined;
  const isOpen = chats.isAny && senders.isOpen;
  return {
    ...exposure,
    who: isOpen ? "open" : "listed",
    ...(isOpen ? { close: closing(policy, "allowlist", senders) } : {}),
    because: isOpen ? [...senders.because, policy.because] : because,
    certain: certain && chats.isPlain,
  };
}

/** Another word for the policy where it is open, and no name that stands for everyone: either alone can leave the door open. */
function closing({ word, because }: Policy<string>, narrower: string, { wildcards }: Senders): Edit[] {
  const file = (read: Read<unknown>) => ({ file: read.at.file, path: read.path });
  return [
    ...(word === "open" ? [{ op: "set" as const, ...file(because.read), value: narrower }] : []),
    ...wildcards.map((read) => ({ op: "remove" as const, ...file(read) })),
  ];
}

interface Chats {
  readonly isWritten: boolean;
  /** Whether every chat is on the list. */
  readonly isAny: boolean;
  /** Whether no entry says anything that could change who is admitted. */
  readonly isPlain: boolean;
  readonly isKnown: boolean;
  readonly because: readonly Because[];
}

/** An account's list of chats stands in the place of the channel's. */
function chatsOf(levels: Levels): Chats {
  const places = levels.map((level) => chatKeys.map((key) => member(level, key)));
  const isKnown = places.flat().every(({ node, unknown }) => unknown === undefined && (node === undefined || node.type === "object"));
  const lists = places.map((level) => level.filter((place) => membersOf(place).length > 0)).find((level) => level.length > 0) ?? [];
  const entries = lists.flatMap(membersOf);
  const isEmptied = places[0]?.some((place) => place.node?.type === "object" && membersOf(place).length === 0);
  return {
    isWritten: entries.length > 0,
    isAny: entries.some(({ key }) => key === "*"),
    isPlain: entries.every(({ place }) => place.node?.type === "object" && membersOf(place).every(({ key }) => harmlessChatKeys.has(key))),
    // An empty list of an account hides the channel's in some releases, and not in others.
    isKnown: isKnown && !(isEmptied === true && levels.length > 1 && entries.length > 0),
    because: lists.map((place) => ({ layer: place.path.slice(0, -1).join("."), says: "lists chats", read: readAny(place) })),
  };
}

interface Senders {
  readonly isWritten: boolean;
  readonly isOpen: boolean;
  readonly isEmpty: boolean;
  readonly isKnown: boolean;
  /** The names that stand for everyone. */
  readonly wildcards: readonly Read<unknown>[];
  readonly because: readonly Because[];
}

/** A number is a sender like a text. */
function sendersOf(place: Place): Senders {
  const reads = elementsOf(place).map(readAny);
  const wildcards = reads.filter((read) => read.state === "set" && typeof read.value === "string" && read.value.trim() === "*");
  const isOpen = wildcards.length > 0;
  const isWritten = place.node !== undefined || place.unknown !== undefined;
  const says = isOpen ? "allowFrom names everyone" : `allowFrom names ${reads.length} senders`;
  return {
    isWritten,
    isOpen,
    isEmpty: reads.length === 0,
    wildcards,
    isKnown: place.unknown === undefined && (isOpen || reads.every(({ state }) => state === "set")),
    because: isWritten ? [{ layer: place.path.slice(0, -1).join("."), says, read: readAny(place) }] : [],
  };
}

/** The first place where something is written, level by level; the first of all where nothing is. */
function firstSet(levels: Levels, places: (level: Place) => readonly [Place, ...Place[]]): Place {
  const all = levels.flatMap((level) => places(level));
  return all.find(({ node, unknown }) => node !== undefined || unknown !== undefined) ?? places(levels[0])[0];
}

/** An account's name as bindings refer to it; undefined where that is not known. */
export function readAccount(place: Place): string | undefined {
  const read = readString(place);
  if (read.state === "unknown") return undefined;
  return (read.state === "set" && read.value.trim()) || "default";
}
