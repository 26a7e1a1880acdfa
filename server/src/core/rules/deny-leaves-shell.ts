/** File tools are denied, or a group that seems to hold everything, and the shell is left: it does all they did. */
import { ownGrants } from "../grants/grant.ts";
import { claimsOf } from "../grants/ineffective-claim.ts";
import { confidenceIn, unlessElsewhere } from "../grants/standing.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "deny-leaves-shell",
  severity: "warning",
  summary: "Tools are denied and the shell that can do the same is left",
  why: "Denying the tools that write files makes nobody read-only who has a shell: one command overwrites a file, installs a program or sends files away.",
  atlas: { techniques: ["AML.T0053", "AML.T0050"], mitigations: ["AML.M0028", "AML.M0032"] },
  cwe: [749, 250],
  asi: ["ASI05", "ASI02"],
  upstream: ["tools.exec.fs_tools_disabled_but_exec_enabled"],

  check({ policy, report }) {
    for (const { evidence, report: claim } of claimsOf(policy.ineffective, "deny-leaves-shell")) {
      // A shell behind a gate, or in a box of its own, is another matter than the one the author forgot.
      const holders = policy.agents.filter(({ id }) => claim.agents?.includes(id));
      const shells = holders.flatMap((agent) =>
        ownGrants(agent, "exec", { gate: "none" }).filter(
          (grant) => grant.reach !== "sandbox" && confidenceIn(grant, policy) !== undefined,
        ),
      );
      const [first] = shells;
      if (!first) continue;
      report(evidence, {
        ...claim,
        message: `${claim.message}${unlessElsewhere(first, policy)}`,
        agents: [...new Set(shells.map(({ agent }) => agent))],
        confidence: confidenceIn(first, policy) ?? "low",
        covers: ["deny-leaves-other-writer"],
      });
    }
  },
});
