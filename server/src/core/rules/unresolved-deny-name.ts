/** A name in a deny list that comes from an environment variable: where that is not set, nothing is denied and nobody is told. */
import { claimsOf } from "../grants/ineffective-claim.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "unresolved-deny-name",
  severity: "info",
  summary: "Denied tool is named by an environment variable that may not be set",
  why: "A restriction that depends on the environment is gone on every machine where the variable is missing or misspelt, and the config looks the same there.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0028"] },
  cwe: [636],
  asi: ["ASI02"],

  check({ policy, report }) {
    for (const claim of claimsOf(policy.ineffective, "unresolved-deny-name")) report(claim.evidence, claim.report);
  },
});
