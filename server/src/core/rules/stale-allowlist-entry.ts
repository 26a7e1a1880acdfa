/** An allowlist entry that has let nothing pass for long, while others of the same document are in use. */
import { byList, entryRemoval, placeOf, quoted } from "../grants/allowlist.ts";
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
    const used = policy.allowlist.filter(({ lastUsed, admits }) => (lastUsed ?? 0) > 0 && admits !== "nothing");
    const newest = used.reduce((latest, { lastUsed = 0 }) => Math.max(latest, lastUsed), 0);
    for (const entries of byList(used.filter(({ lastUsed = 0 }) => newest - lastUsed > unusedFor))) {
      const [first, ...others] = entries;
      const days = Math.floor((newest - (first.lastUsed ?? 0)) / day);
      report(placeOf(first), {
        message: `${quoted(first)} was last used ${days} days before the newest use in this document${others.length === 0 ? "" : `; ${others.length} more on this list ${others.length === 1 ? "is" : "are"} as idle`}`,
        related: others.map((entry) => ({ at: placeOf(entry).at, message: `${quoted(entry)} has not been used for long either` })),
        remediations: [entryRemoval(...entries)],
      });
    }
  },
});
