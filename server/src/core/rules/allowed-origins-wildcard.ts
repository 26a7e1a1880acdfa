/** Pages of any origin may talk to a service through the browser of whoever opens them. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "allowed-origins-wildcard",
  severity: "warning",
  summary: "Pages of any origin may talk to the gateway",
  why: "Where the browser alone is the login (the cookie of a proxy, a private network, a gateway that asks for nothing), a page somebody merely looks at reads conversations and has agents act.",
  atlas: { techniques: ["AML.T0011.003", "AML.T0107", "AML.T0106"], mitigations: ["AML.M0018"] },
  cwe: [1385, 942],
  asi: ["ASI03"],
  upstream: [
    "gateway.control_ui.allowed_origins_wildcard",
    "gateway.control_ui.host_header_origin_fallback",
    "config.insecure_or_dangerous_flags",
  ],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "allowed-origins-wildcard"))
      report(claim.evidence, { ...weighed(claim), covers: ["gateway-exposed"] });
  },
});
