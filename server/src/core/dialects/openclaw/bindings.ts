/**
 * Which agent receives what comes over a channel account: bindings by precedence, then the default agent. Says who receives, not what they may do.
 *
 * Precedence, first hit wins (routing functions of 2026.2.17, 2026.6.1 and 2026.9.6): one chat, all chats of a kind (later releases), members of
 * a guild, a guild, a team, the account, the channel. Within one step the order of writing decides.
 */
import type { Because, Exposure } from "../../grants/grant.ts";
import { at, elementsOf, member, readAny, readString, readWord, type Place } from "../../reader.ts";
import type { Read } from "../../read.ts";
import { readAccount, type ChannelAccount } from "./channels.ts";
import { compareReleases, type Behaviour } from "./releases.ts";
import { readId, type Roster } from "./roster.ts";
import { chatKinds, wildcardPeers } from "./tables/peers.ts";

export interface Delivery {
  readonly agent: string | undefined;
  readonly exposure: Exposure;
}

/** How much of an account's traffic a binding takes. `parts`: some chats or members of those the way covers. */
type Extent = "none" | "parts" | "kind" | "account" | "channel";

interface Binding {
  /** Undefined for nobody. */
  readonly agent: string | undefined;
  readonly channel: Read<string>;
  readonly account: string | undefined;
  readonly match: Place;
  readonly because: Because;
  readonly isKnown: boolean;
}

/** Sends each way into an account to the agents that get it. A way nobody gets is in no delivery. */
export function readBindings(
  config: Place,
  roster: Roster,
  behaviour: Behaviour,
): (account: ChannelAccount, way: Exposure) => readonly Delivery[] {
  const place = member(config, "bindings");
  const bindings = elementsOf(place)
    .filter((each) => !isHarness(each))
    .map((each) => readBinding(each, roster, behaviour));
  const isListKnown = place.unknown === undefined && (place.node === undefined || place.node.type === "array");
  return (account, way) => {
    const near = bindings.filter((binding) => mayConcern(binding, account));
    const certain = way.certain && isListKnown && near.every((binding) => isDecided(binding, account, behaviour));
    const extents = near.map((binding) => ({ binding, extent: extentOf(binding, way, behaviour) }));
    const whole = (["kind", "account", "channel"] as const)
      .flatMap((wanted) => extents.filter(({ extent }) => extent === wanted))
      .map(({ binding }) => binding);
    const sure = whole.findIndex((binding) => isDecided(binding, account, behaviour));
    // What comes before the first binding that fits for certain may take it all, or nothing.
    const takers = sure < 0 ? [...whole, undefined] : whole.slice(0, sure + 1);
    const [taker] = takers;
    const parts = new Map<string, Binding>();
    for (const { binding, extent } of extents) {
      const key = JSON.stringify(constraintsOf(binding.match).map((each) => textOf(each)));
      // All chats of a kind come before everything but one chat.
      const isHidden =
        certain && taker !== undefined && isKind(taker) && !isKind(binding) && readAny(member(binding.match, "peer")).state === "unset";
      if (extent === "parts" && !isHidden && !parts.has(key)) parts.set(key, binding);
    }
    const some = [...parts.values()].map(({ agent, because }): Delivery => {
      const who = way.who === "open" ? "listed" : way.who;
      return { agent, exposure: { ...way, who, because: [...way.because, because], certain } };
    });
    const rest = takers.map((binding): Delivery => {
      const because = binding ? [...way.because, binding.because] : way.because;
      return { agent: binding ? binding.agent : roster.defaultAgent, exposure: { ...way, because, certain } };
    });
    return [...some, ...rest];
  };
}

function isKind({ match }: Binding): boolean {
  return textOf(at(match, "peer", "id")) === "*";
}

/** A binding that hands a chat to a program outside, and to no agent. */
function isHarness(place: Place): boolean {
  return readWord(member(place, "type"), ["acp"]).state === "set";
}

function readBinding(place: Place, roster: Roster, behaviour: Behaviour): Binding {
  const match = member(place, "match");
  const id = readId(member(place, "agentId"));
  const isListed = id.state === "set" && roster.agents.some((agent) => agent.id === id.value);
  // Early releases give what is meant for an agent that does not exist to the default agent, late ones to nobody.
  const fallback = behaviour.strayBinding === "default-agent" && id.state === "set" ? roster.defaultAgent : undefined;
  return {
    agent: isListed ? id.value : fallback,
    channel: readString(member(match, "channel")),
    account: readAccount(member(match, "accountId")),
    match,
    because: { layer: "bindings", says: "the channel is bound to this agent", read: readAny(place) },
    isKnown:
      id.state === "set" && (isListed || roster.isComplete) && constraintsOf(match).every((each) => readAny(each).state !== "unknown"),
  };
}

function constraintsOf(match: Place): Place[] {
  const peer = member(match, "peer");
  return [peer, member(peer, "kind"), member(peer, "id"), ...["guildId", "teamId", "roles"].map((key) => member(match, key))];
}

/** Whether a binding is for this account, as far as can be told. */
function mayConcern({ channel, account: wanted }: Binding, { channel: name, account }: ChannelAccount): boolean {
  if (channel.state === "unset" || (channel.state === "set" && channel.value.trim().toLowerCase() !== name)) return false;
  return wanted === undefined || wanted === "*" || wanted.toLowerCase() === account;
}

/** Early releases compare the account as written: what differs in case only is not decided here. */
function isDecided({ channel, account: wanted, match, isKnown }: Binding, { account }: ChannelAccount, { release }: Behaviour): boolean {
  const isBetween = compareReleases(release, wildcardPeers.lastName) > 0 && compareReleases(release, wildcardPeers.firstKind) < 0;
  if (isBetween && textOf(at(match, "peer", "id")) === "*") return false;
  return isKnown && channel.state === "set" && (wanted === "*" || wanted === account);
}

function extentOf({ match, account }: Binding, way: Exposure, behaviour: Behaviour): Extent {
  const isGroup = way.through === "group";
  const peer = member(match, "peer");
  const narrowing = ["guildId", "teamId", "roles"].map((key) => member(match, key)).filter((each) => readAny(each).state !== "unset");
  if (readAny(peer).state !== "unset") {
    const kind = textOf(member(peer, "kind"))?.toLowerCase();
    if (kind !== undefined && !(isGroup ? chatKinds.group : chatKinds.direct).includes(kind)) return "none";
    if (textOf(member(peer, "id")) !== "*") return "parts";
    if (compareReleases(wildcardPeers.firstKind, behaviour.release) > 0) return "none";
    return narrowing.length > 0 ? "parts" : "kind";
  }
  // Nobody is in a guild or a team in a direct message.
  if (narrowing.length > 0) return isGroup ? "parts" : "none";
  return account === "*" ? "channel" : "account";
}

function textOf(place: Place): string | undefined {
  const read = readAny(place);
  if (read.state !== "set") return undefined;
  if (typeof read.value === "string" || typeof read.value === "number") return String(read.value).trim();
  return read.node.type === "array" ? elementsOf(place).map(textOf).join() : undefined;
}
