/** The combination by which an agent can be made to give away what it knows. Names no product. */
import { overlap, ownGrants, type Agent, type Capability, type Exposure, type Grant, type SessionKind } from "./grant.ts";
import type { EffectivePolicy } from "./policy.ts";
import { isDirect, readingKinds } from "./threads.ts";

export interface Leak {
  readonly agent: Agent;
  /** Where the text comes in that asks for it. */
  readonly door: Exposure;
  /** What there is to take, and how it gets out; all three in one kind of session. */
  readonly data: Grant;
  readonly out: Grant;
  /** It runs host commands unasked anyway. */
  readonly hasShell: boolean;
}

/** The plainest leak of an agent, if it has one: people who write before pages it reads, files before conversations and memory. */
function leaksOf(agent: Agent, policy: EffectivePolicy): Leak[] {
  const doors = agent.exposures.filter(isOutside).sort((one, other) => Number(isDirect(other)) - Number(isDirect(one)));
  if (doors.length === 0) return [];
  const conversations = readingKinds(agent, policy);
  const data = [
    ...held(sure(agent, "fs.read").filter(({ reach }) => reach === "host")),
    ...held(sure(agent, "session.read")).map(({ grant, kinds }) => ({
      grant,
      kinds: kinds.filter((kind) => conversations.includes(kind)),
    })),
    ...held(sure(agent, "memory.read")),
  ];
  const shells = ownGrants(agent, "exec", { reach: "host", gate: "none" });
  const out = [
    ...sure(agent, "message.send"),
    ...sure(agent, "net.fetch"),
    ...sure(agent, "browser"),
    ...shells.filter(({ certain }) => certain),
  ];
  for (const door of doors) {
    for (const { grant, kinds } of data) {
      const common = kinds.filter((kind) => door.sessions.includes(kind));
      const way = out.find(({ sessions }) => overlap(sessions, common));
      if (way) return [{ agent, door, data: grant, out: way, hasShell: shells.length > 0 }];
    }
  }
  return [];
}

/** Leaks that are one matter: through the same door, or by reading the same kind of text, losing the same in the same way. */
export function leakGroups(policy: EffectivePolicy): [Leak, ...Leak[]][] {
  const groups = new Map<string, [Leak, ...Leak[]]>();
  for (const leak of policy.agents.flatMap((agent) => leaksOf(agent, policy))) {
    const { door, data, out } = leak;
    const from = isDirect(door) ? door.because[0]?.read : undefined;
    const key = JSON.stringify([from?.at, from?.path, door.through, data.capability, out.capability]);
    const group = groups.get(key);
    if (group) group.push(leak);
    else groups.set(key, [leak]);
  }
  return [...groups.values()];
}

/** Text of people nobody chose: chats that are open, pages, mail; and whatever calls a hook. */
function isOutside({ who, through, certain }: Exposure): boolean {
  return certain && (who === "open" || through === "hook");
}

function sure(agent: Agent, capability: Capability): Grant[] {
  return ownGrants(agent, capability, { gate: "none" }).filter(({ certain }) => certain);
}

function held(grants: readonly Grant[]): { readonly grant: Grant; readonly kinds: readonly SessionKind[] }[] {
  return grants.map((grant) => ({ grant, kinds: grant.sessions }));
}
