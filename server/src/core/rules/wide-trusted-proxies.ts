/** The gateway takes the word of far more than a proxy for who a caller is and where it calls from. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "wide-trusted-proxies",
  severity: "warning",
  summary: "Far more than a proxy is trusted for who a caller is",
  why: "Whoever is among those trusted says of itself what it likes: another address, and where a proxy does the login, another person.",
  atlas: { techniques: ["AML.T0049", "AML.T0012", "AML.T0107"], mitigations: [] },
  cwe: [348, 290],
  asi: ["ASI03"],
  upstream: [
    "gateway.real_ip_fallback_enabled",
    "gateway.trusted_proxy_auth",
    "gateway.trusted_proxy_no_allowlist",
    "gateway.trusted_proxy_allow_loopback",
    "gateway.trusted_proxy_device_auto_approve",
    "gateway.trusted_proxy_device_auto_approve_admin",
  ],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "wide-trusted-proxies"))
      report(claim.evidence, { ...weighed(claim), covers: ["gateway-exposed"] });
  },
});
