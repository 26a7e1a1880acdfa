/** A policy document that is present and not taken: what its author wrote down holds nowhere. */
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "approvals-not-loaded",
  severity: "error",
  summary: "Approvals document is not loaded",
  why: "Its author believes that commands are restricted. Depending on the release the host instead runs everything the config asks for, or refuses every command.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0029"] },
  cwe: [636],
  asi: ["ASI02", "ASI05"],

  check({ policy, report }) {
    for (const document of policy.documents) {
      if (document.state !== "refused" && document.state !== "blocking") continue;
      report(document, {
        message: `${document.name} is not loaded: ${document.why}; ${document.consequence}`,
        remediations: [{ title: "Make the document load again", safety: "review", edits: () => document.tighten }],
      });
    }
  },
});
