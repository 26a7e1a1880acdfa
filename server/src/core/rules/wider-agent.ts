/** One agent is quietly wider than the common profile: a profile of its own, or tools added back. */
import type { Edit } from "../finding.ts";
import type { Capability } from "../grants/grant.ts";
import { declareRule } from "../rule.ts";
import { listWords } from "../wording.ts";

export default declareRule({
  id: "wider-agent",
  severity: "info",
  summary: "Agent has tools that the common profile keeps from the others",
  why: "The common profile reads like a limit for everybody. The one agent that has more than it is where an attack goes, and its entry is easily overlooked.",
  atlas: { techniques: ["AML.T0053", "AML.T0112.000"], mitigations: ["AML.M0026", "AML.M0028"] },
  cwe: [250],
  asi: ["ASI03", "ASI02"],

  check({ policy, report }) {
    // A single agent is wider than nobody.
    for (const { agent, gains } of policy.agents.length > 1 ? policy.tools.scopes : []) {
      const dangerous = gains.filter(({ capability }) => acts[capability] !== undefined);
      const [first] = dangerous;
      if (!first) continue;
      const reads = dangerous.map(({ because }) => because.read);
      const edits: Edit[] = reads.map(({ at, path }) => ({ op: "remove", file: at.file, path }));
      report(
        { at: first.because.read.at, path: first.because.read.path, because: dangerous.map(({ because }) => because) },
        {
          message: `Agent "${agent}" may do more than the common profile allows the others: ${listWords(dangerous.flatMap(({ capability }) => acts[capability] ?? []))}`,
          agents: [agent],
          remediations: [{ title: `Hold "${agent}" to the common profile`, safety: "review", edits: () => edits }],
        },
      );
    }
  },
});

/** What makes an agent worth an attack. */
const acts: Readonly<Partial<Record<Capability, string>>> = {
  exec: "run commands",
  "fs.write": "write files",
  "control.plane": "steer the gateway",
  schedule: "schedule runs",
  device: "act on devices",
};
