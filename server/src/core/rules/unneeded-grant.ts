/** An agent may do something that its contract gives no reason for, or that it was not seen to use. Nothing is guessed. */
import { surenessOf, termsOf, unneededGrants, whichIsNotNeeded } from "../grants/contract.ts";
import { confidenceIn, unlessElsewhere } from "../grants/standing.ts";
import { isWithin, nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";
import { listWords } from "../wording.ts";

export default declareRule({
  id: "unneeded-grant",
  severity: "warning",
  summary: "Agent may do more than it is known to need",
  why: "Power that nobody needs is of use only to whoever talks the agent into using it. Nobody misses it when it is gone.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0028", "AML.M0026"] },
  cwe: [250, 272],
  asi: ["ASI02", "ASI03"],

  check({ policy, contract, report, withdraw }) {
    for (const agent of policy.agents) {
      const terms = termsOf(contract, agent.id);
      const unneeded = unneededGrants(agent, terms).filter((grant) => confidenceIn(grant, policy) !== undefined);
      const [first, ...others] = unneeded;
      if (!terms || !first) continue;
      // Where the act is needed elsewhere, as commands in a sandbox are, only the place is too much.
      const isNeededElsewhere = (capability: string): boolean => terms.needs.some((need) => need.capability === capability);
      const names = unneeded.map(({ capability, reach }) => (isNeededElsewhere(capability) ? `${capability} on the ${reach}` : capability));
      const what = listWords([...new Set(names)], 4);
      // Where somebody wrote it for this agent, else at the agent: that is where the fix goes.
      const written = unneeded.flatMap(({ because }) => because.map(({ read }) => read)).find((read) => isWithin(read, agent.entry));
      const { entry } = agent;
      const place = written ?? (entry.state === "set" ? { at: nameOf(entry), path: entry.path } : undefined);
      report(place ? { at: place.at, path: place.path, because: first.because } : first, {
        agents: [agent.id],
        message: `Agent "${agent.id}" has ${what}, ${whichIsNotNeeded(terms)}${unlessElsewhere(first, policy)}`,
        confidence: surenessOf(terms, confidenceIn(first, policy)),
        related: others.flatMap(({ capability, because }) =>
          because.slice(0, 1).map(({ read, says }) => ({ at: read.at, message: `${capability}: ${says}` })),
        ),
        remediations: [
          { title: `Take ${what} from "${agent.id}"`, safety: "review", stage: "withdraw", edits: () => withdraw(agent, unneeded) },
        ],
      });
    }
  },
});
