/** Addresses of the private network are opened to an agent that fetches pages. */
import { ownGrants, type Capability } from "../grants/grant.ts";
import type { LimitedAct } from "../grants/tool-limit.ts";
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
    for (const { act, agents, isOpen, certain, read, because, close } of policy.tools.limits) {
      const tool = fetching[act];
      if (!tool || !isOpen || !certain) continue;
      const holders = policy.agents.filter(
        (agent) => agents.includes(agent.id) && ownGrants(agent, tool.capability).some((grant) => grant.certain),
      );
      if (holders.length === 0) continue;
      const ids = holders.map(({ id }) => id);
      report(
        { at: read.at, path: read.path, because },
        {
          message: `${agentSubject(ids)} may open private addresses ${tool.how}`,
          agents: ids,
          remediations: [{ title: "Keep private addresses closed", safety: "review", edits: () => close }],
        },
      );
    }
  },
});

const fetching: Readonly<Partial<Record<LimitedAct, { readonly capability: Capability; readonly how: string }>>> = {
  "private-fetches": { capability: "net.fetch", how: "when it fetches pages" },
  "private-pages": { capability: "browser", how: "in the browser" },
};
