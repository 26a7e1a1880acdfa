/** Secrets are written to logs as they are. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "redaction-off",
  severity: "warning",
  summary: "Keys and tokens are written to logs as they are",
  why: "Logs are read by more people and programs than the config, kept longer and sent along with questions. A key in them is out.",
  atlas: { techniques: ["AML.T0055", "AML.T0083"], mitigations: ["AML.M0024"] },
  cwe: [532],
  asi: ["ASI03"],
  upstream: ["logging.redact_off"],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "redaction-off")) report(claim.evidence, weighed(claim));
  },
});
