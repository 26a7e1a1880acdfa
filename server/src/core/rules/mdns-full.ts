/** The local network is told more about this machine than is needed to find a service on it. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "mdns-full",
  severity: "info",
  set: "strict",
  summary: "Local network is told where program and remote shell are",
  why: "Everybody in the network learns the path of the program, the user's name in it and the port of the remote shell: a start for whoever looks for one.",
  atlas: { techniques: ["AML.T0006", "AML.T0084"], mitigations: [] },
  cwe: [1230],
  asi: ["ASI03"],
  upstream: ["discovery.mdns_full_mode"],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "mdns-full")) report(claim.evidence, weighed(claim));
  },
});
