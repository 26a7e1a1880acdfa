/** An agent has sandbox settings of its own and lives in the shared sandbox, which does not read them. */
import { claimsOf } from "../grants/ineffective-claim.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "shared-scope-ignores-agent",
  severity: "warning",
  summary: "Sandbox settings of one agent are ignored in a shared sandbox",
  why: "All agents of a shared sandbox run in one container, made from the common settings. A limit written for one of them, such as no network, holds for nobody, and whoever steers that agent is held by less than the config says.",
  atlas: { techniques: ["AML.T0037", "AML.T0080.001", "AML.T0098"], mitigations: ["AML.M0032"] },
  cwe: [653, 488],
  asi: ["ASI03", "ASI06"],

  check({ policy, report }) {
    for (const { evidence, report: claim } of claimsOf(policy.ineffective, "shared-scope-ignores-agent")) report(evidence, claim);
  },
});
