/** A list of additional tools that adds nothing, replaces another one, or is not read: its author believes that it decides something. */
import { claimsOf } from "../grants/ineffective-claim.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "allow-list-has-no-effect",
  severity: "info",
  summary: "List of additional tools does not do what it seems to do",
  why: "A list that seems to say which tools there are, and does not, hides that all the others are there as well. People look at it and add no real limit.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0028"] },
  cwe: [183],
  asi: ["ASI02"],

  check({ policy, report }) {
    for (const claim of claimsOf(policy.ineffective, "allow-list-has-no-effect")) report(claim.evidence, claim.report);
  },
});
