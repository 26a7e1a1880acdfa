/** Allowlist patterns that can never match: their author believes a program is allowed, or that arguments are checked. */
import { byList, entryRemoval, placeOf, quoted, type AllowlistEntry } from "../grants/allowlist.ts";
import { declareRule } from "../rule.ts";
import { nor } from "../wording.ts";

export default declareRule({
  id: "dead-allowlist-pattern",
  severity: "warning",
  summary: "Allowlist pattern never matches",
  why: "The entry does nothing today, so people loosen something else to get their work done, and another release may bring the pattern to life with another meaning.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0028"] },
  cwe: [183],
  asi: ["ASI02"],

  check({ policy, report }) {
    for (const list of byList(policy.allowlist.filter(isDead))) {
      // A list written under one misunderstanding has it in every line: once is enough.
      for (const why of new Set(list.map((entry) => entry.why))) {
        const entries = list.filter((entry) => entry.why === why);
        const [first, ...others] = entries;
        if (!first) continue;
        const { at, path } = first.fault === "arguments" && first.argPattern.state === "set" ? first.argPattern : placeOf(first);
        report(
          { at, path },
          {
            severity: first.consulted ? "warning" : "info",
            set: first.consulted ? "default" : "strict",
            message: `${quoted(first)} allows nothing: ${why}${nor(others.length, "on this list")}`,
            related: others.map((entry) => ({ at: placeOf(entry).at, message: `${quoted(entry)} allows nothing either` })),
            remediations: [entryRemoval(...entries)],
          },
        );
      }
    }
  },
});

/** What comes to life later, and what was saved for one command, are matters of their own. */
function isDead({ fault, wakes, certain }: AllowlistEntry): boolean {
  return (fault === "pattern" || fault === "arguments") && wakes === undefined && certain;
}
