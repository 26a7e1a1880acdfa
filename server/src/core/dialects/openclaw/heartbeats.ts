/** Which agents act by themselves, and how often. Knows nothing of what they may do. */
import type { UnattendedRun } from "../../grants/unattended.ts";
import type { Read } from "../../read.ts";
import { at, member, readAny, readString, type Place } from "../../reader.ts";
import { normalizeId, type Roster } from "./roster.ts";

/** Only what is written: a release beats by itself too, with little to do until somebody gives it something. */
export function findUnattendedRuns(config: Place, roster: Roster): UnattendedRun[] {
  const defaults = at(config, "agents", "defaults", "heartbeat");
  const own = roster.agents.flatMap(({ id, entry }) => {
    const place = entry && member(entry, "heartbeat");
    return place && readAny(place).state !== "unset" ? [{ id, place }] : [];
  });
  if (own.length > 0) return own.flatMap(({ id, place }) => runOf([id], place, everyOf(place, defaults)));
  if (!roster.isComplete || readAny(defaults).state !== "set") return [];
  const named = readString(member(defaults, "agentId"));
  if (named.state === "unknown") return [];
  const id = named.state === "set" ? normalizeId(named.value) : roster.defaultAgent;
  return id === undefined ? [] : runOf([id], defaults, everyOf(defaults, undefined));
}

/** An agent's own block is laid over the one for all. */
function everyOf(block: Place, defaults: Place | undefined): Read<string> {
  const read = readString(member(block, "every"));
  return read.state === "unset" && defaults ? readString(member(defaults, "every")) : read;
}

function runOf(agents: readonly string[], block: Place, every: Read<string>): UnattendedRun[] {
  if (every.state === "unknown" || (every.state === "set" && /^(?:0+\s*[a-z]*)?$/i.test(every.value.trim()))) return [];
  const read = every.state === "set" ? every : readAny(block);
  return [
    {
      agents,
      read,
      rhythm: every.state === "set" ? `every ${every.value.trim()}` : "at regular intervals",
      stop: [{ op: "set", file: read.at.file, path: [...block.path, "every"], value: "0m" }],
    },
  ];
}
