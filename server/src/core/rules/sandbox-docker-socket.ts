/** The container engine's socket is put into a sandbox: from inside, one command starts a container that holds the whole host. */
import { bindMessage, bindRemoval, bindsOf, decidedAt } from "../grants/sandbox.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "sandbox-docker-socket",
  severity: "error",
  summary: "Container engine's socket is put into a sandbox",
  why: "Whoever can write to that socket can have the engine start another container with the host's disk in it, as root. A sandbox that holds it holds nothing.",
  atlas: { techniques: ["AML.T0105", "AML.T0112.000"], mitigations: ["AML.M0032"] },
  cwe: [250, 653],
  asi: ["ASI05", "ASI03"],
  upstream: ["sandbox.dangerous_bind_mount"],

  check({ policy, report }) {
    for (const { fact: bind, agents } of bindsOf(policy.sandboxes, "engine")) {
      report(decidedAt(bind.because), {
        severity: bind.fate === "refused" ? "warning" : undefined,
        message: bindMessage(bind, listNames(agents)),
        agents,
        remediations: [bindRemoval(bind)],
      });
    }
  },
});
