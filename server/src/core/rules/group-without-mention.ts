/** An agent takes in every message of a group, also those that do not address it. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "group-without-mention",
  severity: "warning",
  summary: "Agent answers in groups without being addressed",
  why: "What anybody in the group writes or pastes comes before the agent at once: nobody has to mean it for that.",
  atlas: { techniques: ["AML.T0080.001", "AML.T0051.000", "AML.T0093"], mitigations: ["AML.M0019", "AML.M0033", "AML.M0031"] },
  cwe: [306],
  asi: ["ASI01", "ASI06"],
  upstream: [],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "group-without-mention")) report(claim.evidence, weighed(claim));
  },
});
