/** A model answers prompts in a person's place. */
import { declareRule } from "../rule.ts";
import { agentObject } from "../wording.ts";

export default declareRule({
  id: "model-reviewed-exec",
  severity: "info",
  set: "strict",
  summary: "A model decides about commands that a person would be asked about",
  why: "A command is written so that it looks harmless to whoever decides. A model reads the same text that misled the agent, and a person only sees what it was unsure of.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0029", "AML.M0030"] },
  cwe: [862],
  asi: ["ASI02", "ASI05"],

  check({ policy, report }) {
    for (const { because, agents, remedy } of policy.exec.reviewed) {
      report(
        { at: because.read.at, path: because.read.path },
        {
          message: `A model may approve commands of ${agentObject(agents)} that are not on the allowlist, and a person is asked only when it does not`,
          agents,
          remediations: [{ title: "Ask a person about every command that is not on the allowlist", safety: "review", edits: () => remedy }],
        },
      );
    }
  },
});
