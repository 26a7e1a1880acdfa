/** The secret that opens the gateway would not withstand somebody who tries. */
import { weaknessWords } from "../grants/credential.ts";
import { hasDoor, isDoorReachable } from "../grants/service.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "weak-gateway-token",
  severity: "warning",
  summary: "Gateway token or password can be guessed",
  why: "It is all that stands between a caller and the agents. Examples and common words are what a scanner tries first.",
  atlas: { techniques: ["AML.T0012", "AML.T0091.000"], mitigations: [] },
  cwe: [521, 307],
  asi: ["ASI03"],
  upstream: [
    "gateway.token_too_short",
    "gateway.password_too_short",
    "gateway.token_placeholder_value",
    "gateway.password_placeholder_value",
  ],

  check({ policy, report }) {
    for (const credential of policy.credentials) {
      const { opens, weakness, kind } = credential;
      if (opens !== "gateway" || weakness === undefined || !hasDoor(policy, opens)) continue;
      const isOpen = isDoorReachable(policy, opens);
      const isGuessable = weakness === "guessable";
      report(credential, {
        covers: ["gateway-exposed"],
        severity: isGuessable && isOpen ? "error" : isGuessable || isOpen ? undefined : "info",
        message: `The ${kind} ${weaknessWords(weakness)}`,
      });
    }
  },
});
