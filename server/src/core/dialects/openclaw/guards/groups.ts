/** Group chats in which an agent answers without being addressed. */
import type { LoweredGuard } from "../../../grants/lowered-guard.ts";
import { readBoolean } from "../../../reader.ts";
import { chatKeys } from "../tables/channel-doors.ts";
import { loweredGuard, putting, type GuardContext } from "./context.ts";

const holders = ["channels.*", "channels.*.accounts.*"];
const paths = holders.flatMap((holder) =>
  ["requireMention", ...chatKeys.map((key) => `${key}.*.requireMention`)].map((rest) => `${holder}.${rest}`),
);

/** One finding for a channel, at the first chat that says so. It weighs more where anybody can bring a group about. */
export function findGroupGuards({ placesAt, agents }: GuardContext): LoweredGuard[] {
  const reads = paths.flatMap((path) => placesAt(path)).map(readBoolean);
  const mute = reads.filter((read) => read.state === "set" && !read.value);
  if (mute.length === 0) return [];
  const channels = [...new Set(mute.map(({ path }) => String(path[1])))];
  const open = new Set(
    agents.flatMap(({ exposures }) =>
      exposures.flatMap(({ through, who, certain, name }) =>
        through === "group" && who === "open" && certain ? [name.split(":")[0]] : [],
      ),
    ),
  );
  return channels.flatMap((channel) => {
    const own = mute.filter(({ path }) => String(path[1]) === channel);
    const [first] = own;
    if (!first) return [];
    const restores = own.map((read) => putting("", read, true).edits[0]).filter((edit) => edit !== undefined);
    return loweredGuard({
      kind: "group-without-mention",
      read: first,
      says: `In groups on ${channel} every message comes before the agent, also when nobody addresses it`,
      weight: open.has(channel.trim().toLowerCase()) ? "usual" : "minor",
      restore: { title: "Have the agent answer only when it is addressed", edits: restores },
    });
  });
}
