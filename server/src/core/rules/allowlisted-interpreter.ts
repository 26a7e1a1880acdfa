/** A shell, an interpreter or a launcher on the allowlist: one entry that can run every program. */
import { entryRemoval } from "../grants/policy.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "allowlisted-interpreter",
  severity: "warning",
  summary: "Allowlisted program can run any other program",
  why: "A shell, interpreter or launcher runs whatever its arguments say. Allowing one of them allows every command, so the rest of the list no longer matters.",
  atlas: { techniques: ["AML.T0050", "AML.T0053"], mitigations: ["AML.M0028", "AML.M0033"] },
  cwe: [183, 94],
  asi: ["ASI05"],

  check({ policy, report }) {
    for (const entry of policy.allowlist) {
      const { pattern, launchers } = entry;
      if (launchers.length === 0 || pattern.state !== "set" || !entry.certain || entry.admits !== "program") continue;
      report(
        { at: pattern.at, path: pattern.path },
        {
          severity: entry.consulted ? "warning" : "info",
          message: `${listNames(launchers)} can run any other program, so this entry allows every command${entry.consulted ? "" : "; no exec policy in force consults this list yet"}`,
          related: [{ at: pattern.at, message: entry.why }],
          remediations: [entryRemoval(entry)],
        },
      );
    }
  },
});
