/** An agent may start a child of every other one: whatever the strongest may do, it can have done. */
import { ownGrants } from "../grants/grant.ts";
import { declareRule } from "../rule.ts";
import { agentSubject } from "../wording.ts";

export default declareRule({
  id: "spawn-any-agent",
  severity: "warning",
  summary: "Agent may start any other agent",
  why: "Delegation can widen rights: a task handed to a stronger agent runs with that agent's tools, and each agent added later can be started as well.",
  atlas: {
    techniques: ["AML.T0053", "AML.T0061", "AML.T0034.002"],
    mitigations: ["AML.M0026", "AML.M0028", "AML.M0032"],
  },
  cwe: [441],
  asi: ["ASI03", "ASI08"],

  check({ policy, report }) {
    if (policy.agents.length < 2) return;
    const starters = new Set(
      policy.agents.filter((agent) => ownGrants(agent, "agent.spawn").some(({ certain }) => certain)).map(({ id }) => id),
    );
    for (const { because, everyone, agents, close } of policy.contact.starts) {
      const able = agents.filter((id) => starters.has(id));
      if (!everyone || able.length === 0) continue;
      report(
        { at: because.read.at, path: because.read.path, because: [because] },
        {
          message: `${agentSubject(able)} may start any other agent`,
          agents: able,
          remediations: [{ title: "Let it start children of its own only", safety: "review", edits: () => close }],
        },
      );
    }
  },
});
