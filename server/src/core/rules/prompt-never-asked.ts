/** A prompt that is written and never comes, because nothing is held against an allowlist. */
import { claimsOf } from "../grants/ineffective-claim.ts";
import { confidenceIn, standingOf, unlessElsewhere } from "../grants/standing.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "prompt-never-asked",
  severity: "error",
  summary: "Prompt before unlisted commands never comes, because every command is allowed",
  why: "Whoever wrote this counts on being asked. Every command runs at once instead, with all the rights of the account the gateway runs as.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0029", "AML.M0030"] },
  cwe: [862],
  asi: ["ASI02", "ASI05"],

  check({ policy, report }) {
    for (const { evidence, report: claim } of claimsOf(policy.ineffective, "prompt-never-asked")) {
      const standing = standingOf(evidence.because);
      report(evidence, {
        ...claim,
        message: `${claim.message}${unlessElsewhere(standing, policy)}`,
        confidence: confidenceIn(standing, policy) ?? "low",
        // It says what that one says, and why nobody expects it.
        covers: ["ungated-host-exec"],
      });
    }
  },
});
