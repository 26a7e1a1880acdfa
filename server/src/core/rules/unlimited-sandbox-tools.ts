/** Both tool lists of a sandbox are empty: not even what usually stays out of it is kept out. */
import { claimsOf } from "../grants/ineffective-claim.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "unlimited-sandbox-tools",
  severity: "warning",
  summary: "Empty tool lists of a sandbox let in every tool",
  why: "A sandbox holds back only the tools that run inside it. Those that schedule runs, change the gateway or drive devices act outside, and by default a sandboxed session does not get them.",
  atlas: { techniques: ["AML.T0053", "AML.T0105"], mitigations: ["AML.M0028", "AML.M0032"] },
  cwe: [183, 653],
  asi: ["ASI05", "ASI02"],

  check({ policy, report }) {
    for (const claim of claimsOf(policy.ineffective, "unlimited-sandbox-tools")) report(claim.evidence, claim.report);
  },
});
