/** A session has a sandbox, and its commands run outside it. */
import { decidedBy } from "../grants/grant.ts";
import { confidenceIn, unlessElsewhere } from "../grants/standing.ts";
import { declareRule } from "../rule.ts";
import { agentSubject } from "../wording.ts";

export default declareRule({
  id: "exec-leaves-sandbox",
  severity: "error",
  summary: "Commands leave the sandbox the session runs in",
  why: "The sandbox is switched on and holds everything but the one tool it was made for: a command lands on the machine itself, with the gateway's files, keys and network.",
  atlas: { techniques: ["AML.T0105", "AML.T0053"], mitigations: ["AML.M0032", "AML.M0029", "AML.M0026"] },
  cwe: [653],
  asi: ["ASI05", "ASI03"],

  check({ policy, report }) {
    for (const { because, grants, leavesSandbox, isWhole, remedy } of policy.exec.placements) {
      const [first] = grants;
      const confidence = confidenceIn(first, policy);
      if (!leavesSandbox || confidence === undefined) continue;
      const agents = grants.map(({ agent }) => agent);
      const isUngated = first.gate === "none";
      const where = first.reach === "node" ? "on a paired device" : "on the host";
      report(decidedBy(because, first), {
        severity: isUngated ? undefined : "warning",
        message: `${agentSubject(agents)} ${agents.length === 1 ? "is sandboxed, but its" : "are sandboxed, but their"} commands run ${where} (${because.says})${isUngated ? ` and nobody is asked${unlessElsewhere(first, policy)}` : ""}`,
        confidence,
        agents,
        // With the commands back inside, nothing is left for that one to say.
        covers: isWhole ? ["ungated-host-exec"] : [],
        remediations: [{ title: "Run commands in the sandbox", safety: "review", edits: () => remedy }],
      });
    }
  },
});
