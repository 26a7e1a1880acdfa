/** Commands on paired devices, and what of a device a config opens besides. */
import type { EffectivePolicy } from "../grants/policy.ts";
import { decidedBy } from "../grants/grant.ts";
import { confidenceIn } from "../grants/standing.ts";
import { declareRule, type RuleContext } from "../rule.ts";
import { agentSubject } from "../wording.ts";

export default declareRule({
  id: "node-exec",
  severity: "warning",
  summary: "Agents act on paired devices: commands, camera, messages",
  why: "A misled agent then acts on another machine or a telephone: it runs commands there, looks through its camera or writes messages in its owner's name.",
  atlas: { techniques: ["AML.T0053", "AML.T0050"], mitigations: ["AML.M0028", "AML.M0029", "AML.M0026"] },
  cwe: [250, 749],
  asi: ["ASI02", "ASI03"],
  upstream: ["gateway.nodes.allow_commands_dangerous"],

  check({ policy, report }) {
    reportCommands(policy, report);
    for (const { kind, read, name, does, remedy } of policy.sideDoors) {
      if (kind !== "device-command") continue;
      report(
        { at: read.at, path: read.path },
        {
          message: `Agents can ${does}: this list opens ${name} on every paired device`,
          remediations: [{ title: "Leave these commands shut", safety: "review", edits: () => remedy }],
        },
      );
    }
  },
});

/** A device asks its own approvals as well, which no file here shows. */
function reportCommands(policy: EffectivePolicy, report: RuleContext["report"]): void {
  for (const { because, grants, leavesSandbox } of policy.exec.placements) {
    const [first] = grants;
    const confidence = confidenceIn(first, policy);
    if (leavesSandbox || confidence === undefined) continue;
    const agents = grants.map(({ agent }) => agent);
    const isUngated = first.gate === "none";
    report(decidedBy(because, first), {
      ...(isUngated ? {} : { severity: "info", set: "strict" }),
      message: `${agentSubject(agents)} may run commands on a paired device${isUngated ? ", and only the device's own approvals can stop them" : ""}`,
      confidence: "medium",
      agents,
    });
  }
}
