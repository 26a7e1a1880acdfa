/** Messages between agents were switched on for everyone: the list that would say who with whom is missing, empty, or names everyone. */
import { declareRule } from "../rule.ts";
import { all, listNames } from "../wording.ts";

export default declareRule({
  id: "unlisted-agent-messaging",
  severity: "warning",
  summary: "Messages between agents are on without a list of who takes part",
  why: "Every agent can then put text before every other, the one with the widest rights included, and each new agent joins without anybody deciding it.",
  atlas: {
    techniques: ["AML.T0053", "AML.T0080.001", "AML.T0061", "AML.T0051.001"],
    mitigations: ["AML.M0032", "AML.M0026", "AML.M0028"],
  },
  cwe: [441, 501],
  asi: ["ASI07", "ASI08", "ASI03"],
  upstream: ["security.trust_model.cross_agent_session_access_default"],

  check({ policy, report }) {
    const { agents, contact } = policy;
    const { between, members } = contact;
    // What is open by silence alone is another matter: this is about whoever switched it on, or wrote a list that leaves nobody out.
    if (members.value !== "everyone" || !(between.isWritten || members.isWritten)) return;
    const writers = agents.filter(({ canMessage }) => canMessage.length > 0).map(({ id }) => id);
    if (writers.length === 0) return;
    const may =
      writers.length === agents.length
        ? `${all(agents.length, "agents")} may write to each other`
        : `${listNames(writers)} may write to ${agents.length === 2 ? "the other agent" : "others"}`;
    const { read } = members.isWritten ? members.because : between.because;
    report(
      { at: read.at, path: read.path, because: [between.because, members.because] },
      {
        message: members.isWritten ? `This list leaves nobody out: ${may}` : `Messages between agents are on without a list: ${may}`,
        agents: agents.map(({ id }) => id),
        covers: ["sessions-visible-to-all"],
        remediations: [{ title: "Switch messages between agents off", safety: "review", edits: () => contact.close }],
      },
    );
  },
});
