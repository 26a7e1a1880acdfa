/** Anybody on a channel may take an agent's commands out of the sandbox, or past every policy. */
import { confidenceIn, unlessElsewhere } from "../grants/standing.ts";
import { declareRule } from "../rule.ts";
import { agentObject } from "../wording.ts";

export default declareRule({
  id: "elevated-for-everyone",
  severity: "error",
  summary: "Everyone on a channel may run an agent's commands past its sandbox or policy",
  why: "Nobody has to be trusted first: whoever can write to the agent takes its commands past the walls that were built for such people.",
  atlas: { techniques: ["AML.T0053", "AML.T0105", "AML.T0051.000"], mitigations: ["AML.M0026", "AML.M0029", "AML.M0028"] },
  cwe: [266],
  asi: ["ASI03"],
  upstream: ["tools.elevated.allowFrom.<p>.wildcard"],

  check({ policy, report }) {
    for (const elevation of policy.elevations) {
      const { who, gains, agents, channel, gate, because, narrow } = elevation;
      const confidence = confidenceIn(elevation, policy);
      const [first] = because;
      if (who !== "open" || !first || confidence === undefined) continue;
      const isGain = gains !== "nothing";
      report(
        { at: first.read.at, path: first.read.path, because },
        {
          severity: !isGain ? "info" : gate === "none" ? undefined : "warning",
          set: isGain ? "default" : "strict",
          message: isGain
            ? `Everyone on ${channel} may have ${agentObject(agents)} run commands ${what[gains]}${gate === "none" ? `, and nobody is asked${unlessElsewhere(elevation, policy)}` : ""}`
            : `Everyone on ${channel} may elevate, which gains them nothing today`,
          confidence,
          agents,
          remediations: [{ title: "Name the senders who may, instead of everyone", safety: "review", edits: () => narrow }],
        },
      );
    }
  },
});

const what = { "past-policy": "that policy denies", "out-of-sandbox": "outside the sandbox", nothing: "" } as const;
