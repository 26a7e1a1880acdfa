/**
 * What agents were seen to use, as far as records of their sessions go back. Second to a contract: it says what happened, not what is needed.
 * Holds kinds of acts and numbers, nothing of what was said.
 */
import type { Capability } from "./grant.ts";

export interface Evidence {
  /** How far back it goes, in days. */
  readonly days: number;
  readonly agents: readonly AgentEvidence[];
}

export interface AgentEvidence {
  readonly agent: string;
  /** How many of its sessions of these days were read. */
  readonly sessions: number;
  readonly used: readonly Capability[];
  /** Why what was not seen may have happened all the same, as a clause; undefined where everything was read. */
  readonly gap: string | undefined;
}
