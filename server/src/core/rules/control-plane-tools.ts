/** Agents that read what strangers write can steer the gateway itself: its settings, updates, plugins or terminals. */
import { denying, placeOf, waysTo } from "../grants/untrusted-text.ts";
import { reachedBy } from "../wording.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "control-plane-tools",
  severity: "error",
  summary: "Agent that strangers can write to may steer the gateway itself",
  why: "The tools that change settings, load plugins or restart the gateway undo every other limit. Whoever talks the agent into using them decides what it may do next.",
  atlas: { techniques: ["AML.T0081", "AML.T0053", "AML.T0084"], mitigations: ["AML.M0026", "AML.M0028", "AML.M0029"] },
  cwe: [15, 749],
  asi: ["ASI03", "ASI10"],
  upstream: ["security.exposure.open_groups_with_control_plane_tools"],

  check({ policy, report, tighten }) {
    for (const way of waysTo(policy, "control.plane")) {
      const doors = way.isOpen ? way.texts.map(({ name }) => name) : [];
      report(placeOf(way), {
        message: `${reachedBy(way.agents, doors)} may steer the gateway itself`,
        ...(way.isOpen ? {} : { severity: "info", set: "strict" }),
        agents: way.agents,
        covers: way.isOpen ? ["automation-tools", "device-control-tools", "open-direct-messages", "open-groups"] : [],
        remediations: [{ title: "Deny the tools that steer the gateway", safety: "review", edits: () => denying(way.grants, tighten) }],
      });
    }
  },
});
