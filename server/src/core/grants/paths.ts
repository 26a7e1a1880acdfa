/** Ways from other people's text through an exposed agent to what another agent may do. Names no product. */
import { overlap, ownGrants, type Agent, type Exposure, type Grant } from "./grant.ts";
import type { EffectivePolicy } from "./policy.ts";
import { confidenceIn } from "./standing.ts";
import { isDirect } from "./threads.ts";

export interface ExposedPath {
  readonly agent: Agent;
  /** Where the text comes in: what people write straight to the agent if anybody does, otherwise one page or mail it reads. */
  readonly doors: readonly [Exposure, ...Exposure[]];
  /** Held through other agents. */
  readonly grant: Grant;
}

/** From an open door to an ungated shell on the host, for each agent that has none of its own: in the sessions the door leads to, and one path each. */
export function pathsToShell(policy: EffectivePolicy): ExposedPath[] {
  return policy.agents.flatMap((agent) => {
    const shells = agent.grants.filter(({ capability, reach, gate }) => capability === "exec" && reach === "host" && gate === "none");
    if (shells.length === 0 || ownGrants(agent, "exec", { reach: "host", gate: "none" }).length > 0) return [];
    const open = agent.exposures.filter(({ who, certain }) => who === "open" && certain);
    const paths = shells.flatMap((grant): ExposedPath[] => {
      const doors = open.filter(({ sessions }) => overlap(sessions, grant.sessions));
      const direct = doors.filter(isDirect);
      const [first, ...others] = direct.length > 0 ? direct : doors.slice(0, 1);
      const isClaim = first && confidenceIn(grant, policy) !== undefined && isSure(agent, grant, policy);
      return isClaim ? [{ agent, doors: [first, ...others], grant }] : [];
    });
    return paths.slice(0, 1);
  });
}

/** Every step is certain by itself, whatever is not known about the shell at its end. */
function isSure(agent: Agent, { via }: Grant, { contact }: EffectivePolicy): boolean {
  const steps = [agent.id, ...via];
  return via.every((to, index) => contact.reaches(steps[index] ?? "", to));
}
