/** Names on the list of safe programs that the release does not take as safe. */
import { claimsOf } from "../grants/ineffective-claim.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "unprofiled-safe-bin",
  severity: "info",
  summary: "Name on the list of safe programs has no effect",
  why: "The list does not do its work, so people loosen something else instead; and on a release that needs no profile the same name passes with any arguments.",
  atlas: { techniques: ["AML.T0050"], mitigations: ["AML.M0033", "AML.M0028"] },
  cwe: [183],
  asi: ["ASI05", "ASI02"],
  upstream: ["tools.exec.safe_bins_interpreter_unprofiled", "tools.exec.safe_bins_broad_behavior"],

  check({ policy, report }) {
    for (const { evidence, report: claim } of claimsOf(policy.ineffective, "unprofiled-safe-bin")) report(evidence, claim);
  },
});
