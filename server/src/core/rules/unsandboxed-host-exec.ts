/** Nothing is sandboxed anywhere while agents run commands on the host: no wall is left behind a misled agent. */
import { isSandboxed, ownGrants } from "../grants/grant.ts";
import { confidenceIn, unlessElsewhere } from "../grants/standing.ts";
import { declareRule } from "../rule.ts";
import { count } from "../wording.ts";

export default declareRule({
  id: "unsandboxed-host-exec",
  severity: "error",
  summary: "No agent is sandboxed while shells run on the host",
  why: "Without a sandbox, a command an agent was talked into runs with the gateway's own files, keys and network: one misled agent is the whole machine.",
  atlas: { techniques: ["AML.T0112.000", "AML.T0105"], mitigations: ["AML.M0032", "AML.M0026"] },
  cwe: [653, 250],
  asi: ["ASI05"],

  check({ policy, report, tighten }) {
    const grants = policy.agents.flatMap((agent) => ownGrants(agent, "exec", { reach: "host", gate: "none" }));
    const shells = grants.filter((grant) => confidenceIn(grant, policy) !== undefined);
    const agents = new Set(shells.map(({ agent }) => agent));
    const [first] = shells;
    const sessions = policy.agents.flatMap((agent) => agent.sessions);
    // Whether a session is sandboxed may hang on a setting that cannot be known; then "nothing is sandboxed" is no claim of ours.
    if (!first || sessions.some((session) => isSandboxed(session) !== false)) return;
    const because = sessions[0]?.sandboxBecause ?? [];
    const reads = because[0]?.read ?? policy.roster;
    report(
      { at: reads.at, path: reads.path, because },
      {
        // With a single shell, "ungated-host-exec" already says what matters; many people want that one agent on their machine.
        severity: agents.size > 1 ? undefined : "info",
        message: `Nothing is sandboxed: ${agents.size} of ${count(policy.agents.length, "agent")} can run commands on the host unasked${unlessElsewhere(first, policy)}`,
        confidence: confidenceIn(first, policy) ?? "low",
        agents: [...agents],
        remediations: [
          {
            title: "Run every agent's sessions in a sandbox",
            safety: "review",
            stage: "wall",
            edits: () => tighten(first, { reach: "sandbox" }),
          },
        ],
      },
    );
  },
});
