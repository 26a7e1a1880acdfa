/** An allow list with nothing on it: it reads like "nothing is allowed" and restricts nothing. */
import { claimsOf } from "../grants/ineffective-claim.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "empty-allow-list",
  severity: "warning",
  summary: "Empty allow list allows every tool",
  why: "Whoever emptied the list believes that the agent has no tools. It has all of them, the shell included, unless another list takes them away.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0028", "AML.M0026"] },
  cwe: [183, 636],
  asi: ["ASI02", "ASI03"],

  check({ policy, report }) {
    for (const claim of claimsOf(policy.ineffective, "empty-allow-list")) report(claim.evidence, claim.report);
  },
});
