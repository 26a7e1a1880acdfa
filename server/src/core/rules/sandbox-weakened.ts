/** What would hold a process inside its sandbox was taken away by a setting. */
import { decidedAt, eachDecision, type SandboxWeakness } from "../grants/sandbox.ts";
import { declareRule, type Report } from "../rule.ts";
import { listNames } from "../wording.ts";

/** How bad each is, and what to say of the sandbox. Root without capabilities and a writable system are what installing a package takes. */
const weights: Readonly<Record<SandboxWeakness["kind"], Pick<Report, "severity" | "set"> & { readonly says: string }>> = {
  capabilities: { says: "keeps kernel capabilities that sandboxes drop by default" },
  "outside-binds": { says: "takes bind mounts from anywhere on the host" },
  "covered-mounts": { severity: "info", says: "lets bind mounts cover its own folders" },
  "joined-network": { severity: "info", set: "strict", says: "may share the network of another container" },
  root: { severity: "info", set: "strict", says: "runs as root" },
  "writable-system": { severity: "info", set: "strict", says: "can change its own system" },
};

export default declareRule({
  id: "sandbox-weakened",
  severity: "warning",
  summary: "Sandbox holds less than it does by default",
  why: "Between a process in a container and the host stand a few checks of the kernel and of the gateway. Each one that is taken away leaves a flaw in the next enough to get out.",
  atlas: { techniques: ["AML.T0105", "AML.T0112.000"], mitigations: ["AML.M0032"] },
  cwe: [250, 653],
  asi: ["ASI05"],
  upstream: ["sandbox.dangerous_seccomp_profile", "sandbox.dangerous_apparmor_profile", "config.insecure_or_dangerous_flags"],

  check({ policy, report }) {
    for (const { fact, agents } of eachDecision(policy.sandboxes, ({ container }) => container?.weaknesses ?? [])) {
      const { says, ...weight } = weights[fact.kind];
      report(decidedAt(fact.because), {
        ...weight,
        message: `The sandbox of ${listNames(agents)} ${says}`,
        agents,
        remediations: [{ title: fact.remedy.title, safety: "review", edits: () => fact.remedy.edits }],
      });
    }
  },
});
