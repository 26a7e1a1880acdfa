/** An agent that anyone can write to may rewrite the files that tell it who it is. */
import { denying, placeOf, waysTo } from "../grants/untrusted-text.ts";
import { declareRule } from "../rule.ts";
import { reachedBy } from "../wording.ts";

export default declareRule({
  id: "rewritable-prompts",
  severity: "info",
  set: "strict",
  summary: "Agent that strangers can write to may rewrite its own instructions",
  why: "The agent's instructions lie in its workspace and are read again at every start. A text that deceives it once can have itself written in there, and from then on needs nobody to send it.",
  atlas: { techniques: ["AML.T0081", "AML.T0080", "AML.T0080.000", "AML.T0108"], mitigations: ["AML.M0031"] },
  cwe: [732, 471],
  asi: ["ASI06"],

  check({ policy, report, tighten }) {
    for (const way of waysTo(policy, "fs.write", ({ reach }) => reach === "host")) {
      // Nearly every agent comes across a page now and then: that alone is no news.
      if (!way.isOpen) continue;
      const doors = way.texts.map(({ name }) => name);
      report(placeOf(way), {
        message: `${reachedBy(way.agents, doors)} may rewrite the instructions that every start begins with`,
        agents: way.agents,
        remediations: [{ title: "Deny the tools that write files", safety: "review", edits: () => denying(way.grants, tighten) }],
      });
    }
  },
});
