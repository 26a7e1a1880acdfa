/** Sessions were to see only themselves; in a sandbox they see what they started as well. */
import { claimsOf } from "../grants/ineffective-claim.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "visibility-wider-than-written",
  severity: "info",
  set: "strict",
  summary: "Sandboxed sessions see more than the setting says",
  why: "A sandboxed session that starts a child can read what the child was told and found, and write to it. Whoever counts on each session being alone should know.",
  atlas: {
    techniques: ["AML.T0085.001", "AML.T0057", "AML.T0080.001"],
    mitigations: ["AML.M0026", "AML.M0027", "AML.M0028", "AML.M0032"],
  },
  cwe: [488],
  asi: ["ASI03", "ASI06"],

  check({ policy, report }) {
    for (const claim of claimsOf(policy.ineffective, "visibility-wider-than-written")) report(claim.evidence, claim.report);
  },
});
