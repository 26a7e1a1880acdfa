/** A tool that writes files is denied and another one is not: the agent still writes. */
import { claimsOf } from "../grants/ineffective-claim.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "deny-leaves-other-writer",
  severity: "warning",
  summary: "Writing is denied for one tool and left to another",
  why: "An agent that should only read can still be talked into changing files: its own instructions, scripts that somebody runs later, the configuration.",
  atlas: { techniques: ["AML.T0101", "AML.T0081", "AML.T0053"], mitigations: ["AML.M0028", "AML.M0026"] },
  cwe: [1220],
  asi: ["ASI02"],

  check({ policy, report }) {
    for (const claim of claimsOf(policy.ineffective, "deny-leaves-other-writer")) report(claim.evidence, claim.report);
  },
});
