/** A prompt that nobody answers counts as a yes. */
import { byDecision } from "../grants/grant.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "fail-open-approval",
  severity: "warning",
  summary: "Command runs when nobody answers the prompt",
  why: "A prompt stops an attacker only if silence means no. Whoever sends the command at night, or while no approval client is connected, needs nobody's consent.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0029"] },
  cwe: [636],
  asi: ["ASI02", "ASI05"],

  check({ policy, report }) {
    for (const found of byDecision(policy.approvals.unanswered, (leniency) => [leniency])) {
      const [first] = found;
      const agents = found.map(({ agent }) => agent);
      const { at, path } = first.because[0].read;
      report(
        { at, path, because: first.because },
        {
          message: `When nobody answers a prompt for ${listNames(agents)}, ${first.does}${first.written ? "" : ": that is the default of this release"}`,
          agents,
          remediations: [{ title: "Refuse the command when nobody answers", safety: "review", edits: () => first.revoke }],
        },
      );
    }
  },
});
