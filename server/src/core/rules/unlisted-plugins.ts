/** Plugins of others are installed, and no list says which plugins may load. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "unlisted-plugins",
  severity: "warning",
  summary: "Any plugin that is found may load",
  why: "A plugin runs inside the gateway, with its rights and its keys, outside every tool policy. Without a list, whatever gets a folder into the place where plugins lie is one.",
  atlas: {
    techniques: ["AML.T0010.005", "AML.T0010.001", "AML.T0011.001", "AML.T0109"],
    mitigations: ["AML.M0013", "AML.M0014", "AML.M0016", "AML.M0023", "AML.M0011"],
  },
  cwe: [829, 494],
  asi: ["ASI04"],
  upstream: ["plugins.extensions_no_allowlist"],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "unlisted-plugins")) report(claim.evidence, weighed(claim));
  },
});
