/** Where a config keeps lists of tools: common blocks, those of agents, and those of single chats. Knows nothing of what the lists say. */
import { at, member, membersOf, type Place } from "../../reader.ts";
import type { Roster } from "./roster.ts";

/** A place that holds `allow`, `alsoAllow` and `deny`. */
export interface ToolBlock {
  /** `tools`, `tools.sandbox.tools` … */
  readonly name: string;
  /** Whose it is, to be put after its name: ` (agent hr)`; empty for the common one. */
  readonly of: string;
  /** The agent whose own entry it stands in. */
  readonly agent: string | undefined;
  readonly kind: "tools" | "provider" | "sender" | "sandbox" | "child" | "chat";
  readonly place: Place;
}

/** All of them, in the config's order of precedence. Some may not be written. */
export function toolBlocks(config: Place, roster: Roster): ToolBlock[] {
  const agents = roster.agents.flatMap(({ id, entry }) =>
    entry ? blocksOf(member(entry, "tools"), { of: ` (agent ${id})`, agent: id }) : [],
  );
  return [...blocksOf(member(config, "tools"), { of: "", agent: undefined }), ...agents, ...chatBlocks(member(config, "channels"))];
}

type Owner = Pick<ToolBlock, "of" | "agent">;

function blocksOf(tools: Place, owner: Owner): ToolBlock[] {
  if (!tools.node) return [];
  const keyed = (key: string, kind: ToolBlock["kind"]): ToolBlock[] =>
    membersOf(member(tools, key)).map(({ key: name, place }) => ({ name: `tools.${key}.${name}`, ...owner, kind, place }));
  return [
    { name: "tools", ...owner, kind: "tools", place: tools },
    ...keyed("byProvider", "provider"),
    ...keyed("toolsBySender", "sender"),
    { name: "tools.sandbox.tools", ...owner, kind: "sandbox", place: at(tools, "sandbox", "tools") },
    { name: "tools.subagents.tools", ...owner, kind: "child", place: at(tools, "subagents", "tools") },
  ];
}

/** Policies of single chats: `channels.<channel>.groups.<chat>`. */
function chatBlocks(channels: Place): ToolBlock[] {
  return membersOf(channels).flatMap(({ key: channel, place }) =>
    membersOf(member(place, "groups")).flatMap(({ key: chat, place: settings }) => {
      const own = { name: "tools", of: ` (${channel} group ${chat})`, agent: undefined, kind: "chat" as const };
      const senders = membersOf(member(settings, "toolsBySender")).map((sender) => ({ ...own, place: sender.place }));
      return [{ ...own, place: member(settings, "tools") }, ...senders].filter((block) => block.place.node);
    }),
  );
}
