/** Addresses of the private network are opened to an agent that fetches pages. */
import { declareRule } from "../rule.ts";
import { agentSubject } from "../wording.ts";

export default declareRule({
  id: "private-network-fetch",
  severity: "warning",
  summary: "Agent may fetch addresses of the private network",
  why: "Routers, databases and the metadata service of a cloud trust whoever asks from inside. A page can talk the agent into asking them, and into sending on what they answer.",
  atlas: { techniques: ["AML.T0053", "AML.T0049"], mitigations: ["AML.M0028", "AML.M0032", "AML.M0033"] },
  cwe: [918],
  asi: ["ASI02"],

  check({ policy, report }) {
    for (const { act, agents, isOpen, read, because, close } of policy.tools.limits) {
      if (act !== "private-fetches" || !isOpen) continue;
      report(
        { at: read.at, path: read.path, because },
        {
          message: `${agentSubject(agents)} may fetch pages from private addresses`,
          agents,
          remediations: [{ title: "Keep private addresses closed", safety: "review", edits: () => close }],
        },
      );
    }
  },
});
