/** Nothing takes from a container the rights that it does not need. */
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";
import { listWords } from "../wording.ts";

export default declareRule({
  id: "container-hardening-missing",
  severity: "info",
  set: "strict",
  summary: "Container keeps rights it does not need",
  why: "A container starts with a dozen rights over the machine's kernel, and its programs may gain more. The gateway needs none of them; what breaks into it does.",
  atlas: { techniques: ["AML.T0105", "AML.T0112.000"], mitigations: ["AML.M0032"] },
  cwe: [250],
  asi: ["ASI05"],

  check({ policy, report }) {
    for (const { name, missing } of policy.containers) {
      if (missing.words.length === 0) continue;
      report({ at: nameOf(missing.read), path: missing.read.path }, { message: `${name} is not limited by ${listWords(missing.words)}` });
    }
  },
});
