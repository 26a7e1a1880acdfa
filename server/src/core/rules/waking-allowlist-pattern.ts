/** An allowlist pattern that does nothing in the release in use, and admits a program by name or every program after an upgrade. */
import { byList, entryRemoval, placeOf, quoted } from "../grants/allowlist.ts";
import { declareRule } from "../rule.ts";
import { listWords } from "../wording.ts";

export default declareRule({
  id: "waking-allowlist-pattern",
  severity: "info",
  summary: "Allowlist pattern admits nothing now and comes to life with an upgrade",
  why: "An upgrade widens what agents may run without anybody touching the file: a name admits a program of that name in any folder, and a star every program there is.",
  atlas: { techniques: ["AML.T0053", "AML.T0050"], mitigations: ["AML.M0028", "AML.M0033"] },
  cwe: [183],
  asi: ["ASI05"],

  check({ policy, report }) {
    for (const list of byList(policy.allowlist.filter(({ wakes, certain }) => wakes !== undefined && certain))) {
      for (const admits of ["everything", "any-directory"] as const) {
        const entries = list.filter(({ wakes }) => wakes?.admits === admits);
        const [first, ...others] = entries;
        if (!first?.wakes) continue;
        const it = others.length === 0 ? "it admits" : "they admit";
        const what = admits === "everything" ? "every program" : "programs of that name in any folder";
        report(placeOf(first), {
          severity: admits === "everything" ? "warning" : "info",
          message: `${listWords(entries.map(quoted))} ${others.length === 0 ? "admits" : "admit"} nothing in this release; from ${first.wakes.since} on ${it} ${what}`,
          related: others.map((entry) => ({ at: placeOf(entry).at, message: `${quoted(entry)} does the same` })),
          remediations: [entryRemoval(...entries)],
        });
      }
    }
  },
});
