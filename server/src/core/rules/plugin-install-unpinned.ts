/** A record of an installed plugin names no version, so that the next update takes whatever is newest. */
import { guardClaims } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "plugin-install-unpinned",
  severity: "info",
  set: "strict",
  summary: "Installed plugin is not pinned to a version",
  why: "Whoever gets hold of the account that publishes the plugin has their code inside the gateway with the next update.",
  atlas: {
    techniques: ["AML.T0010.005", "AML.T0010.001", "AML.T0011.001", "AML.T0109"],
    mitigations: ["AML.M0013", "AML.M0014", "AML.M0016", "AML.M0023", "AML.M0011"],
  },
  cwe: [829, 494],
  asi: ["ASI04"],
  upstream: ["plugins.installs_unpinned_npm_specs"],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "plugin-install-unpinned")) report(claim.evidence, claim.report);
  },
});
