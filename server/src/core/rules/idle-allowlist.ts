/** Programs collected on an allowlist that nothing asks: the gate they are collected for is not shut. */
import { groupEntries } from "../grants/allowlist.ts";
import { ownGrants, type Agent } from "../grants/grant.ts";
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "idle-allowlist",
  severity: "warning",
  summary: "Allowlist restricts nothing, because every command runs without it",
  why: "The list looks like a limit and is none: whoever reads the file believes that a few programs may run, and the agent runs every command it is talked into.",
  atlas: { techniques: ["AML.T0053", "AML.T0050"], mitigations: ["AML.M0028", "AML.M0029"] },
  cwe: [636, 183],
  asi: ["ASI02", "ASI05"],

  check({ policy, report, tighten }) {
    const byId = new Map(policy.agents.map((agent) => [agent.id, agent]));
    for (const [{ list, consulted }, ...others] of groupEntries(policy.allowlist, () => "")) {
      const own = byId.get(list.agent ?? "");
      const served = list.agent === undefined ? policy.agents : own ? [own] : [];
      const open = served.flatMap((agent) =>
        ownGrants(agent, "exec", { gate: "none" }).filter(({ reach, certain }) => reach !== "sandbox" && certain),
      );
      const [first] = open;
      if (!first || consulted) continue;
      const agents = [...new Set(open.map(({ agent }) => agent))];
      const entries =
        others.length === 0 ? "The entry on this allowlist restricts" : `The ${others.length + 1} entries on this allowlist restrict`;
      report(
        { at: nameOf(list.read), path: list.read.path, because: first.because },
        {
          message: `${entries} nothing: ${listNames(agents)} ${agents.length === 1 ? "runs" : "run"} every other command too, and nobody is asked`,
          agents,
          remediations: [
            {
              title: "Ask a person before commands that are not on the list",
              safety: "review",
              // Where no policy is asked at all, stricter words beside the list would stay unread.
              edits: () => (served.some(hasNoPolicy) ? tighten(first, { gate: "ask-on-miss" }) : list.shut),
            },
          ],
        },
      );
    }
  },
});

function hasNoPolicy({ sessions }: Agent): boolean {
  return sessions.some(({ exec }) => exec.unchecked && exec.host !== "sandbox");
}
