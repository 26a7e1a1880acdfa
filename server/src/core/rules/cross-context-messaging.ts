/** An agent may send messages elsewhere than where it was spoken to: over other channels, or into other conversations. */
import type { LimitedAct } from "../grants/tool-limit.ts";
import { actsOnText } from "../grants/untrusted-text.ts";
import { declareRule } from "../rule.ts";
import { agentSubject } from "../wording.ts";

export default declareRule({
  id: "cross-context-messaging",
  severity: "warning",
  summary: "Agent may send messages to other channels or conversations",
  why: "What one person says, or a page that was read for them, can go out to somebody else in the name of the agent: a way for data to leave, and for an attacker to speak as you.",
  atlas: { techniques: ["AML.T0086", "AML.T0073", "AML.T0048.003"], mitigations: ["AML.M0029", "AML.M0028", "AML.M0030"] },
  cwe: [201],
  asi: ["ASI02"],

  check({ policy, report }) {
    const open = policy.tools.limits.filter(({ isOpen }) => isOpen);
    const elsewhere = new Set(open.filter(({ act }) => act === "other-channels").flatMap(({ agents }) => agents));
    for (const { act, agents, read, because, close } of open) {
      const where = reaches[act];
      if (where === undefined) continue;
      // Whoever reaches other channels reaches other conversations: one of the two is enough to say.
      const senders = policy.agents.filter(({ id }) => agents.includes(id) && (act === "other-channels" || !elsewhere.has(id)));
      const exposed = senders.filter((agent) => actsOnText(agent, "message.send"));
      if (exposed.length === 0) continue;
      const ids = exposed.map(({ id }) => id);
      // Somebody wrote that the walls between channels are to go; the walls between conversations are nowhere up by default.
      const isChosen = act === "other-channels" && read.state === "set";
      report(
        { at: read.at, path: read.path, because },
        {
          message: `${agentSubject(ids)} ${ids.length === 1 ? "reads" : "read"} what others write and may send messages to ${where}`,
          ...(isChosen ? {} : { severity: "info", set: "strict" }),
          agents: ids,
          remediations: [{ title: `Send no messages to ${where}`, safety: "review", edits: () => close }],
        },
      );
    }
  },
});

const reaches: Readonly<Partial<Record<LimitedAct, string>>> = {
  "other-channels": "other channels",
  "other-conversations": "other conversations",
};
