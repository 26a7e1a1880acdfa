/**
 * The contract: what each agent is for, and what it needs for that, as its owner wrote it down. What an agent needs is never guessed: where
 * the contract does not speak of it, only what it was seen to use counts, if anybody looked.
 */
import type { Location, Path } from "../syntax/tree.ts";
import type { Confidence } from "../finding.ts";
import type { Evidence } from "./evidence.ts";
import type { Agent, Capability, Grant, Reach } from "./grant.ts";

export interface Contract {
  /** `absent`: nobody wrote one. `unknown`: there may be one, and it cannot be read. */
  readonly state: "read" | "absent" | "unknown";
  readonly entries: readonly ContractEntry[];
  /** What stands in for it where it says nothing of an agent. */
  readonly evidence?: Evidence | undefined;
}

export interface ContractEntry {
  /** The agent's id as written; undefined for what holds for every agent. */
  readonly agent: string | undefined;
  readonly purpose: string | undefined;
  readonly reason: string | undefined;
  readonly needs: readonly Need[];
  /** False when something in it was not understood, so that nothing may be said to be missing from it. */
  readonly certain: boolean;
  /** The key of the entry. */
  readonly at: Location;
  readonly path: Path;
}

export interface Need {
  readonly capability: Capability;
  /** Where the act may land; anywhere when it is left out. */
  readonly reach: Reach | undefined;
  /** For `exec`: the programs it is needed for. */
  readonly programs: readonly string[];
  readonly reason: string | undefined;
}

/** What the contract says about one agent, what holds for all laid in. */
export interface Terms {
  readonly purpose: string | undefined;
  readonly reason: string | undefined;
  readonly needs: readonly Need[];
  readonly certain: boolean;
  /** No contract speaks of the agent: this is what it was seen to use. */
  readonly seen?: { readonly sessions: number; readonly days: number };
}

/** Every capability, in the order of reports. */
export const capabilities = [
  "exec",
  "fs.read",
  "fs.write",
  "net.fetch",
  "net.search",
  "browser",
  "message.send",
  "session.read",
  "session.send",
  "agent.spawn",
  "control.plane",
  "schedule",
  "device",
  "memory.read",
  "media.generate",
  "plugin",
] as const satisfies readonly Capability[];

export const reaches = ["sandbox", "host", "node", "remote"] as const satisfies readonly Reach[];

/** Undefined when neither contract nor evidence says anything about the agent: then nothing is known about what it needs. */
export function termsOf({ state, entries, evidence }: Contract, agent: string): Terms | undefined {
  // Whoever cannot read a contract does not know that it is silent.
  if (state === "unknown") return undefined;
  const own = entries.find((entry) => entry.agent !== undefined && isSameAgent(entry.agent, agent));
  const common = entries.find((entry) => entry.agent === undefined);
  const found = [own, common].filter((entry) => entry !== undefined);
  if (found.length === 0) return evidence && termsSeen(evidence, agent);
  return {
    purpose: own?.purpose,
    reason: own?.reason,
    needs: found.flatMap(({ needs }) => needs),
    certain: found.every(({ certain }) => certain),
  };
}

/** Whatever was used stays; that the rest is not needed is said only where all sessions of the time were read, and there were some. */
function termsSeen({ days, agents }: Evidence, id: string): Terms | undefined {
  const own = agents.find(({ agent }) => isSameAgent(agent, id));
  if (!own || (own.sessions === 0 && own.used.length === 0)) return undefined;
  return {
    purpose: undefined,
    reason: undefined,
    needs: own.used.map((capability) => ({ capability, reach: undefined, programs: [], reason: undefined })),
    certain: own.sessions > 0 && own.gap === undefined,
    seen: { sessions: own.sessions, days },
  };
}

/** Why a grant is too much, as a clause: "its contract does not list it". */
export function whyNotNeeded({ seen }: Pick<Terms, "seen">): string {
  if (!seen) return "its contract does not list it";
  return seen.sessions === 1
    ? `its only session of ${lastDays(seen)} did not use it`
    : `none of its ${seen.sessions} sessions of ${lastDays(seen)} used it`;
}

/** The same of what was just named: "which its contract does not list". */
export function whichIsNotNeeded(terms: Pick<Terms, "seen">): string {
  return `which ${whyNotNeeded(terms).replace(/ it$/, "")}`;
}

/** What was not used so far may be used tomorrow, so that is never more than likely. */
export function surenessOf({ seen }: Pick<Terms, "seen">, ofGrant: Confidence | undefined): Confidence {
  return ofGrant === undefined ? "low" : seen ? "medium" : ofGrant;
}

function lastDays({ days }: { readonly days: number }): string {
  return days === 1 ? "the last day" : `the last ${days} days`;
}

/** Products spell ids in lower case, whatever their owners write. */
export function isSameAgent(written: string, id: string): boolean {
  return written.trim().toLowerCase() === id.toLowerCase();
}

/** Whether one of the needs is a reason to hold a grant. */
export function isNeeded(needs: readonly Need[], { capability, reach }: Pick<Grant, "capability" | "reach">): boolean {
  return needs.some((need) => need.capability === capability && (need.reach === undefined || need.reach === reach));
}

/** The programs that commands are needed for, as the contract names them. */
export function programsNeeded(terms: Pick<Terms, "needs"> | undefined): string[] {
  return [...new Set((terms?.needs ?? []).flatMap(({ capability, programs }) => (capability === "exec" ? programs : [])))];
}

/** The agent's own grants that its contract gives no reason for; none where the contract leaves open what it needs. */
export function unneededGrants(agent: Agent, terms: Terms | undefined): Grant[] {
  if (!terms?.certain) return [];
  return agent.grants.filter((grant) => grant.via.length === 0 && grant.gate !== "deny" && !isNeeded(terms.needs, grant));
}

/** Whether every agent the contract speaks of can still do what it needs. */
export function keepsNeeded(after: readonly Agent[], before: readonly Agent[], contract: Contract): boolean {
  return before.every((agent) => {
    const terms = termsOf(contract, agent.id);
    return (
      !terms ||
      !losesNeeded(
        after.find(({ id }) => id === agent.id),
        agent,
        terms,
      )
    );
  });
}

/** Whether an agent can no longer do something that it needs and could do before, in some kind of session or with some other agent. */
function losesNeeded(after: Agent | undefined, before: Agent, { needs }: Terms): boolean {
  const held = new Set(heldFor(needs, after));
  const isShorter = (now: readonly string[], then: readonly string[]): boolean => then.some((id) => !now.includes(id));
  return (
    heldFor(needs, before).some((key) => !held.has(key)) ||
    (needs.some(({ capability }) => capability === "agent.spawn") && isShorter(after?.canSpawn ?? [], before.canSpawn)) ||
    (needs.some(({ capability }) => capability === "session.send") && isShorter(after?.canMessage ?? [], before.canMessage))
  );
}

/** What an agent needs and holds itself, by capability and kind of session: as it needs it, and anywhere else. */
function heldFor(needs: readonly Need[], agent: Agent | undefined): string[] {
  const wanted = new Set(needs.map(({ capability }) => capability));
  const own = (agent?.grants ?? []).filter(({ via, gate, capability }) => via.length === 0 && gate !== "deny" && wanted.has(capability));
  return own.flatMap((grant) =>
    grant.sessions.flatMap((kind) => [
      `${grant.capability} ${kind}`,
      ...(isNeeded(needs, grant) ? [`${grant.capability} ${kind} as needed`] : []),
    ]),
  );
}
