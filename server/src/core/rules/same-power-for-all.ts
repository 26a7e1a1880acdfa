/** Every agent of an organisation may do exactly the same: roles differ in name only. */
import type { Agent } from "../grants/grant.ts";
import { confidenceIn } from "../grants/standing.ts";
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";

/** Below this size having one set of rights for all is a choice. */
const organisation = 4;

export default declareRule({
  id: "same-power-for-all",
  severity: "info",
  set: "strict",
  summary: "All agents of an organisation may do exactly the same",
  why: "Several agents protect nothing while each holds the rights of all: whichever is misled first is as good as the one with the most to lose.",
  atlas: { techniques: ["AML.T0053", "AML.T0084.001", "AML.T0112.000"], mitigations: ["AML.M0028", "AML.M0026", "AML.M0027"] },
  cwe: [250],
  asi: ["ASI02", "ASI03"],

  check({ policy, report }) {
    const { agents, roster } = policy;
    const [first] = agents;
    if (!first || agents.length < organisation) return;
    const power = powerOf(first);
    if (power === "" || agents.some((agent) => powerOf(agent) !== power)) return;
    const isKnown = agents.every(({ grants }) => grants.every((grant) => confidenceIn(grant, policy) !== undefined));
    if (!isKnown) return;
    report(
      { at: nameOf(roster), path: roster.path },
      { message: `All ${agents.length} agents may do exactly the same: no role has less than another` },
    );
  },
});

/** What an agent may do itself, in a form that can be compared. */
function powerOf({ grants }: Agent): string {
  const own = grants.filter(({ via }) => via.length === 0);
  return own.map(({ capability, reach, gate, sessions }) => [capability, reach, gate, ...sessions].join(" ")).join("\n");
}
