/** A container shares the network of the machine. */
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "container-host-network",
  severity: "warning",
  summary: "Container is on the machine's own network",
  why: "Every service that listens on this machine alone is within reach of what runs in the container, and every port that the gateway opens is open on the machine.",
  atlas: { techniques: ["AML.T0105", "AML.T0086"], mitigations: ["AML.M0032"] },
  cwe: [653],
  asi: ["ASI05"],

  check({ policy, report }) {
    for (const { name, openings } of policy.containers) {
      for (const { read, does } of openings.filter(({ kind }) => kind === "network")) {
        report({ at: nameOf(read), path: read.path }, { message: `${name} ${does}` });
      }
    }
  },
});
