/**
 * The layers of tool policy that come from chats: what each group that may write to an agent lets through, and what is said of senders no key
 * names. Knows nothing of how a group session is told from others.
 */
import { at, member, membersOf, readBoolean, readWord, type Place } from "../../reader.ts";
import { listLayer, type Layer, type PolicyContext } from "./layer.ts";
import type { Passing } from "./tool-lists.ts";

/** The layers of the chats a group session can belong to, alike ones once; undefined stands for a chat that adds no limit. */
export function chatLayers(context: PolicyContext, built: Passing): readonly (Layer | undefined)[] {
  // A group that shares the main session is no longer told apart from it, and its own policy is not asked.
  const scope = readWord(at(context.config, "session", "groupScope"), ["main", "per-group"]);
  if (context.behaviour.groupScope && scope.state === "set" && scope.value === "main") return [undefined];
  const distinct = new Map<string, Layer | undefined>();
  for (const place of chatPolicies(member(context.config, "channels"))) {
    const layer = place && listLayer(context, "tools of the group chat", place, built);
    const key = layer ? `${layer.passing.sure} ${layer.passing.maybe} ${layer.brings} ${layer.named}` : "";
    if (!distinct.has(key)) distinct.set(key, layer);
  }
  return [...distinct.values()];
}

/**
 * The policy of every chat that may write to the agent; undefined for one without a policy. Chats are listed in `groups`, and in the places
 * where channels with several levels keep theirs.
 */
function chatPolicies(channels: Place): readonly (Place | undefined)[] {
  const policies: (Place | undefined)[] = [];
  const visit = (chats: Place): void => {
    const entries = membersOf(chats);
    const fallback = entries.find(({ key }) => key === "*")?.place;
    for (const { place } of entries) {
      const nested = chatKeys.map((key) => member(place, key)).filter(({ node }) => node?.type === "object");
      const policy = policyOf(place) ?? (fallback && policyOf(fallback));
      if (policy || nested.length === 0) policies.push(policy);
      nested.forEach(visit);
    }
  };
  const active = membersOf(channels).filter(({ key, place }) => key !== "defaults" && isOn(place));
  for (const { place } of active) {
    const levels = [place, ...membersOf(member(place, "accounts")).map((account) => account.place)];
    const chats = levels.flatMap((level) => chatKeys.map((key) => member(level, key))).filter(({ node }) => node?.type === "object");
    if (chats.every((each) => membersOf(each).length === 0)) policies.push(undefined);
    chats.forEach(visit);
  }
  const isOpen = active.length === 0 || channels.unknown !== undefined || channels.node?.open !== undefined;
  return isOpen ? [...policies, undefined] : policies;
}

/** Where channels list their chats. */
const chatKeys = ["groups", "guilds", "channels", "teams", "rooms"] as const;

function isOn(channel: Place): boolean {
  const enabled = readBoolean(member(channel, "enabled"));
  return enabled.state !== "set" || enabled.value;
}

/** What a chat says for a sender it does not name. */
function policyOf(chat: Place): Place | undefined {
  const anyone = anySender(chat);
  if (anyone) return anyone;
  const tools = member(chat, "tools");
  return tools.node || tools.unknown !== undefined ? tools : undefined;
}

/** The policy for senders no key names. */
export function anySender(place: Place): Place | undefined {
  const entries = membersOf(member(place, "toolsBySender"));
  return entries.filter(({ key, place: policy }) => key.trim() === "*" && policy.node?.type !== "null").at(-1)?.place;
}
