/** Callers of a hook choose the agent that acts for them. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "hook-chooses-agent",
  severity: "warning",
  summary: "Callers of hooks choose the agent that acts",
  why: "A service that was to reach one harmless agent reaches the strongest: its token is a key to every agent of the organisation.",
  atlas: { techniques: ["AML.T0080.001", "AML.T0093"], mitigations: ["AML.M0031", "AML.M0019"] },
  cwe: [639],
  asi: ["ASI06", "ASI03"],
  upstream: ["hooks.allowed_agent_ids_unrestricted"],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "hook-chooses-agent")) report(claim.evidence, weighed(claim));
  },
});
