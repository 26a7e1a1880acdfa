/** What every part of this folder works on, and which block of the config decides a setting for which agents. */
import type { Agent, Because, Grant, Session } from "../../../grants/grant.ts";
import type { AllowlistEntry } from "../../../grants/allowlist.ts";
import { ownGrants } from "../../../grants/grant.ts";
import { at, type Place } from "../../../reader.ts";
import type { Read } from "../../../read.ts";
import type { ApprovalsDocument } from "../approvals.ts";
import { says } from "../layer.ts";
import type { Behaviour } from "../releases.ts";
import type { Roster } from "../roster.ts";

export interface ExecContext {
  readonly config: Place;
  readonly approvals: ApprovalsDocument;
  readonly roster: Roster;
  readonly agents: readonly Agent[];
  readonly behaviour: Behaviour;
  readonly allowlist: readonly AllowlistEntry[];
}

/** A setting as it holds for some agents: written in their own block, or in the common one, or nowhere. */
export interface Deciding {
  readonly place: Place;
  /** The agent's own entry where it stands there. */
  readonly entry: Place | undefined;
  readonly agents: readonly [string, ...string[]];
}

/** An agent's own setting takes the place of the common one. */
export function decidingPlaces({ config, roster }: Pick<ExecContext, "config" | "roster">, ...keys: string[]): Deciding[] {
  const own = roster.agents.flatMap(({ id, entry }): Deciding[] =>
    entry && says(entry, ...keys) ? [{ place: at(entry, ...keys), entry, agents: [id] }] : [],
  );
  const decided = new Set(own.flatMap(({ agents }) => agents));
  const [first, ...others] = roster.agents.map(({ id }) => id).filter((id) => !decided.has(id));
  return first === undefined ? own : [...own, { place: at(config, ...keys), entry: undefined, agents: [first, ...others] }];
}

/** The sessions whose commands a policy is asked about, outside any sandbox. */
export function checkedSessions({ sessions }: Agent): Session[] {
  return sessions.filter(({ exec }) => (exec.host === "gateway" || exec.host === "node") && !exec.unchecked);
}

/** True where some of these agents' commands are held against an allowlist. */
export function asksAllowlist({ agents }: Pick<ExecContext, "agents">, ids: readonly string[]): boolean {
  const asked = new Set(ids);
  return agents.some((agent) => asked.has(agent.id) && checkedSessions(agent).some(({ exec }) => exec.security === "allowlist"));
}

/** The part of a chain that is about one key: `host`, `security`, `ask` or the `mode` that stands for both. */
export function becauseOf(because: readonly Because[], ...keys: string[]): Because[] {
  return because.filter(({ read }) => keys.includes(String(read.path.at(-1))));
}

/** The grant that a session's commands come down to. */
export function grantOf(agent: Agent, { kind, exec }: Session): Grant | undefined {
  const reach = exec.host === "gateway" ? "host" : exec.host;
  return ownGrants(agent, "exec").find((grant) => grant.reach === reach && grant.sessions.includes(kind));
}

/** Items by the read they have in common and, where given, what else has to be alike, in order of appearance. */
export function byRead<Item>(
  items: readonly Item[],
  readOf: (item: Item) => Read<unknown>,
  restOf: (item: Item) => unknown = () => "",
): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const { at: place, path } = readOf(item);
    const key = JSON.stringify([place.file, place.start, path, restOf(item)]);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
