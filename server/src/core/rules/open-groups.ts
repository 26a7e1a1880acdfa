/** Anybody can bring an agent into a group, and there write to it. */
import { strangersAt } from "../grants/open-doors.ts";
import { declareRule } from "../rule.ts";
import { listNames, listWords } from "../wording.ts";

export default declareRule({
  id: "open-groups",
  severity: "warning",
  summary: "Anyone can write to the agent in a group",
  why: "A group is joined by people nobody chose. What one of them writes comes before the agent, and stays in the conversation it answers the others from.",
  atlas: { techniques: ["AML.T0080.001", "AML.T0051.000", "AML.T0093"], mitigations: ["AML.M0019", "AML.M0033", "AML.M0031"] },
  cwe: [306],
  asi: ["ASI01", "ASI06"],
  upstream: ["channels.<p>.groups.open", "channels.telegram.groups.open", "channels.telegram.groups.allowFrom.wildcard"],

  check({ policy, report }) {
    for (const { door, agents, names, close } of strangersAt(policy.agents, "group")) {
      report(door, {
        message: `In groups on ${listWords(names)} anyone can write to ${listNames(agents)}`,
        agents,
        remediations: [{ title: "Admit only groups and people that are listed", safety: "review", edits: () => close }],
      });
    }
  },
});
