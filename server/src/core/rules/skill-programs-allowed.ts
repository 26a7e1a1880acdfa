/** Programs that skills declare pass the allowlist without being on it. */
import { byDecision } from "../grants/grant.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "skill-programs-allowed",
  severity: "warning",
  summary: "Skills add their own programs to the allowlist",
  why: "A skill is text from somebody else, and it names the programs it wants. Installing one, or updating it, then allows those programs, and a poisoned skill asks for a shell.",
  atlas: { techniques: ["AML.T0011.002", "AML.T0053", "AML.T0010.005", "AML.T0110"], mitigations: ["AML.M0029", "AML.M0028", "AML.M0013"] },
  cwe: [829],
  asi: ["ASI04", "ASI05"],
  upstream: ["tools.exec.auto_allow_skills_enabled"],

  check({ policy, report }) {
    for (const found of byDecision(policy.approvals.skillPrograms, (leniency) => [leniency])) {
      const [first] = found;
      const agents = found.map(({ agent }) => agent);
      const { at, path } = first.because[0].read;
      report(
        { at, path, because: first.because },
        {
          message: `Every program that an installed skill declares runs for ${listNames(agents)} without standing on the allowlist`,
          agents,
          remediations: [{ title: "Let skills add no programs", safety: "review", edits: () => first.revoke }],
        },
      );
    }
  },
});
