/** Senders are told by names that anybody can give themselves. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "mutable-sender-names",
  severity: "warning",
  summary: "Senders are told by names that anybody can take",
  why: "Whoever takes the name of somebody on the list is on the list.",
  atlas: { techniques: ["AML.T0073", "AML.T0012"], mitigations: ["AML.M0026", "AML.M0018"] },
  cwe: [290],
  asi: ["ASI03"],
  upstream: ["channels.<p>.allowFrom.dangerous_name_matching_enabled", "channels.synology-chat.reply.dangerous_name_matching_enabled"],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "mutable-sender-names")) report(claim.evidence, weighed(claim));
  },
});
