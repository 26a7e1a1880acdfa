/** A call from outside runs a module inside the gateway. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "hook-runs-code",
  severity: "info",
  set: "strict",
  summary: "Hook runs a module inside the gateway",
  why: "The module runs with all rights of the gateway, on what a caller sent. Whoever may write the file has the gateway.",
  atlas: { techniques: ["AML.T0093", "AML.T0050"], mitigations: ["AML.M0033"] },
  cwe: [94],
  asi: ["ASI05"],
  upstream: [],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "hook-runs-code")) report(claim.evidence, weighed(claim));
  },
});
