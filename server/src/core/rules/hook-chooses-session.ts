/** Callers of a hook choose the conversation they write into. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "hook-chooses-session",
  severity: "warning",
  summary: "Callers of hooks choose the conversation they write into",
  why: "A caller writes into the conversation of somebody else, and what it wrote there is taken for theirs ever after.",
  atlas: { techniques: ["AML.T0080.001", "AML.T0093"], mitigations: ["AML.M0031", "AML.M0019"] },
  cwe: [639],
  asi: ["ASI06", "ASI03"],
  upstream: ["hooks.request_session_key_enabled", "hooks.request_session_key_prefixes_missing", "config.insecure_or_dangerous_flags"],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "hook-chooses-session")) report(claim.evidence, weighed(claim));
  },
});
