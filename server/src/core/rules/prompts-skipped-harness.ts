/** A coding program runs with its prompts switched off. */
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "prompts-skipped-harness",
  severity: "warning",
  summary: "Coding program is started with its own prompts switched off",
  why: "Such a program brings a shell and file tools of its own, outside the gateway's tool policy. Its prompts were the only question anybody was asked.",
  atlas: { techniques: ["AML.T0053", "AML.T0081"], mitigations: ["AML.M0029", "AML.M0028"] },
  cwe: [862],
  asi: ["ASI02", "ASI05"],
  upstream: ["agents.claude_cli.permission_mode_overridden_by_yolo"],

  check({ policy, report }) {
    for (const { kind, read, name, does, remedy } of policy.sideDoors) {
      if (kind !== "unasked-harness") continue;
      report(
        { at: read.at, path: read.path },
        {
          message: `${name.replace(/^[a-z]/, (letter) => letter.toUpperCase())}: ${does}`,
          remediations: [{ title: "Let the program ask again", safety: "review", edits: () => remedy }],
        },
      );
    }
  },
});
