/** Code that models write to combine their tools, and where it is run. */
import type { SideDoor } from "../../../grants/side-doors.ts";
import { member, readAny, readString } from "../../../reader.ts";
import { decidingPlaces } from "../exec/context.ts";
import { inForce } from "../releases.ts";
import { codeExecutors } from "../tables/side-doors.ts";
import type { SideDoorContext } from "./context.ts";

/** Only where somebody turned it on; an agent's own object takes the place of the common one. */
export function findCodeRunners(context: SideDoorContext): SideDoor[] {
  if (inForce(codeExecutors, context.behaviour.release).unset !== "node") return [];
  return decidingPlaces(context, "tools", "codeMode").flatMap(({ place, agents }): SideDoor[] => {
    const isObject = place.node?.type === "object";
    const read = readAny(isObject ? member(place, "enabled") : place);
    const executor = readString(member(isObject ? place : { ...place, node: undefined }, "executor"));
    if (read.state !== "set" || (read.value !== true && read.value !== "auto")) return [];
    if (executor.state === "unknown" || (executor.state === "set" && executor.value !== "node")) return [];
    const { file } = place.at;
    return [
      {
        kind: "code-runner",
        read,
        name: "code mode",
        does: "node:vm is no security boundary",
        who: "agents",
        agents,
        remedy: isObject
          ? [{ op: "set", file, path: [...place.path, "executor"], value: "quickjs" }]
          : [{ op: "set", file, path: place.path, value: { enabled: read.value, executor: "quickjs" } }],
      },
    ];
  });
}
