/** The secret that opens the hooks would not withstand somebody who tries, or opens more than the hooks. */
import { isSameSecret, weaknessWords } from "../grants/credential.ts";
import { hasDoor, isDoorReachable } from "../grants/service.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "weak-hook-token",
  severity: "warning",
  summary: "Hooks' token can be guessed, or opens the gateway as well",
  why: "The token is given to services outside. Who has it from there puts text before an agent, and with the gateway's own token steers all of them.",
  atlas: { techniques: ["AML.T0093", "AML.T0012", "AML.T0051.002"], mitigations: ["AML.M0033"] },
  cwe: [521, 266],
  asi: ["ASI01", "ASI03"],
  upstream: ["hooks.token_too_short", "hooks.token_reuse_gateway_token"],

  check({ policy, report }) {
    if (!hasDoor(policy, "hooks")) return;
    const live = policy.credentials.filter(({ isInCopy }) => !isInCopy);
    const logins = live.filter(({ opens }) => opens === "gateway");
    for (const credential of live) {
      const { opens, weakness, kind } = credential;
      if (opens !== "hooks") continue;
      const same = weakness === undefined ? logins.find((login) => isSameSecret(login, credential)) : undefined;
      if (same) {
        report(credential, { message: `The ${kind} is the ${same.kind} as well`, related: [{ at: same.at, message: "the other place" }] });
      } else if (weakness !== undefined) {
        report(credential, {
          severity: weakness === "guessable" || isDoorReachable(policy, opens) ? "warning" : "info",
          message: `The ${kind} ${weaknessWords(weakness)}`,
        });
      }
    }
  },
});
