/** A shell or interpreter among the programs that pass every allowlist. */
import type { LauncherKind } from "../grants/allowlist.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "interpreter-safe-bin",
  severity: "warning",
  summary: "Program that can run any other is taken as safe",
  why: "Safe programs pass the allowlist unseen, because they can do no more than read what is piped to them. A shell or interpreter runs what is piped to it: every command passes.",
  atlas: { techniques: ["AML.T0050", "AML.T0053"], mitigations: ["AML.M0028", "AML.M0033", "AML.M0032"] },
  cwe: [183, 94],
  asi: ["ASI05"],
  upstream: ["tools.exec.safe_bins_interpreter_unprofiled", "tools.exec.safe_bins_broad_behavior"],

  check({ policy, report }) {
    for (const { name, kind, read, agents, consulted } of policy.exec.safePrograms) {
      report(
        { at: read.at, path: read.path },
        {
          ...(consulted ? {} : { severity: "info", set: "strict" }),
          message: `"${name}" is taken as safe, and ${does[kind]}${consulted ? "" : "; no exec policy in force asks an allowlist yet"}`,
          agents,
          remediations: [
            {
              title: `Take "${name}" off the list of safe programs`,
              safety: "review",
              edits: () => [{ op: "remove", file: read.at.file, path: read.path }],
            },
          ],
        },
      );
    }
  },
});

const does: Readonly<Record<LauncherKind, string>> = {
  shell: "is a shell: every command passes through it",
  interpreter: "runs whatever script it is given: every command passes through it",
  wrapper: "starts the program named after it: every command passes through it",
  runner: "runs scripts or packages of anybody's choice",
  tool: "has options that run another program",
};
