/** A model is asked over plain http. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "model-endpoint-plain-http",
  severity: "warning",
  summary: "Model is asked over a connection that nothing encrypts",
  why: "Whoever is on the way reads prompts, files and the key, and can change the answers: a model's answer decides which tools the agent calls.",
  atlas: { techniques: ["AML.T0055"], mitigations: ["AML.M0012"] },
  cwe: [319],
  asi: ["ASI03"],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "model-endpoint-plain-http")) report(claim.evidence, weighed(claim));
  },
});
