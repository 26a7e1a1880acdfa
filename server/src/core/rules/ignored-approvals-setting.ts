/** Something in the approvals document that nobody reads: a word no release knows, an invented key, an agent under another spelling. */
import { claimsOf } from "../grants/ineffective-claim.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "ignored-approvals-setting",
  severity: "warning",
  summary: "Setting in the approvals document is ignored",
  why: "The document loads and nobody is told: its author believes that commands are refused or asked about, while the next layer decides, and that is often the one that allows everything.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0029", "AML.M0028"] },
  cwe: [636],
  asi: ["ASI02", "ASI05"],

  check({ policy, report }) {
    for (const { evidence, report: claim } of claimsOf(policy.ineffective, "ignored-approvals-setting")) report(evidence, claim);
  },
});
