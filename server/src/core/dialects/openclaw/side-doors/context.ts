/** What every part of this folder works on. */
import type { Edit } from "../../../finding.ts";
import type { Agent } from "../../../grants/grant.ts";
import type { Place } from "../../../reader.ts";
import type { Read } from "../../../read.ts";
import type { Behaviour } from "../releases.ts";
import type { Roster } from "../roster.ts";

export interface SideDoorContext {
  readonly config: Place;
  readonly agents: readonly Agent[];
  readonly roster: Roster;
  readonly behaviour: Behaviour;
}

/** True where anyone may write to some agent. */
export function isOpenToStrangers(agents: readonly Agent[]): boolean {
  return agents.some(({ exposures }) =>
    exposures.some(({ who, through, certain }) => who === "open" && certain && (through === "direct-message" || through === "group")),
  );
}

export function removalOf({ at, path }: Read<unknown>): Edit[] {
  return [{ op: "remove", file: at.file, path }];
}
