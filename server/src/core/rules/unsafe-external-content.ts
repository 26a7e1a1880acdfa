/** What strangers wrote comes before an agent without the mark that says so. */
import { guardClaims, weighed } from "../grants/lowered-guard.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "unsafe-external-content",
  severity: "warning",
  summary: "Text of strangers comes before the agent unmarked",
  why: "The mark is what tells the agent that a text is to be read and not obeyed. Without it a mail that gives orders looks like its owner's.",
  atlas: { techniques: ["AML.T0051.001", "AML.T0093"], mitigations: ["AML.M0033", "AML.M0030", "AML.M0020"] },
  cwe: [1427],
  asi: ["ASI01"],
  upstream: ["config.insecure_or_dangerous_flags"],

  check({ policy, report }) {
    for (const claim of guardClaims(policy, "unsafe-external-content")) report(claim.evidence, weighed(claim));
  },
});
