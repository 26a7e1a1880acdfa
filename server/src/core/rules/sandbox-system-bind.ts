/** Parts of the host that are not the agent's business are put into its sandbox. */
import { bindMessage, bindRemoval, bindsOf, decidedAt, type SandboxBind } from "../grants/sandbox.ts";
import { declareRule, type Report } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "sandbox-system-bind",
  severity: "error",
  summary: "System or home folder of the host is put into a sandbox",
  why: "A sandbox keeps an agent away from the host's files. A bind mount gives them back: what can be read leaks, and what can be written, such as a program or a start-up script, runs on the host the next time somebody starts it.",
  atlas: { techniques: ["AML.T0105", "AML.T0037", "AML.T0081"], mitigations: ["AML.M0032"] },
  cwe: [653, 732],
  asi: ["ASI05", "ASI03"],
  upstream: ["sandbox.dangerous_bind_mount"],

  check({ policy, report }) {
    for (const { fact: bind, agents } of bindsOf(policy.sandboxes, "system", "home", "programs", "folder")) {
      const weight = weightOf(bind);
      if (!weight) continue;
      report(decidedAt(bind.because), {
        ...weight,
        message: bindMessage(bind, listNames(agents)),
        agents,
        remediations: [bindRemoval(bind)],
      });
    }
  },
});

/** A plain folder is what binds are for: worth a look when it can be written. The host's programs may be read by anyone. */
function weightOf({ shows, writable, fate }: SandboxBind): Pick<Report, "severity" | "set"> | undefined {
  if (shows === "folder") return writable && fate === "accepted" ? { severity: "info", set: "strict" } : undefined;
  if (fate === "refused") return { severity: "warning" };
  if (shows === "programs") return writable ? {} : undefined;
  return writable || shows === "home" ? {} : { severity: "warning" };
}
