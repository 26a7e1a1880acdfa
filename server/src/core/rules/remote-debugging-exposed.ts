/** A browser is steered over a connection that nothing encrypts. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "remote-debugging-exposed",
  severity: "warning",
  summary: "Browser is steered over an open connection",
  why: "Whoever listens on the way, or finds the port, steers the browser: every page it has open and every account it is logged in to.",
  atlas: { techniques: ["AML.T0049", "AML.T0091", "AML.T0100"], mitigations: [] },
  cwe: [319, 306],
  asi: ["ASI03"],
  upstream: ["browser.remote_cdp_http"],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "remote-debugging-exposed")) report(claim.evidence, weighed(claim));
  },
});
