/** What decides about the gateway can be written from inside of its container. */
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "container-config-writable",
  severity: "info",
  summary: "Gateway's config can be written from its container",
  why: "An agent that gets a shell in the container rewrites what keeps it in: the next start, or the next read, is without limits. What it changes outlives the container.",
  atlas: { techniques: ["AML.T0081", "AML.T0083"], mitigations: ["AML.M0005"] },
  cwe: [732],
  asi: ["ASI03", "ASI06"],

  check({ policy, report }) {
    for (const { name, mounts } of policy.containers) {
      for (const { read, becomes } of mounts.filter(({ isWritable }) => isWritable)) {
        if (becomes === undefined) continue;
        const isFile = becomes === "config";
        report(
          { at: nameOf(read), path: read.path },
          {
            ...(isFile ? {} : { set: "strict" }),
            message: `${name} may write ${isFile ? "the config that decides about it" : "the folder with its config and its logins"}`,
          },
        );
      }
    }
  },
});
