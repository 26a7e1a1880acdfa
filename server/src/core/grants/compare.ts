/** Is one policy wider than another? What every fix is held against before it is offered. */
import type { Agent, Exposure, Gate, Grant } from "./grant.ts";
import type { EffectivePolicy } from "./policy.ts";

/** From the narrowest gate to the widest. */
export const gates: readonly Gate[] = ["deny", "allowlist", "ask", "ask-on-miss", "none"];

/**
 * True when some agent may do something after that it could not do before, in any kind of session, or when somebody can write to it who could
 * not. Agents that are new count as wider.
 */
export function isWider(after: EffectivePolicy, before: EffectivePolicy): boolean {
  const known = new Map(before.agents.map((agent) => [agent.id, agent]));
  return after.agents.some((agent) => {
    const earlier = known.get(agent.id);
    return !earlier || isWiderAgent(agent, earlier);
  });
}

function isWiderAgent(after: Agent, before: Agent): boolean {
  return (
    after.grants.some((grant) => !isHeld(grant, before)) ||
    hasMore(after.canMessage, before.canMessage) ||
    hasMore(after.canSpawn, before.canSpawn) ||
    after.exposures.some((exposure) => !before.exposures.some((earlier) => exposes(earlier, exposure))) ||
    after.sessions.some(({ kind, tools }) => {
      const earlier = before.sessions.find((session) => session.kind === kind);
      return !earlier || hasMore(tools, earlier.tools);
    })
  );
}

/**
 * Whether the agent held at least as much in every kind of session: commands that asked on the host in one and ran in a sandbox in another must not ask on the
 * host in both. What goes through others is told once for all kinds, and only where the agent does not hold it itself; to reach somebody who may is not yet to
 * hold it.
 */
export function isHeld(grant: Grant, { grants }: Agent): boolean {
  const earlier = grants.filter((other) => covers(other, grant));
  if (grant.via.length > 0) return earlier.length > 0;
  return grant.sessions.every((kind) => earlier.some(({ sessions, via }) => via.length === 0 && sessions.includes(kind)));
}

/** The earlier way already let at least as many write. */
function exposes(earlier: Exposure, { who, through, name, sessions }: Exposure): boolean {
  return (
    earlier.through === through &&
    earlier.name === name &&
    (earlier.who === "open" || who !== "open") &&
    sessions.every((kind) => earlier.sessions.includes(kind))
  );
}

function hasMore(after: readonly string[], before: readonly string[]): boolean {
  if (after === before || after.length === 0) return false;
  const known = new Set(before);
  return after.some((name) => !known.has(name));
}

/** What a grant allows, whoever holds it and for whatever reason. */
type Act = Pick<Grant, "capability" | "reach" | "gate">;

/** The earlier grant already allowed at least as much. What may happen on the host may happen in a sandbox. */
export function covers(earlier: Act, grant: Act): boolean {
  return (
    earlier.capability === grant.capability &&
    (earlier.reach === grant.reach || (earlier.reach === "host" && grant.reach === "sandbox")) &&
    gates.indexOf(earlier.gate) >= gates.indexOf(grant.gate)
  );
}
