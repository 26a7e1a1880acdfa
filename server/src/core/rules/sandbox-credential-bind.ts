/** Keys and logins of the host are put into a sandbox, where the agent's tools read. */
import { bindMessage, bindRemoval, bindsOf, decidedAt } from "../grants/sandbox.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "sandbox-credential-bind",
  severity: "error",
  summary: "Keys or logins of the host are put into a sandbox",
  why: "An agent reads whatever lies in its sandbox, and sends out whatever it was talked into sending. Keys that are in there, even only to read, belong to whoever writes to the agent.",
  atlas: { techniques: ["AML.T0055", "AML.T0083", "AML.T0098", "AML.T0037"], mitigations: ["AML.M0032"] },
  cwe: [522, 552],
  asi: ["ASI03"],
  upstream: ["sandbox.dangerous_bind_mount"],

  check({ policy, report }) {
    for (const { fact: bind, agents } of bindsOf(policy.sandboxes, "credentials", "state")) {
      report(decidedAt(bind.because), {
        severity: bind.fate === "refused" ? "warning" : undefined,
        message: bindMessage(bind, listNames(agents)),
        agents,
        remediations: [bindRemoval(bind)],
      });
    }
  },
});
