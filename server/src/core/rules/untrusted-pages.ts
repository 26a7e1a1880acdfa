/** Agents read pages that anyone can write. */
import { ownGrants } from "../grants/grant.ts";
import { byDecisionOrSilence } from "../grants/silence.ts";
import { denying } from "../grants/untrusted-text.ts";
import { declareRule } from "../rule.ts";
import { agentSubject, listWords } from "../wording.ts";

export default declareRule({
  id: "untrusted-pages",
  severity: "info",
  set: "strict",
  summary: "Agent reads pages that anyone can write",
  why: "A page can hold instructions for the agent that reads it. This is how most attacks on agents begin; what they come to depends on what else the agent may do.",
  atlas: { techniques: ["AML.T0051.001", "AML.T0078"], mitigations: ["AML.M0030", "AML.M0033", "AML.M0020"] },
  cwe: [1427],
  asi: ["ASI01"],

  check({ policy, report, tighten }) {
    const readers = policy.agents.flatMap((agent) => {
      const pages = agent.exposures.filter(({ through }) => through === "web" || through === "browser");
      return pages.length > 0 ? [{ agent, pages }] : [];
    });
    for (const group of byDecisionOrSilence(readers, ({ pages }) => pages)) {
      const [{ pages }] = group;
      const ids = group.map(({ agent }) => agent.id);
      const [first] = pages;
      if (!first) continue;
      const grants = group.flatMap(({ agent }) => reading.flatMap((kind) => ownGrants(agent, kind)));
      report(
        {
          at: first.because[0]?.read.at ?? policy.roster.at,
          path: first.because[0]?.read.path ?? [],
          because: pages.flatMap(({ because }) => because),
        },
        {
          message: `${agentSubject(ids)} ${ids.length === 1 ? "reads" : "read"} pages anyone can write, with ${listWords([...new Set(pages.map(({ name }) => name))])}`,
          agents: ids,
          remediations: [
            {
              title: "Deny the tools that read pages",
              safety: "review",
              edits: () => denying(grants, tighten),
            },
          ],
        },
      );
    }
  },
});

const reading = ["net.fetch", "net.search", "browser"] as const;
