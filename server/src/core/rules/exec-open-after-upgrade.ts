/** A policy that only this release's default supplies, and that a later release opens. */
import { declareRule } from "../rule.ts";
import { agentObject } from "../wording.ts";

export default declareRule({
  id: "exec-open-after-upgrade",
  severity: "info",
  summary: "Exec policy is not written, and a later release runs everything unasked",
  why: "Today somebody is asked because the release happens to ask. After the next upgrade the same file is an open shell, and nothing says so.",
  atlas: { techniques: ["AML.T0053", "AML.T0050"], mitigations: ["AML.M0029", "AML.M0028"] },
  cwe: [1188],
  asi: ["ASI02", "ASI05"],

  check({ policy, report }) {
    const { upgrade } = policy.exec;
    if (!upgrade) return;
    const { read, agents, now, then, since, remedy } = upgrade;
    report(
      { at: read.at, path: read.path },
      {
        message: `No exec policy is written for ${agentObject(agents)}: ${now}, but from ${since} on ${then}`,
        agents,
        remediations: [{ title: "Write down the policy that is in force today", safety: "safe", edits: () => remedy }],
      },
    );
  },
});
