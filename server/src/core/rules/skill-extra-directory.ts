/** Skills are read from a folder that others can write to. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "skill-extra-directory",
  severity: "warning",
  summary: "Skills are read from a folder that can be written to",
  why: "A skill is instructions that the agent follows, with programs that it runs. Whoever can write to the folder adds one, and it counts at once.",
  atlas: { techniques: ["AML.T0110", "AML.T0010.005", "AML.T0081"], mitigations: ["AML.M0005", "AML.M0028", "AML.M0014"] },
  cwe: [732, 829],
  asi: ["ASI04", "ASI06"],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "skill-extra-directory")) report(claim.evidence, weighed(claim));
  },
});
