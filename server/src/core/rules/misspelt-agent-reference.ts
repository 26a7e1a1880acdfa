/** A setting names an agent that does not exist: somebody else answers, or nobody. */
import { claimsOf } from "../grants/ineffective-claim.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "misspelt-agent-reference",
  severity: "warning",
  summary: "Setting names an agent that does not exist",
  why: "What was meant for a narrow agent may land at the default one, which is often the widest. A list of agents with a wrong name in it is not the list its author has in mind.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0026", "AML.M0028"] },
  cwe: [441],
  asi: ["ASI03", "ASI07"],

  check({ policy, report }) {
    for (const claim of claimsOf(policy.ineffective, "misspelt-agent-reference")) report(claim.evidence, claim.report);
  },
});
