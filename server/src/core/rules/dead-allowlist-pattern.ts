/** An allowlist pattern that can never match: its author believes a program is allowed, or that arguments are checked. */
import { entryRemoval } from "../grants/policy.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "dead-allowlist-pattern",
  severity: "warning",
  summary: "Allowlist pattern never matches",
  why: "The entry does nothing today, so people loosen something else to get their work done, and another release may bring the pattern to life with another meaning.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0028"] },
  cwe: [183],
  asi: ["ASI02"],

  check({ policy, report }) {
    for (const entry of policy.allowlist) {
      if (entry.admits !== "nothing" || !entry.certain) continue;
      const { pattern, argPattern, entry: read } = entry;
      const at = pattern.state === "set" ? pattern : argPattern.state === "set" ? argPattern : read;
      report(
        { at: at.at, path: at.path },
        {
          message: `This entry allows nothing: ${entry.why}`,
          remediations: [entryRemoval(entry)],
        },
      );
    }
  },
});
