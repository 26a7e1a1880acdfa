/** A program of the config is started on the host for what people send. */
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "configured-media-command",
  severity: "warning",
  summary: "Program on the host is started for links or media that people send",
  why: "Whoever can write to an agent chooses what this program gets to read. A flaw in it, or an option hidden in what was sent, is a command on the host without any agent taking part.",
  atlas: { techniques: ["AML.T0050", "AML.T0053"], mitigations: ["AML.M0033", "AML.M0028"] },
  cwe: [88],
  asi: ["ASI05", "ASI02"],

  check({ policy, report }) {
    for (const { kind, read, name, does, who, remedy } of policy.sideDoors) {
      if (kind !== "media-command") continue;
      report(
        { at: read.at, path: read.path },
        {
          ...(who === "open" ? {} : { severity: "info", set: "strict" }),
          message: `${name}${who === "open" ? " anyone sends" : " people send"}: ${does}`,
          remediations: [{ title: "Remove this program from the list", safety: "review", edits: () => remedy }],
        },
      );
    }
  },
});
