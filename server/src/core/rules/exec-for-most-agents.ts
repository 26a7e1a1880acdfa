/** Most agents of a larger organisation can run a shell: one comparison, not one warning per agent. */
import { ownGrants, type Agent, type Grant } from "../grants/grant.ts";
import { confidenceIn } from "../grants/standing.ts";
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

/** Below this size everybody's having a shell is a choice; above it, it is a default nobody looked at. */
const organisation = 4;

export default declareRule({
  id: "exec-for-most-agents",
  severity: "error",
  summary: "Most agents of the organisation can run a shell on the host",
  why: "Roles differ, power does not: each agent with a shell is one more way from a message to the machine. A shell belongs to the few agents whose work needs one.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0028", "AML.M0026"] },
  cwe: [250],
  asi: ["ASI02", "ASI03"],

  check({ policy, report }) {
    const { agents, roster } = policy;
    const shellOf = (agent: Agent): Grant | undefined =>
      ownGrants(agent, "exec", { reach: "host" }).find((grant) => grant.gate !== "deny" && confidenceIn(grant, policy) !== undefined);
    const canExec = agents.filter((agent) => shellOf(agent) !== undefined);
    if (agents.length < organisation || canExec.length * 2 <= agents.length) return;
    const without = agents.filter((agent) => !canExec.includes(agent)).map(({ id }) => id);
    const rest = without.length === 0 ? "no role has less than another" : `only ${listNames(without)} cannot`;
    report(
      { at: nameOf(roster), path: roster.path },
      {
        message: `${canExec.length} of ${agents.length} agents can run a shell on the host: ${rest}`,
        related: canExec.slice(0, 10).map(({ id, entry }) => ({ at: nameOf(entry), message: `"${id}" can run host commands` })),
      },
    );
  },
});
