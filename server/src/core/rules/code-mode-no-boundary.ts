/** Code a model wrote is run where nothing holds it. */
import { declareRule } from "../rule.ts";
import { agentObject } from "../wording.ts";

export default declareRule({
  id: "code-mode-no-boundary",
  severity: "info",
  set: "strict",
  summary: "Code that models write runs inside the gateway's own process",
  why: "What the model writes to combine its tools is run with the gateway's rights. Code that breaks out of it needs no tool, so no tool policy and no approval applies to it.",
  atlas: { techniques: ["AML.T0053", "AML.T0050", "AML.T0112.000"], mitigations: ["AML.M0030", "AML.M0028", "AML.M0032"] },
  cwe: [749, 250],
  asi: ["ASI05", "ASI02"],

  check({ policy, report }) {
    for (const { kind, read, name, does, agents = [], remedy } of policy.sideDoors) {
      if (kind !== "code-runner") continue;
      report(
        { at: read.at, path: read.path },
        {
          message: `${name.replace(/^./, (letter) => letter.toUpperCase())} runs code of ${agentObject(agents)} in the gateway's process: ${does}`,
          agents,
          remediations: [{ title: "Run the code in the isolated executor", safety: "review", edits: () => remedy }],
        },
      );
    }
  },
});
