/** The container engine's own socket lies inside of a container. */
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "container-docker-socket",
  severity: "error",
  summary: "Container can steer the container engine",
  why: "Whoever can write to the socket starts another container with all of the machine inside of it. Mounted read-only it takes orders all the same: what runs in this container has the machine.",
  atlas: { techniques: ["AML.T0105", "AML.T0112.000"], mitigations: ["AML.M0032"] },
  cwe: [250, 653],
  asi: ["ASI05", "ASI03"],

  check({ policy, report }) {
    for (const { name, mounts } of policy.containers) {
      for (const { read, source, what } of mounts.filter(({ shows }) => shows === "engine")) {
        report({ at: nameOf(read), path: read.path }, { message: `${name} is given ${what}: "${source}"` });
      }
    }
  },
});
