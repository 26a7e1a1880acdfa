/** An image is made with a script that is run straight from the network. */
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "container-piped-install",
  severity: "info",
  summary: "Image is made with a script from the network that nobody has read",
  why: "Whoever can change what that address serves, now or in a year, runs code in the gateway's image, as root, before anything else is there.",
  atlas: { techniques: ["AML.T0010.001", "AML.T0011.001", "AML.T0010.004"], mitigations: ["AML.M0014", "AML.M0013", "AML.M0016"] },
  cwe: [494, 829],
  asi: ["ASI04"],

  check({ policy, report }) {
    for (const { name, downloads } of policy.containers) {
      for (const read of downloads) {
        report({ at: nameOf(read), path: read.path }, { message: `${name} is made with a script that is run straight from the network` });
      }
    }
  },
});
