/** What a release fills in for settings a channel does not write, and how its chat lists work, by lookup. Knows nothing of configs. */
import { compareReleases } from "./releases.ts";
import { chatLists, fills, type ChatList, type Fills } from "./tables/channel-doors.ts";

export interface Filling {
  readonly isFilled: boolean;
  /** False between two releases that differ. */
  readonly certain: boolean;
}

export function fillingOf(channel: string, setting: "dmPolicy" | "groupPolicy", level: "channel" | "account", release: string): Filling {
  const isIn = (row: Fills): boolean => row[setting][level].includes(channel);
  const before = fills.reduce((held, row) => (compareReleases(row.since, release) <= 0 ? row : held), fills[0]);
  const after = fills.find((row) => compareReleases(row.since, release) >= 0) ?? before;
  return { isFilled: isIn(before), certain: isIn(before) === isIn(after) };
}

/** Whether a release is known to have the channel and to check its settings. */
export function isKnownChannel(channel: string): boolean {
  return fills.some((row) => row.groupPolicy.channel.includes(channel) || row.dmPolicy.channel.includes(channel));
}

/** How the chat list of a channel works; undefined where that is not known, or differs between the releases before and after. */
export function chatListOf(channel: string, release: string): ChatList | undefined {
  const rows = chatLists.filter((row) => row.channel === channel);
  const next = rows.find((row) => compareReleases(row.since, release) > 0);
  const held = rows.filter((row) => compareReleases(row.since, release) <= 0).at(-1);
  return next !== undefined && held?.since !== release ? undefined : held;
}
