/** The files look like those of another release than the one they are judged for. */
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "release-mismatch",
  severity: "info",
  summary: "File was written for another release than the one it is judged for",
  why: "The same words allow different things from release to release. What is said about a file holds for the release that reads it, and a limit may mean less there.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0028"] },
  cwe: [1188],
  asi: ["ASI02"],

  check({ policy, report }) {
    for (const { at, path, says } of policy.releaseDoubts) report({ at, path }, { message: says });
  },
});
