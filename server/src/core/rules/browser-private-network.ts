/** The agents' browser opens addresses of the private network. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "browser-private-network",
  severity: "warning",
  summary: "Browser opens addresses of this machine and its network",
  why: "A page the agent was led to sends it on to a router, a cloud's metadata or the gateway itself, which strangers cannot reach and the browser can.",
  atlas: { techniques: ["AML.T0049", "AML.T0053"], mitigations: [] },
  cwe: [918],
  asi: ["ASI02"],
  upstream: ["config.insecure_or_dangerous_flags", "browser.remote_cdp_private_host"],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "browser-private-network")) report(claim.evidence, weighed(claim));
  },
});
