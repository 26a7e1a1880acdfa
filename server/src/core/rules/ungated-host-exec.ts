/** Agents that may run host commands with neither allowlist nor approval in the way. */
import { byDecision, ownGrants } from "../grants/grant.ts";
import { confidenceIn, unlessElsewhere } from "../grants/standing.ts";
import { declareRule } from "../rule.ts";
import { agentObject, agentSubject } from "../wording.ts";

export default declareRule({
  id: "ungated-host-exec",
  severity: "error",
  summary: "Agent may run any command on the host, and nobody is asked",
  why: "Whatever text reaches the agent, from a chat, a web page or a mail, can become a command with all the rights of the account the gateway runs as.",
  atlas: { techniques: ["AML.T0053", "AML.T0050"], mitigations: ["AML.M0029", "AML.M0028"] },
  cwe: [749, 250],
  asi: ["ASI05", "ASI02"],
  upstream: ["tools.exec.security_full_configured"],

  check({ policy, release, report, tighten }) {
    const grants = policy.agents.flatMap((agent) => ownGrants(agent, "exec", { reach: "host", gate: "none" }));
    const { unwritten } = policy.exec;
    const claims = grants.filter((grant) => confidenceIn(grant, policy) !== undefined);
    const shells = new Set(claims.map(({ agent }) => agent));
    for (const [first, ...others] of byDecision(claims, (grant) => [grant])) {
      const agents = [...new Set([first, ...others].map(({ agent }) => agent))];
      report(first, {
        message: `${
          agents.every((id) => unwritten.has(id))
            ? `Nothing is written about exec, so ${release.version} lets ${agentObject(agents)}`
            : `${agentSubject(agents)} may`
        } run any command on the host, and nobody is asked${unlessElsewhere(first, policy)}`,
        confidence: confidenceIn(first, policy) ?? "low",
        agents,
        // With a single shell the missing walls are the same thing said again; with several they are a matter of the whole organisation.
        covers: ["main-session-unsandboxed", ...(shells.size === 1 ? ["unsandboxed-host-exec", "no-exec-approvals"] : [])],
        remediations: [
          {
            title: "Ask a person before commands that are not on the allowlist",
            safety: "review",
            edits: () => tighten(first, { gate: "ask-on-miss" }),
          },
        ],
      });
    }
  },
});
