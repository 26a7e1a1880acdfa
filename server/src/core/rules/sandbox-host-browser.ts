/** A sandboxed agent drives the browser of the host, with everything its owner is logged in to. */
import { overlap, ownGrants } from "../grants/grant.ts";
import { decidedAt, eachDecision } from "../grants/sandbox.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "sandbox-host-browser",
  severity: "warning",
  summary: "Sandboxed agent may drive the browser of the host",
  why: "The browser of the host is outside of the sandbox: it sees the local network and, as the case may be, the owner's logins. A page that steers the agent steers that browser too.",
  atlas: { techniques: ["AML.T0100", "AML.T0051.001", "AML.T0053", "AML.T0105"], mitigations: ["AML.M0030", "AML.M0032"] },
  cwe: [653],
  asi: ["ASI02", "ASI05"],

  check({ policy, report }) {
    const drives = new Map(
      policy.agents.map((agent) => [agent.id, ownGrants(agent, "browser", { reach: "host" }).filter(({ certain }) => certain)]),
    );
    const setups = policy.sandboxes.map((setup) => ({
      ...setup,
      agents: setup.agents.filter((id) => drives.get(id)?.some(({ sessions }) => overlap(sessions, setup.sessions))),
    }));
    const allowed = eachDecision(setups, ({ agents, hostBrowser }) =>
      agents.length > 0 ? [{ because: [hostBrowser.because] as const }] : [],
    );
    for (const { fact, agents } of allowed) {
      const [{ read }] = fact.because;
      report(decidedAt(fact.because), {
        message: `${listNames(agents)} may drive the browser of the host from inside the sandbox`,
        agents,
        remediations: [
          {
            title: "Keep the sandbox away from the host's browser",
            safety: "review",
            edits: () => [{ op: "set", file: read.at.file, path: read.path, value: false }],
          },
        ],
      });
    }
  },
});
