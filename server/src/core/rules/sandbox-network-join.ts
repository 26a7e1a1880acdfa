/** A sandbox lives in the network of another container: it sees what only that container should see. */
import { decidedAt, eachDecision } from "../grants/sandbox.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "sandbox-network-join",
  severity: "error",
  summary: "Sandbox shares the network of another container",
  why: "In another container's network the sandbox reaches everything that listens there, including what trusts the loopback address and asks for no password, and goes out wherever that container may go.",
  atlas: { techniques: ["AML.T0105", "AML.T0086", "AML.T0025"], mitigations: ["AML.M0032"] },
  cwe: [653],
  asi: ["ASI05"],
  upstream: ["sandbox.dangerous_network_mode", "config.insecure_or_dangerous_flags"],

  check({ policy, report }) {
    const joined = eachDecision(policy.sandboxes, ({ container }) =>
      container?.connects === "another-container" ? [{ because: [container.network.because] as const, container }] : [],
    );
    for (const { fact, agents } of joined) {
      report(decidedAt(fact.because), {
        message: `The sandbox of ${listNames(agents)} shares the network "${fact.container.network.value}" and everything that listens there`,
        agents,
        remediations: [{ title: "Take the network away", safety: "review", edits: () => fact.container.disconnect }],
      });
    }
  },
});
