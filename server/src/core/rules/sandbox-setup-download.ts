/** A sandbox is set up by a script from the network that nobody has read. */
import { runsDownload } from "../grants/downloads.ts";
import { decidedAt, eachDecision } from "../grants/sandbox.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "sandbox-setup-download",
  severity: "warning",
  summary: "Sandbox runs a downloaded script when it is made",
  why: "Whoever can change what that address serves, now or in a year, runs code in the sandbox before the agent does, with its files and its network.",
  atlas: { techniques: ["AML.T0010.004", "AML.T0010.001", "AML.T0011.001"], mitigations: ["AML.M0014", "AML.M0013", "AML.M0016"] },
  cwe: [494, 829],
  asi: ["ASI04"],

  check({ policy, report }) {
    const downloading = eachDecision(policy.sandboxes, ({ container }) => {
      // Without a network nothing is downloaded: the script fails, loudly.
      const isConnected = container?.connects === "outside" || container?.connects === "another-container";
      return isConnected && runsDownload(container.setup.value ?? "") ? [{ because: [container.setup.because] as const }] : [];
    });
    for (const { fact, agents } of downloading) {
      report(decidedAt(fact.because), {
        message: `The sandbox of ${listNames(agents)} is set up by a script that is run straight from the network`,
        agents,
      });
    }
  },
});
