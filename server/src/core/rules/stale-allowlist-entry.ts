/** An allowlist entry that has let nothing pass for long, while others of the same document are in use. */
import { alike, entryRemoval, groupEntries, placeOf, quoted, type AllowlistEntry } from "../grants/allowlist.ts";
import { declareRule } from "../rule.ts";

const day = 24 * 60 * 60 * 1000;

/** Long enough for what runs once a quarter. */
const unusedFor = 100 * day;

export default declareRule({
  id: "stale-allowlist-entry",
  severity: "info",
  set: "strict",
  summary: "Allowlist entry has not been used for long",
  why: "What nobody needs any more still opens a way for a misled agent. Each entry less is one program less that it can turn to.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0028"] },
  cwe: [183],
  asi: ["ASI02"],

  check({ policy, report }) {
    const newest = policy.allowlist.reduce((latest, { lastUsed = 0 }) => Math.max(latest, lastUsed), 0);
    const isStale = ({ lastUsed = 0, admits }: AllowlistEntry) => lastUsed > 0 && admits !== "nothing" && newest - lastUsed > unusedFor;
    for (const entries of groupEntries(policy.allowlist, (entry) => (isStale(entry) ? "stale" : undefined))) {
      const [first, ...others] = entries;
      const days = Math.floor((newest - (first.lastUsed ?? 0)) / day);
      const rest = others.length === 0 ? "" : `; ${others.length} more on this list ${others.length === 1 ? "is" : "are"} as idle`;
      report(placeOf(first), {
        message: `${quoted(first)} was last used ${days} days before the newest use in this document${rest}`,
        related: alike(entries, "has not been used for long either"),
        remediations: [entryRemoval(...entries)],
      });
    }
  },
});
