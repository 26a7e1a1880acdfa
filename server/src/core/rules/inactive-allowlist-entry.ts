/** An entry saved by "allow always" that the release in use no longer takes, because nothing binds it to the command it was saved for. */
import { alike, entryRemoval, groupEntries, placeOf, quoted } from "../grants/allowlist.ts";
import { declareRule } from "../rule.ts";
import { nor } from "../wording.ts";

export default declareRule({
  id: "inactive-allowlist-entry",
  severity: "info",
  set: "strict",
  summary: "Saved entry no longer allows anything",
  why: "Somebody once allowed this command for good, and is asked again since. Prompts that come back for no visible reason teach people to press allow without reading, or to switch them off.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0029", "AML.M0028"] },
  cwe: [1188],
  asi: ["ASI02", "ASI09"],

  check({ policy, report }) {
    for (const entries of groupEntries(policy.allowlist, ({ fault, why }) => (fault === "binding" ? why : undefined))) {
      const [first, ...others] = entries;
      report(placeOf(first), {
        message: `${quoted(first)} allows nothing: ${first.why}${nor(others.length, "on this list")}`,
        related: alike(entries, "allows nothing either"),
        remediations: [entryRemoval(...entries)],
      });
    }
  },
});
