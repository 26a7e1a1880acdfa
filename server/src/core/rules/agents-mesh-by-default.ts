/** Agents of unequal power may write to each other because nothing was said about it: what one was denied, it asks another to do. */
import { gainsOf } from "../grants/contact.ts";
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";
import { all, listNames } from "../wording.ts";

export default declareRule({
  id: "agents-mesh-by-default",
  severity: "warning",
  summary: "Agents may make each other act because nothing says otherwise",
  why: "Taking a tool from an agent is worth little while it can ask a colleague who still has it. Text that misleads the weakest agent travels on to the strongest.",
  atlas: {
    techniques: ["AML.T0053", "AML.T0080.001", "AML.T0061", "AML.T0051.001"],
    mitigations: ["AML.M0032", "AML.M0026", "AML.M0028"],
  },
  cwe: [441, 501],
  asi: ["ASI07", "ASI08", "ASI03"],
  upstream: ["security.trust_model.cross_agent_session_access_default"],

  check({ policy, report }) {
    const { agents, contact, roster } = policy;
    const { between, members } = contact;
    if (agents.length < 2 || between.isWritten || members.isWritten) return;
    const at = { at: nameOf(roster), path: roster.path, because: [between.because, contact.sight.because] };
    const remediations = [{ title: "Switch messages between agents off", safety: "review" as const, edits: () => contact.close }];
    if (contact.isOpen) {
      if (agents.every(({ canMessage }) => canMessage.length === 0)) return;
      const [first] = agents.flatMap((agent) => gainsOf(agent).slice(0, 1));
      const example = first ? `: "${first.agent}" can have "${first.via[0] ?? ""}" do what it may not do itself` : "";
      report(at, {
        // Where all may do the same, nobody gains by it.
        ...(first ? {} : { severity: "info", set: "strict" }),
        message: `Nothing keeps ${all(agents.length, "agents")} from writing to each other${example}`,
        agents: agents.map(({ id }) => id),
        covers: ["sessions-visible-to-all"],
        remediations,
      });
    } else if (contact.opensWith !== undefined) {
      report(at, {
        severity: "info",
        set: "strict",
        message: `From ${contact.opensWith} on, ${listNames(agents.map(({ id }) => id))} may write to each other because nothing keeps them from it`,
        agents: agents.map(({ id }) => id),
        remediations,
      });
    }
  },
});
