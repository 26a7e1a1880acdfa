/** An agent that acts by itself, with a shell, while nobody is there to see it. */
import { ownGrants } from "../grants/grant.ts";
import { confidenceIn, unlessElsewhere } from "../grants/standing.ts";
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";
import { agentSubject } from "../wording.ts";

export default declareRule({
  id: "unattended-heartbeat",
  severity: "info",
  set: "strict",
  summary: "Agent acts by itself and may run any host command unasked",
  why: "Each run reads the same files again. One line that a text of strangers got into them is carried out for days before somebody looks: the agent fetches its orders by itself.",
  atlas: { techniques: ["AML.T0108", "AML.T0051.002", "AML.T0081"], mitigations: ["AML.M0029", "AML.M0030", "AML.M0020"] },
  cwe: [862],
  asi: ["ASI10", "ASI06"],

  check({ policy, report }) {
    for (const { agents, read, rhythm, stop } of policy.unattendedRuns) {
      const held = policy.agents
        .filter(({ id }) => agents.includes(id))
        .flatMap((agent) => ownGrants(agent, "exec", { reach: "host", gate: "none" }));
      const shell = held.find((grant) => confidenceIn(grant, policy) !== undefined);
      if (!shell) continue;
      report(
        { at: nameOf(read), path: read.path, because: shell.because },
        {
          agents,
          confidence: confidenceIn(shell, policy) ?? "low",
          message: `${agentSubject(agents)} acts ${rhythm} with nobody there, and may run any host command unasked${unlessElsewhere(shell, policy)}`,
          remediations: [{ title: "Have the agent act only when somebody writes to it", safety: "review", edits: () => stop }],
        },
      );
    }
  },
});
