/** Nothing stops a run that repeats itself: loop detection is off. */
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "no-spend-limit",
  severity: "info",
  set: "strict",
  summary: "Nothing stops an agent that repeats itself",
  why: "A page or a message can send an agent round in circles. Each round costs tokens and calls to services, and nobody notices before the bill.",
  atlas: { techniques: ["AML.T0034.002", "AML.T0034", "AML.T0029"], mitigations: ["AML.M0004"] },
  cwe: [770],
  asi: ["ASI08", "ASI02"],

  check({ policy, report }) {
    for (const { act, agents, isOpen, read, because, close } of policy.tools.limits) {
      if (act !== "loops" || !isOpen) continue;
      report(
        { at: read.at, path: read.path, because },
        {
          message: `Loop detection is off: ${listNames(agents)} may make the same calls over and over`,
          agents,
          remediations: [{ title: "Switch loop detection on", safety: "review", edits: () => close }],
        },
      );
    }
  },
});
