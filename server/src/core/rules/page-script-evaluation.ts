/** Scripts may be run in the pages an agent opens, with whatever it is logged in to there. */
import { ownGrants } from "../grants/grant.ts";
import { declareRule } from "../rule.ts";
import { agentSubject } from "../wording.ts";

export default declareRule({
  id: "page-script-evaluation",
  severity: "info",
  set: "strict",
  summary: "Agent may run scripts in the pages it opens",
  why: "A page can talk the agent into running a script, and the script acts with the logins of that browser: it reads mail, presses buttons, sends what it finds.",
  atlas: { techniques: ["AML.T0050", "AML.T0100", "AML.T0053"], mitigations: ["AML.M0028", "AML.M0033"] },
  cwe: [94, 749],
  asi: ["ASI05"],

  check({ policy, report }) {
    for (const { act, agents, isOpen, read, because, close } of policy.tools.limits) {
      if (act !== "page-scripts" || !isOpen) continue;
      const drivers = new Set(
        policy.agents.flatMap((agent) => ownGrants(agent, "browser").flatMap((grant) => (grant.certain ? agent.id : []))),
      );
      const ids = agents.filter((id) => drivers.has(id));
      if (ids.length === 0) continue;
      report(
        { at: read.at, path: read.path, because },
        {
          message: `${agentSubject(ids)} may run scripts of any kind in the pages ${ids.length === 1 ? "it opens" : "they open"}`,
          agents: ids,
          remediations: [{ title: "Run no scripts in pages", safety: "review", edits: () => close }],
        },
      );
    }
  },
});
