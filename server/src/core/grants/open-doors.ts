/** Doors through which strangers write to agents, by the place that leaves them open. Names no product. */
import type { Edit } from "../finding.ts";
import type { Location, Path } from "../syntax/tree.ts";
import { byDecision, type Agent, type Because, type Exposure } from "./grant.ts";

export interface OpenDoor {
  readonly at: Location;
  readonly path: Path;
  readonly because: readonly Because[];
}

export interface Strangers {
  readonly door: OpenDoor;
  /** Ids of the agents they can write to. */
  readonly agents: readonly string[];
  /** The channels they write over. */
  readonly names: readonly string[];
  /** Edits that keep them out. */
  readonly close: readonly Edit[];
}

/** One for each deciding place: a setting often leaves the door of several accounts open. */
export function strangersAt(agents: readonly Agent[], through: Exposure["through"]): Strangers[] {
  const open = agents.flatMap(({ id, exposures }) =>
    exposures.filter((door) => door.through === through && door.who === "open" && door.certain).map((door) => ({ id, door })),
  );
  return byDecision(open, ({ door }) => [door]).flatMap((group): Strangers[] => {
    const [first] = group;
    const door = openDoor(first.door);
    if (!door) return [];
    const edits = group.flatMap(({ door }) => door.close ?? []);
    return [
      {
        door,
        agents: [...new Set(group.map(({ id }) => id))],
        names: [...new Set(group.map(({ door }) => door.name))],
        close: edits.filter((edit, index) => edits.findIndex((other) => JSON.stringify(other) === JSON.stringify(edit)) === index),
      },
    ];
  });
}

function openDoor({ because }: Exposure): OpenDoor | undefined {
  const read = because[0]?.read;
  return read && { at: read.at, path: read.path, because };
}
