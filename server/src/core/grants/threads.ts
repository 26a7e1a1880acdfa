/** Conversations of several people: what keeps one person's from another's. Names no product. */
import type { Edit } from "../finding.ts";
import type { Setting, Sight } from "./contact.ts";
import { ownGrants, type Agent, type Exposure, type SessionKind } from "./grant.ts";
import type { EffectivePolicy } from "./policy.ts";

export interface Threads {
  /** Whether everybody who writes to an agent directly is in one conversation with it. */
  readonly areShared: Setting<boolean>;
  /** Edits that give each of them a conversation of their own. */
  readonly part: readonly Edit[];
}

/** The kinds of session that see beyond what they started, and have the tools to read it. */
export function readingKinds(agent: Agent, { contact }: EffectivePolicy): readonly SessionKind[] {
  const kinds = new Set(ownGrants(agent, "session.read").flatMap(({ certain, sessions }) => (certain ? sessions : [])));
  const seesMore = ({ value }: Setting<Sight>): boolean => value === "agent" || value === "all";
  return agent.sessions
    .filter(({ kind, sandboxed }) => kinds.has(kind) && seesMore(sandboxed ? contact.sightInside : contact.sight))
    .map(({ kind }) => kind);
}

/** The doors through which anyone writes to an agent. */
export function openDoors({ exposures }: Agent): readonly Exposure[] {
  return exposures.filter((door) => door.who === "open" && door.certain && isDirect(door));
}

/** Whether people write through it, rather than the agent reading it. */
export function isDirect({ through }: Exposure): boolean {
  return through === "direct-message" || through === "group";
}
