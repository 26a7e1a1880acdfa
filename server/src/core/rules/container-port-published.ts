/** A container's port is published on every network the machine is in. */
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";
import { listWords } from "../wording.ts";

export default declareRule({
  id: "container-port-published",
  severity: "warning",
  summary: "Container's port is open to every network",
  why: "Published ports go past most firewalls of the machine, because the container engine makes its own rules before them. Whoever is in the network, and on a rented server that is everybody, talks to the gateway.",
  atlas: { techniques: ["AML.T0049", "AML.T0012"], mitigations: ["AML.M0019"] },
  cwe: [1327, 306],
  asi: ["ASI03"],

  check({ policy, report }) {
    for (const { name, ports } of policy.containers) {
      const [first, ...others] = ports;
      if (!first) continue;
      const [noun, them] = others.length === 0 ? ["port", "it"] : ["ports", "them"];
      report(
        { at: nameOf(first.read), path: first.read.path },
        {
          message: `${name} publishes ${noun} ${listWords([...new Set(ports.map(({ port }) => port))])} on every network the machine is in`,
          related: others.map(({ read, port }) => ({ at: nameOf(read), message: `port ${port} too` })),
          // Where one cannot be kept in, the title would promise too much.
          remediations: ports.every(({ keep }) => keep.length > 0)
            ? [{ title: `Publish ${them} on this machine alone`, safety: "review", edits: () => ports.flatMap(({ keep }) => keep) }]
            : [],
        },
      );
    }
  },
});
