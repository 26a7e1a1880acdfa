/** A sandbox has a network where it would have none. */
import { decidedAt, eachDecision } from "../grants/sandbox.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "sandbox-network-open",
  severity: "info",
  set: "strict",
  summary: "Sandbox has a network",
  why: "Commands in a sandbox without a network can send nothing out. With one, whatever the agent reads can be sent anywhere, and whatever it was told to fetch can be run.",
  atlas: { techniques: ["AML.T0086", "AML.T0025"], mitigations: ["AML.M0032"] },
  cwe: [653],
  asi: ["ASI05"],

  check({ policy, report }) {
    const open = eachDecision(policy.sandboxes, ({ container }) =>
      container?.connects === "outside" ? [{ because: [container.network.because] as const, container }] : [],
    );
    for (const { fact, agents } of open) {
      report(decidedAt(fact.because), {
        message: `Commands in the sandbox of ${listNames(agents)} reach the network "${fact.container.network.value}"`,
        agents,
        remediations: [{ title: "Take the network away", safety: "review", edits: () => fact.container.disconnect }],
      });
    }
  },
});
