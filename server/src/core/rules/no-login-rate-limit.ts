/** Whoever guesses at the login of a service may go on guessing. */
import { isReachable } from "../grants/service.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "no-login-rate-limit",
  severity: "info",
  set: "strict",
  summary: "Nobody who keeps guessing at the login is locked out",
  why: "A short token falls to somebody with time, and nothing shows that somebody is at it.",
  atlas: { techniques: ["AML.T0012"], mitigations: [] },
  cwe: [307],
  asi: ["ASI03"],
  upstream: ["gateway.auth_no_rate_limit"],

  check({ policy, report }) {
    for (const service of policy.services) {
      const { login, limitsGuesses, from, limitGuesses } = service;
      if (login.value !== "secret" || limitsGuesses.value !== false || !isReachable(service)) continue;
      const { read } = limitsGuesses.because;
      report(
        { at: read.at, path: read.path, because: [limitsGuesses.because, from.because] },
        {
          message: "Whoever can reach the gateway may guess at its token without end",
          remediations: [{ title: "Lock out for five minutes after ten wrong guesses", safety: "review", edits: () => limitGuesses }],
        },
      );
    }
  },
});
