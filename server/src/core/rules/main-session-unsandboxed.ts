/** Some sessions of an agent run in a sandbox, its main session does not: the one that matters most is the one on the host. */
import { ownGrants, type Agent, type SessionKind } from "../grants/grant.ts";
import { decidedAt, eachDecision } from "../grants/sandbox.ts";
import { declareRule } from "../rule.ts";
import { listNames, listWords } from "../wording.ts";

const words: Readonly<Partial<Record<SessionKind, string>>> = {
  main: "the main session",
  dm: "every direct message",
  group: "every group",
};

export default declareRule({
  id: "main-session-unsandboxed",
  severity: "info",
  summary: "Main sessions of sandboxed agents run on the host",
  why: "The main session has the longest memory and reads what all others leave behind. What talks it into a command has the host, sandbox or not; where direct messages share it, that is whoever may write.",
  atlas: { techniques: ["AML.T0112.000", "AML.T0105", "AML.T0053", "AML.T0050"], mitigations: ["AML.M0032", "AML.M0026"] },
  cwe: [653, 250],
  asi: ["ASI05"],

  check({ policy, report }) {
    const agents = new Map(policy.agents.map((agent) => [agent.id, agent]));
    const acting = new Set(policy.agents.filter(canAct).map(({ id }) => id));
    const outside = (id = ""): SessionKind[] =>
      (agents.get(id)?.sessions ?? []).filter(({ sandboxed }) => !sandboxed).map(({ kind }) => kind);
    const setups = policy.sandboxes.map((setup) => ({ ...setup, agents: setup.agents.filter((id) => acting.has(id)) }));
    for (const { fact: setup, agents: ids } of eachDecision(setups, (one) => [one])) {
      const [first, ...rest] = setup.because;
      const kinds = outside(ids[0]);
      if (!first || kinds.length === 0) continue;
      // Others write to the agent: it is no longer only its owner who can be deceived.
      const hasOthers = kinds.includes("dm") || kinds.includes("group");
      const places = listWords(kinds.flatMap((kind) => words[kind] ?? []));
      report(decidedAt([first, ...rest]), {
        severity: hasOthers ? "warning" : undefined,
        message: `The sandbox leaves ${places} of ${listNames(ids)} on the host`,
        agents: ids,
        remediations: [{ title: "Run every session in the sandbox", safety: "review", edits: () => setup.always }],
      });
    }
  },
});

/** It can run commands on the host unasked, or write there. */
function canAct(agent: Agent): boolean {
  const grants = [...ownGrants(agent, "exec", { reach: "host", gate: "none" }), ...ownGrants(agent, "fs.write", { reach: "host" })];
  return grants.some(({ certain }) => certain);
}
