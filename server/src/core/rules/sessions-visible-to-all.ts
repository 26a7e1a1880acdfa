/** Sessions are not kept apart: whoever talks to one agent can have it read what others said, to it or to other agents. */
import { overlap, ownGrants, type Agent } from "../grants/grant.ts";
import { openDoors, readingKinds } from "../grants/threads.ts";
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";
import { agentSubject, listNames, listWords } from "../wording.ts";

export default declareRule({
  id: "sessions-visible-to-all",
  severity: "warning",
  summary: "Sessions can read what was said in sessions of other people or agents",
  why: "Transcripts hold what people told an agent in confidence, and what its tools returned. One person, or one text, that leads an agent astray reads them all.",
  atlas: {
    techniques: ["AML.T0085.001", "AML.T0057", "AML.T0080.001"],
    mitigations: ["AML.M0026", "AML.M0027", "AML.M0028", "AML.M0032"],
  },
  cwe: [488],
  asi: ["ASI03", "ASI06"],

  check({ policy, report }) {
    const { agents, contact, roster } = policy;
    const { sight, isOpen } = contact;
    const parties = new Set(isOpen === true && contact.parties.length > 1 ? contact.parties : []);
    const readers = agents.flatMap((agent) => {
      const kinds = readingKinds(agent, policy);
      const doors = openDoors(agent).filter(({ sessions }) => overlap(sessions, kinds));
      return kinds.length > 0 ? [{ agent, doors }] : [];
    });
    const told = readers.filter(({ doors }) => doors.length > 0);
    const because = [sight.because, ...told.flatMap(({ doors }) => doors.slice(0, 1).flatMap((door) => door.because))];
    const { read } = (sight.isWritten ? because[0] : because[1]) ?? sight.because;
    const evidence = { at: read.at, path: read.path, because };
    const remediations = [{ title: "Let sessions see only what they started", safety: "review" as const, edits: () => contact.narrow }];
    if (told.length > 0) {
      const names = told.map(({ agent }) => agent.id);
      const channels = new Set(told.flatMap(({ doors }) => doors.map(({ name }) => name)));
      report(evidence, {
        set: told.every(({ agent }) => hasShell(agent)) ? "strict" : undefined,
        message: `Anyone on ${listWords([...channels])} can have ${listNames(names)} read ${names.some((id) => parties.has(id)) ? "other agents' conversations" : "conversations with other people"}`,
        agents: names,
        remediations,
      });
    }
    const colleagues = readers.flatMap(({ agent, doors }) => (doors.length === 0 && parties.has(agent.id) ? [agent.id] : []));
    if (colleagues.length > 0) {
      report(sight.isWritten ? evidence : { ...evidence, at: nameOf(roster), path: roster.path }, {
        severity: "info",
        set: "strict",
        message: `${agentSubject(colleagues)} can read the conversations of other agents`,
        agents: colleagues,
        remediations,
      });
    }
  },
});

/** A shell of its own reads everything anyway, and is told about elsewhere. */
function hasShell(agent: Agent): boolean {
  return ownGrants(agent, "exec", { reach: "host", gate: "none" }).length > 0;
}
