/** What keeps a container apart from the machine is taken away, wholly or in part. */
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "container-privileged",
  severity: "warning",
  summary: "Container is hardly apart from the machine",
  why: "The gateway runs what agents ask for. If the walls of its container are down, a command that gets out of hand is one on the machine.",
  atlas: { techniques: ["AML.T0105", "AML.T0112.000"], mitigations: ["AML.M0032"] },
  cwe: [250, 653],
  asi: ["ASI05"],

  check({ policy, report }) {
    for (const { name, openings } of policy.containers) {
      for (const { read, does, kind } of openings.filter((opening) => opening.kind !== "network")) {
        report({ at: nameOf(read), path: read.path }, { ...(kind === "all" ? { severity: "error" } : {}), message: `${name} ${does}` });
      }
    }
  },
});
