/** An allowlist entry whose pattern for arguments lets more through than it spells out, or counts for nothing. */
import { argumentLimits, byList, placeOf, quoted, type AllowlistEntry } from "../grants/allowlist.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "loose-argument-pattern",
  severity: "warning",
  summary: "Pattern for arguments lets more through than it spells out",
  why: "The program was allowed for one purpose only. With other arguments the same program may write files, send them away or start something else, and nobody is asked.",
  atlas: { techniques: ["AML.T0050", "AML.T0053"], mitigations: ["AML.M0033", "AML.M0028"] },
  cwe: [88, 183],
  asi: ["ASI05", "ASI02"],

  check({ policy, report }) {
    for (const list of byList(policy.allowlist.filter(isLoose))) {
      // One cause for a whole list, such as a release that reads no such patterns, is said once.
      for (const why of new Set(list.map(({ whyArgs }) => whyArgs))) {
        const entries = list.filter(({ whyArgs }) => whyArgs === why);
        const [first, ...others] = entries;
        if (!first) continue;
        const { at, path } = first.argPattern.state === "set" ? first.argPattern : placeOf(first);
        report(
          { at, path },
          {
            severity: first.consulted ? "warning" : "info",
            set: first.consulted ? "default" : "strict",
            message: `${quoted(first)} is admitted with ${first.args === "any" ? "any arguments" : "more arguments than it says"}: ${why}${others.length === 0 ? "" : `; so ${others.length === 1 ? "is" : "are"} ${others.length} more on this list`}`,
            related: others.map((entry) => ({ at: placeOf(entry).at, message: `${quoted(entry)}: ${why}` })),
            remediations: others.length === 0 ? argumentLimits(first) : [],
          },
        );
      }
    }
  },
});

/** Programs that lead to any other are a matter of their own, and what nothing admits has no arguments. */
function isLoose({ argPattern, args, admits, launchers, certain }: AllowlistEntry): boolean {
  return argPattern.state === "set" && args !== "bound" && admits !== "nothing" && launchers.length === 0 && certain;
}
