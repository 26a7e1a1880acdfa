/** A plugin of somebody else reads conversations, and may add to what agents are told. */
import { guardClaims } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "plugin-prompt-injection-allowed",
  severity: "info",
  set: "strict",
  summary: "Plugin of others reads conversations and adds to prompts",
  why: "Everything anybody says to an agent passes through the plugin, and what it adds the agent takes for its own instructions. One bad update is enough to copy or to steer all of it.",
  atlas: {
    techniques: ["AML.T0010.005", "AML.T0010.001", "AML.T0011.001", "AML.T0109"],
    mitigations: ["AML.M0013", "AML.M0014", "AML.M0016", "AML.M0023", "AML.M0011"],
  },
  cwe: [829, 494],
  asi: ["ASI04"],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "plugin-prompt-injection-allowed")) report(claim.evidence, claim.report);
  },
});
