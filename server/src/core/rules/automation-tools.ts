/** Agents that read what strangers write can schedule runs of their own: an instruction that comes back by itself. */
import { denying, placeOf, waysTo } from "../grants/untrusted-text.ts";
import { reachedBy } from "../wording.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "automation-tools",
  severity: "warning",
  summary: "Agent that strangers can write to may schedule runs",
  why: "A scheduled run needs no message and nobody watches it. One injected sentence becomes an order that is carried out again every night, with all the tools of the agent.",
  atlas: { techniques: ["AML.T0081", "AML.T0051.002", "AML.T0108"], mitigations: ["AML.M0028", "AML.M0031"] },
  cwe: [15],
  asi: ["ASI06", "ASI10"],
  upstream: ["security.exposure.open_groups_with_control_plane_tools"],

  check({ policy, report, tighten }) {
    for (const way of waysTo(policy, "schedule")) {
      const doors = way.isOpen ? way.texts.map(({ name }) => name) : [];
      report(placeOf(way), {
        message: `${reachedBy(way.agents, doors)} may schedule runs that nobody starts`,
        ...(way.isOpen ? {} : { severity: "info", set: "strict" }),
        agents: way.agents,
        covers: way.isOpen ? ["open-direct-messages", "open-groups"] : [],
        remediations: [{ title: "Deny the tools that schedule runs", safety: "review", edits: () => denying(way.grants, tighten) }],
      });
    }
  },
});
