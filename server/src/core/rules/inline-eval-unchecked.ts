/** Interpreters are allowed, and code in their arguments runs with them. */
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "inline-eval-unchecked",
  severity: "warning",
  set: "strict",
  summary: "Allowed interpreters run code from their arguments without being asked about it",
  why: "Allowing an interpreter for one script also allows any program text handed to it on the command line. The release can ask about exactly that, and here it does not.",
  atlas: { techniques: ["AML.T0050", "AML.T0053"], mitigations: ["AML.M0033", "AML.M0029"] },
  cwe: [94],
  asi: ["ASI05"],
  upstream: ["tools.exec.allowlist_interpreter_without_strict_inline_eval"],

  check({ policy, report }) {
    for (const { read, agents, programs, allowed, remedy } of policy.exec.inlineCode) {
      report(
        { at: read.at, path: read.path },
        {
          message: `${listNames(programs)} may run code given as an argument, because nothing asks about inline code`,
          agents,
          related: allowed.slice(0, 10).map(({ at }) => ({ at, message: "Allowed here" })),
          remediations: [{ title: "Ask about code in the arguments of interpreters", safety: "review", edits: () => remedy }],
        },
      );
    }
  },
});
