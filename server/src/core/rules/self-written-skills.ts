/** Agents write their own standing instructions, and nobody is asked before these count. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "self-written-skills",
  severity: "warning",
  summary: "Agents' own skills count without a person's word",
  why: "A text that deceives an agent once can have it write the deception down as a skill. From then on it comes back by itself, in every conversation.",
  atlas: { techniques: ["AML.T0110", "AML.T0081", "AML.T0080.000"], mitigations: ["AML.M0029", "AML.M0031"] },
  cwe: [732, 862],
  asi: ["ASI06", "ASI04"],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "self-written-skills")) report(claim.evidence, weighed(claim));
  },
});
