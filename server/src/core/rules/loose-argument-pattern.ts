/** An allowlist entry whose pattern for arguments lets more through than it spells out, or counts for nothing. */
import {
  alike,
  argumentLimits,
  argumentsPlaceOf,
  entryNarrowing,
  entryRemoval,
  groupEntries,
  loudness,
  quoted,
  type AllowlistEntry,
} from "../grants/allowlist.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "loose-argument-pattern",
  severity: "warning",
  summary: "Pattern for arguments lets more through than it spells out",
  why: "The program was allowed for one purpose only. With other arguments the same program may write files, send them away or start something else, and nobody is asked.",
  atlas: { techniques: ["AML.T0050", "AML.T0053"], mitigations: ["AML.M0033", "AML.M0028"] },
  cwe: [88, 183],
  asi: ["ASI05", "ASI02"],

  check({ policy, report }) {
    for (const entries of groupEntries(policy.allowlist, whyLoose)) {
      const [first, ...others] = entries;
      const rest = others.length === 0 ? "" : `; so ${others.length === 1 ? "is" : "are"} ${others.length} more on this list`;
      report(argumentsPlaceOf(first), {
        ...loudness(first),
        message: `${quoted(first)} is admitted with ${first.args === "any" ? "any arguments" : "more arguments than it says"}: ${first.whyArgs}${rest}`,
        related: alike(entries, "is as open"),
        remediations: [
          ...entries.flatMap(argumentLimits),
          ...entryNarrowing(entries, listNames, ({ bindsArguments }) => bindsArguments),
          entryRemoval(...entries),
        ],
      });
    }
  },
});

/** Programs that lead to any other are a matter of their own. */
function whyLoose({ argPattern, args, launcher, certain, whyArgs }: AllowlistEntry): string | undefined {
  return argPattern.state === "set" && args !== "bound" && launcher === undefined && certain ? whyArgs : undefined;
}
