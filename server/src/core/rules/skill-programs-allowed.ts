/** Programs that skills declare pass the allowlist of a paired device without being on it. */
import { byDecision } from "../grants/grant.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "skill-programs-allowed",
  severity: "warning",
  summary: "Skills add their own programs to the allowlist of paired devices",
  why: "A skill is text from somebody else, and it names the programs it wants. Installing one, or updating it, then allows those programs, and a poisoned skill asks for a shell.",
  atlas: { techniques: ["AML.T0011.002", "AML.T0053", "AML.T0010.005", "AML.T0110"], mitigations: ["AML.M0029", "AML.M0028", "AML.M0013"] },
  cwe: [829],
  asi: ["ASI04", "ASI05"],
  upstream: ["tools.exec.auto_allow_skills_enabled"],

  check({ policy, report }) {
    for (const onDevice of [true, false]) {
      const programs = policy.approvals.skillPrograms.filter((one) => one.onDevice === onDevice);
      for (const found of byDecision(programs, (leniency) => [leniency])) {
        const [first] = found;
        const agents = found.map(({ agent }) => agent);
        const { at, path } = first.because[0].read;
        const elsewhere = onDevice ? "" : "; the gateway's own host does not";
        report(
          { at, path, because: first.because },
          {
            // Where no command runs on a device, the setting waits for one that follows the same document.
            ...(onDevice ? {} : { severity: "info", set: "strict" }),
            message: `For ${listNames(agents)}, a paired device with this document runs every program that an installed skill declares, also those not on the allowlist${elsewhere}`,
            agents,
            remediations: [{ title: "Let skills add no programs", safety: "review", edits: () => first.revoke }],
          },
        );
      }
    }
  },
});
