/**
 * How far agents reach each other by settings alone: who may write to whom, read whom, and start whom. Whether an agent has the tools for it is
 * said by its grants. Names no product.
 */
import type { Edit } from "../finding.ts";
import type { Agent, Because, Grant } from "./grant.ts";

/** A value in force, written or by default. */
export interface Setting<Value> {
  /** Undefined where it cannot be known. */
  readonly value: Value | undefined;
  readonly isWritten: boolean;
  readonly because: Because;
}

/** Which sessions one session can read and write to: its own; those it started too; all of its agent; all of every agent it may be in contact with. */
export type Sight = "self" | "tree" | "agent" | "all";

export interface Contact {
  /** The switch for contact between agents. */
  readonly between: Setting<boolean>;
  /** Who takes part in it once it is on: everyone, also who joins later, or the agents a list names. */
  readonly members: Setting<"everyone" | "listed">;
  /** Ids of those who do take part, or would if it were on, for certain. */
  readonly parties: readonly string[];
  /** How far sessions see, outside a sandbox and inside one. */
  readonly sight: Setting<Sight>;
  readonly sightInside: Setting<Sight>;
  /** Switch and sight together: whether one agent's session outside a sandbox can write to another agent. */
  readonly isOpen: boolean | undefined;
  /** Which later release opens what is closed today and nothing written keeps closed. */
  readonly opensWith: string | undefined;
  /** The places that say whom agents may start, each once. */
  readonly starts: readonly StartList[];
  /** Whether one agent can write to or start another, in some session of its own and for certain. */
  readonly reaches: (from: string, to: string) => boolean;
  /** Ids of the agents that can write to every other one, or start it. */
  readonly reachesAll: readonly string[];
  /** Edits that end contact between agents, or keep those in a sandbox out of it. */
  readonly close: readonly Edit[];
  readonly closeInside: readonly Edit[];
  /** Edits that let sessions see what they started and no more. */
  readonly narrow: readonly Edit[];
}

export interface StartList {
  readonly because: Because;
  readonly everyone: boolean;
  /** Ids of the agents it counts for. */
  readonly agents: readonly string[];
  /** Edits that leave them children of their own. */
  readonly close: readonly Edit[];
}

/** The edits that close the first step of a grant held through others: end contact, or take the list away that lets the agent start another. */
export function closingOf({ because }: Grant, { close, closeInside, sightInside, starts }: Contact): readonly Edit[] {
  const first = because[0]?.read;
  const isDecisive = (because: Because): boolean => first !== undefined && String(because.read.path) === String(first.path);
  const list = starts.find((each) => isDecisive(each.because));
  return list?.close ?? (isDecisive(sightInside.because) ? closeInside : close);
}

/** What an agent can have others do and not do itself, for certain. */
export function gainsOf({ grants }: Agent): readonly Grant[] {
  return grants.filter(({ via, certain, gate }) => certain && via.length > 0 && gate !== "deny");
}
