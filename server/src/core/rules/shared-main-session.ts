/** Everybody who writes to an agent directly is in one conversation with it: what one writes stays there for the next. */
import { ownGrants, type Agent } from "../grants/grant.ts";
import { openDoors } from "../grants/threads.ts";
import { declareRule } from "../rule.ts";
import { listNames, listWords } from "../wording.ts";

export default declareRule({
  id: "shared-main-session",
  severity: "warning",
  summary: "Strangers and everybody else share one conversation with the agent",
  why: "What one person writes stays in the conversation: the next one's question is answered with it in mind, and the agent may repeat to anybody what another told it.",
  atlas: { techniques: ["AML.T0080.001", "AML.T0057"], mitigations: ["AML.M0031", "AML.M0032"] },
  cwe: [488],
  asi: ["ASI06", "ASI03"],
  upstream: ["channels.<p>.dm.scope_main_multiuser"],

  check({ policy, report }) {
    const { areShared, part } = policy.threads;
    if (areShared.value !== true) return;
    const doorsOf = (agent: Agent) => openDoors(agent).filter(({ through }) => through === "direct-message");
    const open = policy.agents.map((agent) => ({ agent, doors: doorsOf(agent) })).filter(({ doors }) => doors.length > 0);
    const doors = open.flatMap((each) => each.doors);
    const because = [areShared.because, ...doors.slice(0, 1).flatMap((door) => door.because)];
    const read = (areShared.isWritten ? because[0] : because[1])?.read;
    if (!read) return;
    const names = open.map(({ agent }) => agent.id);
    report(
      { at: read.at, path: read.path, because },
      {
        // Who has a shell as well has a nearer worry, told about elsewhere.
        set: open.every(({ agent }) => ownGrants(agent, "exec", { reach: "host", gate: "none" }).length > 0) ? "strict" : undefined,
        message: `Anyone on ${listWords([...new Set(doors.map(({ name }) => name))])} writes into the one conversation that ${listNames(names)} ${names.length === 1 ? "has" : "have"} with everybody`,
        agents: names,
        remediations: [{ title: "Give each sender a conversation of their own", safety: "review", edits: () => part }],
      },
    );
  },
});
