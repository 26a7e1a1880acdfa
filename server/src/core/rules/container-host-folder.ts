/** A part of the machine that is none of the gateway's business lies inside of its container. */
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "container-host-folder",
  severity: "warning",
  summary: "Container sees more of the machine than it needs",
  why: "What the gateway can read, an agent that is deceived can send away; what it can write, it can change. A container keeps neither in, if the machine's own folders are put inside.",
  atlas: { techniques: ["AML.T0105", "AML.T0055", "AML.T0037"], mitigations: ["AML.M0032"] },
  cwe: [653, 732, 552],
  asi: ["ASI05", "ASI03"],

  check({ policy, report }) {
    for (const { name, mounts } of policy.containers) {
      for (const { read, source, shows, what, becomes, isWritable } of mounts) {
        if (becomes !== undefined || !foreign.has(shows)) continue;
        report(
          { at: nameOf(read), path: read.path },
          {
            ...(shows === "system" && isWritable ? { severity: "error" } : {}),
            message: `${name} sees ${what}${isWritable ? ", and may write there" : ""}: "${source}"`,
          },
        );
      }
    }
  },
});

const foreign: ReadonlySet<string> = new Set(["system", "home", "credentials"]);
