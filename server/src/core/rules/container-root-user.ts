/** A container runs as its administrator. */
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "container-root-user",
  severity: "warning",
  summary: "Container runs as root",
  why: "Root in the container is root for the kernel too. A mounted folder is then open with all rights, and a fault in the container engine is enough to have the machine.",
  atlas: { techniques: ["AML.T0105", "AML.T0112.000"], mitigations: ["AML.M0032"] },
  cwe: [250],
  asi: ["ASI05"],

  check({ policy, report }) {
    for (const { name, root } of policy.containers) {
      if (!root) continue;
      report(
        { at: nameOf(root.read), path: root.read.path },
        { message: root.isWritten ? `${name} runs as root` : `${name} runs as root, because this image does and no user is chosen` },
      );
    }
  },
});
