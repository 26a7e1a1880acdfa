/** An agent that strangers' text reaches may write its own workspace from inside the sandbox, and with it what it is told at every start. */
import { overlap, ownGrants, type Agent } from "../grants/grant.ts";
import { decidedAt, eachDecision } from "../grants/sandbox.ts";
import { isDirect } from "../grants/threads.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "writable-workspace-untrusted",
  severity: "info",
  summary: "Sandboxed agent that strangers reach may write its real workspace",
  why: "The workspace holds the agent's standing instructions and skills, which sessions outside of the sandbox read too. Text that deceives the agent once can write itself in there and stay.",
  atlas: { techniques: ["AML.T0081", "AML.T0080.000", "AML.T0110", "AML.T0101"], mitigations: ["AML.M0032", "AML.M0031"] },
  cwe: [732],
  asi: ["ASI06", "ASI05"],

  check({ policy, report }) {
    for (const isMessage of [true, false]) {
      const reached = new Set(policy.agents.filter((agent) => isReached(agent, isMessage)).map(({ id }) => id));
      const setups = policy.sandboxes.map((setup) => ({ ...setup, agents: setup.agents.filter((id) => reached.has(id)) }));
      const writable = eachDecision(setups, ({ agents: ids, workspace }) =>
        ids.length > 0 && workspace.value === "rw" ? [{ because: [workspace.because] as const }] : [],
      );
      for (const { fact, agents: ids } of writable) {
        report(decidedAt(fact.because), {
          set: isMessage ? "default" : "strict",
          message: `${listNames(ids)} may write the real workspace from the sandbox, and ${isMessage ? "anyone can write to" : "pages and mail reach"} ${ids.length === 1 ? "it" : "them"}`,
          agents: ids,
        });
      }
    }
  },
});

/** Text of strangers comes up in a sandboxed session that can write: a message, or else only what the agent reads. */
function isReached(agent: Agent, isMessage: boolean): boolean {
  const inside = [...ownGrants(agent, "fs.write", { reach: "sandbox" }), ...ownGrants(agent, "exec", { reach: "sandbox", gate: "none" })];
  const kinds = inside.flatMap(({ certain, sessions }) => (certain ? sessions : []));
  const doors = agent.exposures.filter(({ who, certain }) => who === "open" && certain);
  const reaching = doors.filter(({ sessions }) => overlap(sessions, kinds));
  return reaching.length > 0 && reaching.some(isDirect) === isMessage;
}
