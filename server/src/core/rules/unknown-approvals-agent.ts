/** Policy in the approvals document for an agent that does not exist. */
import { claimsOf } from "../grants/ineffective-claim.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "unknown-approvals-agent",
  severity: "warning",
  summary: "Approvals document names an agent that does not exist",
  why: "The agent that was meant has no limits of its own, and an agent that gets this name later inherits what was allowed to another.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0029", "AML.M0026"] },
  cwe: [636],
  asi: ["ASI02", "ASI03"],

  check({ policy, report }) {
    for (const isLeftover of [false, true]) {
      const settings = policy.ineffective.filter((setting) => (setting.isLeftover ?? false) === isLeftover);
      for (const { evidence, report: claim } of claimsOf(settings, "unknown-approvals-agent")) {
        report(evidence, isLeftover ? { ...claim, severity: "info", set: "strict" } : claim);
      }
    }
  },
});
