/** A secret is one that everybody knows who has the file: its default, or the word of an example. */
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "container-weak-default",
  severity: "warning",
  summary: "Secret has a default that is written in the file",
  why: "One day the variable is not set: on another machine, after a typing error, in a test that stays. Then the gateway starts, and its secret is the one in the repository.",
  atlas: { techniques: ["AML.T0012", "AML.T0083"], mitigations: ["AML.M0019"] },
  cwe: [1188, 521],
  asi: ["ASI03"],

  check({ policy, report }) {
    for (const { name, knownSecrets } of policy.containers) {
      for (const { read, variable, isDefault, demand } of knownSecrets) {
        report(
          { at: nameOf(read), path: read.path },
          {
            message: isDefault
              ? `${name} starts with a secret that stands in this file if ${variable} is not set`
              : `${name} starts with the word of an example for ${variable}, which anybody would try`,
            remediations:
              demand.length > 0 ? [{ title: `Refuse to start without ${variable}`, safety: "review", edits: () => demand }] : [],
          },
        );
      }
    }
  },
});
