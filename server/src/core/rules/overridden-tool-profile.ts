/** The narrow profile that all agents are meant to have does not hold for those with a wider one of their own. */
import { claimsOf } from "../grants/ineffective-claim.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "overridden-tool-profile",
  severity: "info",
  set: "strict",
  summary: "Common tool profile is overridden by wider ones of agents",
  why: "The common profile looks like a limit for everybody. An agent with a profile of its own never had it, and is the one to attack.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0026", "AML.M0028"] },
  cwe: [250],
  asi: ["ASI03", "ASI02"],
  upstream: ["tools.profile_minimal_overridden"],

  check({ policy, report }) {
    for (const claim of claimsOf(policy.ineffective, "overridden-tool-profile")) report(claim.evidence, claim.report);
  },
});
