/** Shells, interpreters and launchers on the allowlist: one such entry can run every program. */
import {
  alike,
  argumentLimits,
  entryNarrowing,
  entryRemoval,
  groupEntries,
  launcherDeeds,
  loudness,
  placeOf,
  type AllowlistEntry,
  type LauncherKind,
} from "../grants/allowlist.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "allowlisted-interpreter",
  severity: "warning",
  summary: "Allowlisted program can run any other program",
  why: "A shell, interpreter or launcher runs whatever its arguments say. Allowing one of them allows every command, so the rest of the list no longer matters.",
  atlas: { techniques: ["AML.T0050", "AML.T0053"], mitigations: ["AML.M0028", "AML.M0033"] },
  cwe: [183, 94],
  asi: ["ASI05"],

  check({ policy, report }) {
    const kindOf = ({ admits, certain, launcher }: AllowlistEntry) => (admits === "program" && certain ? launcher : undefined);
    for (const entries of groupEntries(policy.allowlist, kindOf)) {
      const [first, ...others] = entries;
      if (first.launcher === undefined) continue;
      const names = [...new Set(entries.flatMap(({ launchers }) => launchers))];
      const unread = first.consulted ? "" : "; no exec policy in force consults this list yet";
      report(placeOf(first), {
        ...loudness(first),
        message: `${listNames(names)} ${launcherDeeds[first.launcher](names.length > 1)}: ${worth(first.launcher, others.length > 0)}${unread}`,
        related: [{ at: placeOf(first).at, message: first.why }, ...alike(entries, "is another")],
        remediations: [...entries.flatMap(argumentLimits), ...entryNarrowing(entries, listNames), entryRemoval(...entries)],
      });
    }
  },
});

/** What such entries are therefore worth. */
function worth(kind: LauncherKind, many: boolean): string {
  const what = kind !== "tool" ? "every command" : many ? "more than they name" : "more than it names";
  return many ? `these entries allow ${what}` : `this entry allows ${what}`;
}
