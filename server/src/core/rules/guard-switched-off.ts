/** A check that is there unless somebody switches it off has been switched off. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "guard-switched-off",
  severity: "warning",
  summary: "Security check is switched off",
  why: "The check is there because somebody once came through where it stands.",
  atlas: { techniques: ["AML.T0049", "AML.T0012"], mitigations: [] },
  cwe: [693, 295],
  asi: ["ASI03"],
  upstream: [
    "config.insecure_or_dangerous_flags",
    "security.audit.suppressions.active",
    "mcp.apps.enabled",
    "browser.extension_relay_legacy_auth",
  ],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "guard-switched-off")) report(claim.evidence, weighed(claim));
  },
});
