/** A service that steers agents asks nobody who they are. */
import { isReachable } from "../grants/service.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "gateway-without-login",
  severity: "warning",
  summary: "Gateway asks callers for no login",
  why: "Whoever can connect has the agents and all they may do. On one machine that is every program and every account on it, and every proxy that passes connections on.",
  atlas: { techniques: ["AML.T0049", "AML.T0006", "AML.T0012", "AML.T0083"], mitigations: [] },
  cwe: [306, 1327],
  asi: ["ASI03"],
  upstream: ["gateway.bind_no_auth", "gateway.loopback_no_auth", "gateway.http.no_auth", "browser.control_no_auth"],

  check({ policy, report }) {
    for (const service of policy.services) {
      const { login, from, askForLogin } = service;
      // What the environment names is not in these files; beyond this machine nobody starts it without.
      const isUnnamed = login.value === "unnamed" && from.value === "machine";
      if (login.value !== "none" && !isUnnamed) continue;
      const { read } = login.because;
      report(
        { at: read.at, path: read.path, because: [login.because, from.because] },
        {
          ...(isReachable(service) ? { severity: "error" } : {}),
          ...(isUnnamed ? { confidence: "medium" } : {}),
          message: isReachable(service)
            ? "The gateway is to serve the whole network without a login"
            : `The gateway asks for no login${isUnnamed ? ", unless its environment names one" : ""}`,
          remediations: [{ title: "Ask for a token", safety: "review", edits: () => askForLogin }],
        },
      );
    }
  },
});
