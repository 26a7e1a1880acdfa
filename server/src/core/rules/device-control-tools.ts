/** Agents that read what strangers write can act on paired devices: cameras, screens, commands on other machines. */
import { denying, placeOf, waysTo } from "../grants/untrusted-text.ts";
import { reachedBy } from "../wording.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "device-control-tools",
  severity: "warning",
  summary: "Agent that strangers can write to may act on paired devices",
  why: "Paired phones and computers are more machines in reach: their cameras, screens, positions and, where they take commands, their shells.",
  atlas: { techniques: ["AML.T0053", "AML.T0050", "AML.T0112.000"], mitigations: ["AML.M0028", "AML.M0029", "AML.M0026"] },
  cwe: [250, 749],
  asi: ["ASI02", "ASI03"],

  check({ policy, report, tighten }) {
    for (const way of waysTo(policy, "device")) {
      const doors = way.isOpen ? way.texts.map(({ name }) => name) : [];
      report(placeOf(way), {
        message: `${reachedBy(way.agents, doors)} may act on paired devices`,
        ...(way.isOpen ? {} : { severity: "info", set: "strict" }),
        agents: way.agents,
        covers: way.isOpen ? ["open-direct-messages", "open-groups"] : [],
        remediations: [{ title: "Deny the tools that reach devices", safety: "review", edits: () => denying(way.grants, tighten) }],
      });
    }
  },
});
