/** An agent's own exec policy takes the place of a stricter one for all agents. */
import { confidenceIn, unlessElsewhere } from "../grants/standing.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "looser-agent-exec",
  severity: "error",
  summary: "Agent's own exec policy is looser than the one for all agents",
  why: "Whoever reads the common policy takes it for the limit of every agent. For this one it is none: its own words win, also when they allow more.",
  atlas: { techniques: ["AML.T0053", "AML.T0050"], mitigations: ["AML.M0028", "AML.M0029"] },
  cwe: [749, 250],
  asi: ["ASI05", "ASI02"],

  check({ policy, report }) {
    for (const { agent, own, common, gate, evidence, remedy } of policy.exec.loosened) {
      const confidence = confidenceIn(evidence, policy);
      if (confidence === undefined) continue;
      // An exception that still holds commands back is how a strict common policy is meant to be used.
      const isUngated = gate === "none";
      report(
        { at: own.read.at, path: own.read.path, because: [own, common] },
        {
          ...(isUngated ? {} : { severity: "info", set: "strict" }),
          message: `Agent "${agent}" loosens the common exec policy for itself: its ${own.says}, while for all agents ${common.says}${unlessElsewhere(evidence, policy)}`,
          confidence,
          agents: [agent],
          covers: ["ungated-host-exec"],
          remediations: [{ title: "Let the common policy hold for this agent too", safety: "review", edits: () => remedy }],
        },
      );
    }
  },
});
