/** A config with an error in it counts as empty for a gateway that is running: every limit in it is gone. */
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "broken-config-opens",
  severity: "error",
  summary: "An error in the config makes a running gateway fall back to every default",
  why: "The gateway reads its config again while it runs. With one slip in it nothing of it holds: no tool is denied, nothing is sandboxed, and commands run by default.",
  atlas: { techniques: ["AML.T0053", "AML.T0081"], mitigations: ["AML.M0028"] },
  cwe: [636],
  asi: ["ASI02", "ASI05"],

  check({ policy, faults, report }) {
    const { becomes, files } = policy.refused;
    if (becomes !== "defaults") return;
    const [fault] = faults.filter(
      ({ severity, confidence, at }) => severity === "error" && confidence === "high" && files.includes(at.file),
    );
    if (!fault) return;
    report(
      { at: fault.at, path: fault.path },
      { message: "A running gateway takes a config with an error for an empty one: until this is mended, every default holds" },
    );
  },
});
