/** A control page lets in devices that nobody approved. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "device-auth-disabled",
  severity: "warning",
  summary: "Control page lets in devices that nobody approved",
  why: "The token alone is then enough, from any machine and any browser: nobody sees a new device come in, and none can be shut out again by itself.",
  atlas: { techniques: ["AML.T0012", "AML.T0106", "AML.T0091.000"], mitigations: [] },
  cwe: [306, 319],
  asi: ["ASI03"],
  upstream: ["gateway.control_ui.device_auth_disabled", "gateway.control_ui.insecure_auth", "config.insecure_or_dangerous_flags"],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "device-auth-disabled"))
      report(claim.evidence, { ...weighed(claim), covers: ["gateway-exposed"] });
  },
});
