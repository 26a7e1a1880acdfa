/** A container is made from an image, or with a package, whose name means another one from one day to the next. */
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "container-unpinned-image",
  severity: "info",
  set: "strict",
  summary: "Image or package of the container is not pinned",
  why: "The next pull or build brings whatever the name means then. Whoever gets hold of the account that publishes it has their code in the gateway, and nobody sees a change in this file.",
  atlas: { techniques: ["AML.T0010.004", "AML.T0010.001"], mitigations: ["AML.M0014", "AML.M0013", "AML.M0016"] },
  cwe: [494, 829],
  asi: ["ASI04"],

  check({ policy, report }) {
    for (const { name, floating } of policy.containers) {
      for (const { read, kind, name: what } of floating) {
        report(
          { at: nameOf(read), path: read.path },
          { message: `${name} is made ${kind === "image" ? "from" : "with"} "${what}", whatever that name means on the day` },
        );
      }
    }
  },
});
