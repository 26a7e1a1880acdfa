/** Commands that people type into a chat, and no model takes part in. */
import type { SideDoor } from "../../../grants/side-doors.ts";
import { at, readAny, readBoolean } from "../../../reader.ts";
import { listWords } from "../../../wording.ts";
import { resolveElevated } from "../elevated.ts";
import { inForce, reachedBy } from "../releases.ts";
import { chatConfigCommands, chatConfigUsers, loginChannels } from "../tables/side-doors.ts";
import { isOpenToStrangers, removalOf, type SideDoorContext } from "./context.ts";

/** The shell in a chat goes to those who may elevate, and never asks the exec policy of the config. */
export function findChatShell({ config, behaviour }: SideDoorContext): SideDoor[] {
  const read = readBoolean(at(config, "commands", "bash"));
  if (read.state !== "set" || !read.value) return [];
  const elevations = resolveElevated(config, undefined, behaviour).filter(({ certain }) => certain);
  if (elevations.length === 0) return [];
  const open = elevations.filter(({ who }) => who === "open");
  const outside = elevations.filter(({ channel }) => !loginChannels.includes(channel));
  const channels = (open.length > 0 ? open : outside.length > 0 ? outside : elevations).map(({ channel }) => channel);
  return [
    {
      kind: "chat-shell",
      read,
      name: listWords([...new Set(channels)]),
      does: "no exec policy of this config is asked, only the approvals document",
      who: open.length > 0 ? "open" : outside.length > 0 ? "listed" : "owner",
      agents: undefined,
      remedy: removalOf(read),
    },
  ];
}

/** The switches that are on: one door. */
export function findChatConfig({ config, agents, behaviour }: SideDoorContext): SideDoor[] {
  const { who } = inForce(chatConfigUsers, behaviour.release);
  const isListed = [at(config, "commands", "allowFrom"), at(config, "commands", "ownerAllowFrom")].some(
    (place) => readAny(place).state !== "unset",
  );
  const isReached = reachedBy(behaviour.release);
  const on = chatConfigCommands.flatMap(({ key, command, does, since }) => {
    const read = readBoolean(at(config, "commands", key));
    return read.state === "set" && read.value && isReached(since) ? [{ read, command, does }] : [];
  });
  const [first] = on;
  if (!first) return [];
  return [
    {
      kind: "chat-config",
      read: first.read,
      name: listWords(on.map(({ command }) => command)),
      does: listWords(on.map(({ does }) => does)),
      who: who === "listed" && !isListed && isOpenToStrangers(agents) ? "open" : who,
      agents: undefined,
      remedy: on.flatMap(({ read }) => removalOf(read)),
    },
  ];
}
