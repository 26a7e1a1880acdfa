/** Agents that can read files, memory or other sessions may fetch any address: what they read can leave in the address. */
import { ownGrants, type Capability } from "../grants/grant.ts";
import { byDecisionOrSilence } from "../grants/silence.ts";
import { denying } from "../grants/untrusted-text.ts";
import { declareRule } from "../rule.ts";
import { agentSubject, listWords } from "../wording.ts";

export default declareRule({
  id: "open-egress",
  severity: "info",
  set: "strict",
  summary: "Agent that reads private data may call any address",
  why: "An address can carry data: one fetch of an attacker's page with a file in its query is a leak. No list of allowed hosts stands in the way.",
  atlas: { techniques: ["AML.T0086", "AML.T0025"], mitigations: ["AML.M0028", "AML.M0030", "AML.M0033"] },
  cwe: [201],
  asi: ["ASI02"],

  check({ policy, report, tighten }) {
    const ways = policy.agents.flatMap((agent) => {
      const held = Object.keys(secrets).filter((kind) => ownGrants(agent, kind as Capability).some(({ certain }) => certain));
      const [fetching] = ownGrants(agent, "net.fetch").filter(({ certain }) => certain);
      return fetching && held.length > 0 ? [{ fetching, held }] : [];
    });
    for (const [first, ...others] of byDecisionOrSilence(ways, ({ fetching }) => [fetching])) {
      const group = [first, ...others];
      const grants = group.map(({ fetching }) => fetching);
      const ids = group.map(({ fetching }) => fetching.agent);
      const what = [...new Set(group.flatMap(({ held }) => held))].map((kind) => secrets[kind] ?? "");
      report(first.fetching, {
        message: `${agentSubject(ids)} can read ${listWords(what)} and call any address`,
        agents: ids,
        remediations: [{ title: "Deny fetching pages", safety: "review", edits: () => denying(grants, tighten) }],
      });
    }
  },
});

/** What is worth carrying away. */
const secrets: Readonly<Record<string, string>> = {
  "fs.read": "files",
  "memory.read": "memories",
  "session.read": "other sessions",
} satisfies Partial<Record<Capability, string>>;
