/** Neither a profile nor a list limits what tools an agent has. */
import { byDecisionOrSilence } from "../grants/silence.ts";
import { declareRule } from "../rule.ts";
import { agentSubject } from "../wording.ts";

export default declareRule({
  id: "unrestricted-tools",
  severity: "info",
  set: "strict",
  summary: "Agent has every tool there is",
  why: "Every tool nobody needs is one more way from a message to harm, and each release adds some. What an agent does not have cannot be turned against you.",
  atlas: { techniques: ["AML.T0053", "AML.T0084.001", "AML.T0112.000"], mitigations: ["AML.M0028", "AML.M0026", "AML.M0027"] },
  cwe: [250, 1188],
  asi: ["ASI02", "ASI03"],

  check({ policy, report }) {
    const unlimited = policy.tools.scopes.filter(({ isUnlimited }) => isUnlimited);
    for (const [first, ...others] of byDecisionOrSilence(unlimited, ({ because }) => [{ because: [because] }])) {
      const ids = [first, ...others].map(({ agent }) => agent);
      const { read } = first.because;
      const { profile, edits } = first.limit;
      report(
        { at: read.at, path: read.path, because: [first.because] },
        {
          message: `${agentSubject(ids)} ${ids.length === 1 ? "has" : "have"} every tool there is: no profile and no list takes any away`,
          agents: ids,
          remediations: [{ title: `Limit to the profile "${profile}", and add what is missing`, safety: "review", edits: () => edits }],
        },
      );
    }
  },
});
