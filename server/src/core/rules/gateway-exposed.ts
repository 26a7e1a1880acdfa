/** A service that steers agents can be reached from beyond the machine it runs on. */
import type { Neighbourhood } from "../grants/service.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "gateway-exposed",
  severity: "warning",
  summary: "Gateway can be reached from beyond this machine",
  why: "Whoever can connect can try tokens, look for weak places and, where nothing is encrypted, read the token along the way. Scanners find such ports within hours.",
  atlas: { techniques: ["AML.T0049", "AML.T0006"], mitigations: ["AML.M0000"] },
  cwe: [306, 319],
  asi: ["ASI03"],
  upstream: ["gateway.tailscale_funnel", "gateway.tailscale_serve"],

  check({ policy, report }) {
    for (const { from, isEncrypted, login, withdraw } of policy.services) {
      // Without a login there is worse to say of it.
      if (login.value === "none") continue;
      const who = callers[from.value ?? "machine"];
      if (who === undefined) continue;
      const { read } = from.because;
      const isPlain = isEncrypted.value === false;
      const isNear = from.value === "devices" || (from.value === "network" && !isPlain);
      report(
        { at: read.at, path: read.path, because: [from.because, isEncrypted.because] },
        {
          ...(from.value === "internet" ? {} : { severity: "info" }),
          ...(isNear ? { set: "strict" } : {}),
          message: `${who} can reach the gateway${isPlain ? ", and nothing encrypts what is said to it" : ""}`,
          remediations: [{ title: "Let only this machine reach it", safety: "review", edits: () => withdraw }],
        },
      );
    }
  },
});

const callers: Readonly<Record<Neighbourhood, string | undefined>> = {
  machine: undefined,
  devices: "Every device of the private network",
  network: "Every machine in the network",
  internet: "Everybody on the internet",
};
