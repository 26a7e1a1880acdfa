/** There is no approvals document, or it holds nothing: no allowlist, nobody who is asked. */
import { ownGrants } from "../grants/grant.ts";
import { declareRule } from "../rule.ts";
import { count } from "../wording.ts";

export default declareRule({
  id: "no-exec-approvals",
  severity: "error",
  summary: "Host commands run without an approvals document that restricts them",
  why: "The approvals document is the host's own limit, the one an agent's config cannot loosen. Without it the config alone decides, and most configs say nothing.",
  atlas: { techniques: ["AML.T0053", "AML.T0050"], mitigations: ["AML.M0029", "AML.M0028"] },
  cwe: [1188],
  asi: ["ASI02", "ASI05"],

  check({ policy, report }) {
    const shells = policy.agents.filter((agent) =>
      ownGrants(agent, "exec", { reach: "host", gate: "none" }).some(({ certain }) => certain),
    );
    if (shells.length === 0) return;
    for (const document of policy.documents) {
      if (document.state !== "absent" && document.state !== "empty") continue;
      const what = document.state === "absent" ? "does not exist" : "restricts nothing";
      report(document, {
        // With a single shell, "ungated-host-exec" already says what matters.
        severity: shells.length > 1 ? undefined : "info",
        agents: shells.map(({ id }) => id),
        message: `${document.name} ${what}: ${document.consequence}, and ${shells.length} of ${count(policy.agents.length, "agent")} can run any of them unasked`,
        remediations: [
          { title: "Allow listed programs only and ask for the rest", safety: "review", edits: () => document.tighten },
          {
            title: `Create ${document.name}: listed programs only, ask for the rest`,
            safety: "review",
            stage: "lock",
            edits: document.create,
          },
        ],
      });
    }
  },
});
