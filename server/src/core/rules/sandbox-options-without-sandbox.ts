/** Somebody described a sandbox and nobody turned it on: it looks like one, and every session runs on the host. */
import { claimsOf } from "../grants/ineffective-claim.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "sandbox-options-without-sandbox",
  severity: "warning",
  summary: "Sandbox options do nothing because the sandbox is off",
  why: "A config that describes a sandbox reads as if there were one. There is none: what an agent was talked into happens on the host, with the rights of the account the gateway runs as.",
  atlas: { techniques: ["AML.T0112.000", "AML.T0053", "AML.T0050"], mitigations: ["AML.M0032", "AML.M0026"] },
  cwe: [653, 250],
  asi: ["ASI05"],
  upstream: ["sandbox.docker_config_mode_off"],

  check({ policy, report }) {
    for (const { evidence, report: claim } of claimsOf(policy.ineffective, "sandbox-options-without-sandbox")) report(evidence, claim);
  },
});
