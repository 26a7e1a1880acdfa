/** Whether people who write to an agent directly share one conversation with it. */
import type { Threads } from "../../grants/threads.ts";
import { at, elementsOf, member, readAny, readWord, type Place } from "../../reader.ts";
import type { Behaviour } from "./releases.ts";
import { dmScopes } from "./sandbox.ts";

export function readThreads(config: Place, { release }: Behaviour): Threads {
  const read = readWord(at(config, "session", "dmScope"), dmScopes);
  // A binding may decide for what it takes; which people that is, is not worked out.
  const isDivided = elementsOf(member(config, "bindings")).some((each) => readAny(at(each, "session", "dmScope")).state !== "unset");
  const scope = read.state === "set" ? read.value : "main";
  const layer = read.state === "unset" ? `default of ${release}` : "session";
  return {
    areShared: {
      value: read.state === "unknown" || isDivided ? undefined : scope === "main",
      isWritten: read.state !== "unset",
      because: { layer, says: read.state === "unknown" ? read.why : `dmScope is "${scope}"`, read },
    },
    part: config.unknown === undefined ? [{ op: "set", file: read.at.file, path: read.path, value: "per-channel-peer" }] : [],
  };
}
