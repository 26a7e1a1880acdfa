/** The gateway takes programs from a folder into itself. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "plugin-load-path",
  severity: "warning",
  summary: "Plugins are loaded from a folder of one's own",
  why: "A plugin runs inside the gateway, with its rights and its keys. Whoever can write to the folder has all of that at the next start.",
  atlas: {
    techniques: ["AML.T0010.005", "AML.T0010.001", "AML.T0011.001", "AML.T0109"],
    mitigations: ["AML.M0013", "AML.M0014", "AML.M0016", "AML.M0023", "AML.M0011"],
  },
  cwe: [829, 494],
  asi: ["ASI04"],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "plugin-load-path")) report(claim.evidence, weighed(claim));
  },
});
