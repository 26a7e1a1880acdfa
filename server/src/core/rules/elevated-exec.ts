/** Named senders whose conversations run commands outside the sandbox, or past the exec policy. */
import { confidenceIn, unlessElsewhere } from "../grants/standing.ts";
import { declareRule } from "../rule.ts";
import { agentObject } from "../wording.ts";

export default declareRule({
  id: "elevated-exec",
  severity: "warning",
  summary: "Conversations of some senders run commands past the sandbox or the exec policy",
  why: "It holds for the conversation, not for what the person typed: a page the agent reads or a message that was forwarded to it is acted on with the same rights.",
  atlas: { techniques: ["AML.T0053", "AML.T0105", "AML.T0050"], mitigations: ["AML.M0026", "AML.M0029", "AML.M0028"] },
  cwe: [250],
  asi: ["ASI03", "ASI05"],
  upstream: ["tools.elevated.allowFrom.<p>.large", "security.exposure.open_groups_with_elevated"],

  check({ policy, report }) {
    for (const elevation of policy.elevations) {
      const { who, gains, agents, channel, fromStart, gate, because, startWithout } = elevation;
      const confidence = confidenceIn(elevation, policy);
      if (who !== "listed" || gains === "nothing" || confidence === undefined) continue;
      const isUngated = fromStart && gate === "none";
      const [first] = because;
      if (!first) continue;
      report(
        { at: first.read.at, path: first.read.path, because },
        {
          ...(isUngated ? {} : { severity: "info", set: "strict" }),
          message: `Senders listed on ${channel} ${fromStart ? "have" : "may have"} ${agentObject(agents)} run commands ${what[gains]}${fromStart ? " from the first message on" : ""}${gate === "none" ? `, and nobody is asked${unlessElsewhere(elevation, policy)}` : ""}`,
          confidence,
          agents,
          remediations: [{ title: "Begin conversations without it", safety: "review", edits: () => startWithout }],
        },
      );
    }
  },
});

const what = { "past-policy": "that policy denies", "out-of-sandbox": "outside the sandbox" } as const;
