/** Several agents live in one sandbox: whatever one of them is talked into, it does among the others' files and processes. */
import { decidedAt, eachDecision, openAgents } from "../grants/sandbox.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "shared-sandbox",
  severity: "info",
  summary: "Several agents share one sandbox",
  why: "What one agent downloads, writes or leaves running is there for the next. An agent that strangers can reach can plant files that a better trusted one reads later, and read what that one left.",
  atlas: { techniques: ["AML.T0037", "AML.T0080.001", "AML.T0098"], mitigations: ["AML.M0032"] },
  cwe: [653, 488],
  asi: ["ASI03", "ASI06"],

  check({ policy, report }) {
    const shared = policy.sandboxes.filter(({ scope }) => scope.value === "shared");
    const everybody = shared.flatMap(({ agents }) => agents);
    const open = openAgents(shared, policy.agents).map(({ id }) => id);
    // Agents with a block of their own share the same one container, wherever that was decided.
    const [first] = eachDecision(shared, ({ scope, apart, because }) => [{ because: [scope.because, ...because] as const, apart }]);
    if (!first || everybody.length < 2) return;
    report(decidedAt(first.fact.because), {
      severity: open.length === 0 ? undefined : "warning",
      message: `${listNames(everybody)} share one sandbox with its files and processes${open.length === 0 ? "" : `, and anyone can write to ${listNames(open)}`}`,
      agents: everybody,
      remediations: [{ title: "Give each agent a sandbox of its own", safety: "review", edits: () => first.fact.apart }],
    });
  },
});
