/** Allowlist patterns that can never match: their author believes a program is allowed, or that arguments are checked. */
import {
  alike,
  argumentsPlaceOf,
  entryRemoval,
  groupEntries,
  loudness,
  placeOf,
  quoted,
  type AllowlistEntry,
} from "../grants/allowlist.ts";
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
    // What comes to life later, and what was saved for one command, are matters of their own.
    const whyDead = ({ fault, wakes, why }: AllowlistEntry) => (fault === undefined || fault === "binding" || wakes ? undefined : why);
    for (const entries of groupEntries(policy.allowlist, whyDead)) {
      const [first, ...others] = entries;
      report(first.fault === "arguments" ? argumentsPlaceOf(first) : placeOf(first), {
        ...loudness(first),
        message: `${quoted(first)} allows nothing: ${first.why}${nor(others.length, "on this list")}`,
        related: alike(entries, "allows nothing either"),
        remediations: [entryRemoval(...entries)],
      });
    }
  },
});
