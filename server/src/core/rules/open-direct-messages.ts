/** Anybody can write to an agent, without being known to its owner. */
import { strangersAt } from "../grants/open-doors.ts";
import { declareRule } from "../rule.ts";
import { listNames, listWords } from "../wording.ts";

export default declareRule({
  id: "open-direct-messages",
  severity: "warning",
  summary: "Anyone can write to the agent directly",
  why: "Nobody has to be deceived first: whoever finds the bot talks to it for as long as they like, until it does something for them.",
  atlas: { techniques: ["AML.T0051.000", "AML.T0053", "AML.T0093", "AML.T0084"], mitigations: ["AML.M0019", "AML.M0033", "AML.M0020"] },
  cwe: [306],
  asi: ["ASI01", "ASI03"],
  upstream: ["channels.<p>.dm.open"],

  check({ policy, report }) {
    for (const { door, agents, names, close } of strangersAt(policy.agents, "direct-message")) {
      report(door, {
        message: `Anyone on ${listWords(names)} can write to ${listNames(agents)} directly`,
        agents,
        remediations: [{ title: "Admit only people who are approved or listed", safety: "review", edits: () => close }],
      });
    }
  },
});
