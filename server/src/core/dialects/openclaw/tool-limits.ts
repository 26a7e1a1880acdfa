/** What confines the tools of each agent, by the rows of a table. Knows nothing of who writes to the agents, nor of what a tool is worth. */
import type { Edit } from "../../finding.ts";
import type { Agent, Because } from "../../grants/grant.ts";
import type { ToolLimit } from "../../grants/tool-limit.ts";
import type { Read } from "../../read.ts";
import { at, readBoolean, type Place } from "../../reader.ts";
import { says } from "./layer.ts";
import { inForce, reachedBy } from "./releases.ts";
import type { Roster, RosterAgent } from "./roster.ts";
import { toolLimits, type ToolLimitRow } from "./tables/tool-limits.ts";

export interface LimitContext {
  readonly config: Place;
  readonly roster: Roster;
  readonly agents: readonly Agent[];
  readonly release: string;
}

/** One for each place that decides, with the agents it decides for. */
export function findToolLimits(context: LimitContext): ToolLimit[] {
  const isReached = reachedBy(context.release);
  const byId = new Map(context.agents.map((agent) => [agent.id, agent]));
  return toolLimits.filter(({ since }) => isReached(since)).flatMap((row) => limitsOf(context, byId, row));
}

function limitsOf({ config, roster, release }: LimitContext, byId: ReadonlyMap<string, Agent>, row: ToolLimitRow): ToolLimit[] {
  const found = new Map<string, ToolLimit & { readonly agents: string[] }>();
  const common = decide(config, undefined, row, release);
  const commonKey = spell(common.read);
  for (const { id, entry } of roster.agents) {
    if (row.tools.length > 0 && !row.tools.some((tool) => holds(byId.get(id), tool))) continue;
    const { read, isOpen, close } = row.own !== "never" && says(entry, row.keys[0]) ? decide(config, entry, row, release) : common;
    const key = read === common.read ? commonKey : spell(read);
    const known = found.get(key);
    if (known) known.agents.push(id);
    else
      found.set(key, {
        act: row.act,
        agents: [id],
        isOpen,
        read,
        because: [reasonOf(read, release)],
        close,
      });
  }
  return [...found.values()];
}

function holds(agent: Agent | undefined, tool: string): boolean {
  return agent?.sessions.some(({ tools }) => tools.includes(tool)) ?? false;
}

/** Tells places apart. */
function spell({ at, path }: Read<boolean>): string {
  return JSON.stringify([at, path]);
}

interface Decision {
  readonly read: Read<boolean>;
  readonly isOpen: boolean;
  readonly close: readonly Edit[];
}

function decide(config: Place, entry: RosterAgent["entry"], row: ToolLimitRow, release: string): Decision {
  const { place, read } = pick(config, entry, row.own, row.keys);
  const close: Edit[] = [{ op: "set", file: place.at.file, path: place.path, value: row.closed }];
  const closing = row.closedToo && pick(config, entry, "key", row.closedToo).read;
  if (closing && isOn(closing)) return { read: closing, isOpen: false, close };
  const opening = row.openedToo && pick(config, entry, "key", row.openedToo);
  if (opening && isOn(opening.read)) {
    const { file } = opening.place.at;
    return {
      read: opening.read,
      isOpen: opening.read.state === "set",
      close: [{ op: "set", file, path: opening.place.path, value: false }, ...close],
    };
  }
  const isOpen = read.state === "set" ? read.value !== row.closed : read.state === "unset" && !inForce(row.unset, release).confines;
  return { read, isOpen, close };
}

/** On, or perhaps: then nothing certain can be said by it. */
function isOn(read: Read<boolean>): boolean {
  return read.state === "unknown" || (read.state === "set" && read.value);
}

/** An agent's own setting, or the common one. */
function pick(
  config: Place,
  entry: Place | undefined,
  own: ToolLimitRow["own"],
  keys: readonly string[],
): { place: Place; read: Read<boolean> } {
  const common = at(config, ...keys);
  if (!entry || own === "never") return { place: common, read: readBoolean(common) };
  const mine = at(entry, ...keys);
  const block = own === "block" ? at(entry, ...keys.slice(0, -1)) : mine;
  const place = block.node !== undefined || block.unknown !== undefined ? mine : common;
  return { place, read: readBoolean(place) };
}

function reasonOf(read: Read<boolean>, release: string): Because {
  const name = read.path.filter((segment) => typeof segment === "string").join(".");
  if (read.state === "unset") return { layer: `default of ${release}`, says: `${name} is not written`, read };
  return { layer: name, says: read.state === "set" ? `is ${read.value}` : read.why, read };
}
