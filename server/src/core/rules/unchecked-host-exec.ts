/** A written exec policy that no command is held against. */
import { claimsOf } from "../grants/ineffective-claim.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "unchecked-host-exec",
  severity: "error",
  summary: "Exec policy is written, and commands run on the host without a look at it",
  why: "The config reads as if commands were denied or asked about. Whatever text reaches the agent can still become any command with the rights of the account the gateway runs as.",
  atlas: { techniques: ["AML.T0053", "AML.T0050"], mitigations: ["AML.M0028", "AML.M0029", "AML.M0032"] },
  cwe: [749, 250],
  asi: ["ASI05", "ASI02"],

  check({ policy, report }) {
    for (const { evidence, report: claim } of claimsOf(policy.ineffective, "unchecked-host-exec"))
      report(evidence, { ...claim, covers: ["ungated-host-exec"] });
  },
});
