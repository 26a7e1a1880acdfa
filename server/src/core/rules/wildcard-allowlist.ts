/** Allowlist patterns so wide that the list no longer lists anything. */
import { entryRemoval, type AllowlistEntry } from "../grants/policy.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "wildcard-allowlist",
  severity: "error",
  summary: "Allowlist pattern admits far more than one program",
  why: "An allowlist that admits any program, or every program of a folder, lets a misled agent run shells and downloaders with nobody asked.",
  atlas: { techniques: ["AML.T0053", "AML.T0050"], mitigations: ["AML.M0028", "AML.M0033"] },
  cwe: [183],
  asi: ["ASI05"],

  check({ policy, report }) {
    for (const entry of policy.allowlist) {
      const words = describe(entry);
      if (!words || entry.pattern.state !== "set" || !entry.certain) continue;
      const { at, path } = entry.pattern;
      report(
        { at, path },
        {
          severity: !entry.consulted ? "info" : entry.admits === "everything" ? "error" : "warning",
          message: `"${entry.pattern.value}" admits ${words}${entry.consulted ? "" : "; no exec policy in force consults this list yet"}`,
          related: [{ at, message: entry.why }],
          remediations: [entryRemoval(entry)],
        },
      );
    }
  },
});

function describe({ admits }: AllowlistEntry): string | undefined {
  switch (admits) {
    case "everything":
      return "every program";
    case "directory":
      return "every program of a folder";
    case "any-directory":
      return "a program of that name in any folder, also one the agent can write to";
    case "program":
    case "nothing":
      return undefined;
  }
}
