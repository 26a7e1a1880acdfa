/** An allowlist pattern that does nothing in the release in use, and admits a program by name or every program after an upgrade. */
import { admittedByName, alike, entryRemoval, groupEntries, placeOf, quoted } from "../grants/allowlist.ts";
import { declareRule } from "../rule.ts";
import { listWords } from "../wording.ts";

export default declareRule({
  id: "waking-allowlist-pattern",
  severity: "info",
  summary: "Allowlist pattern admits nothing now and comes to life with an upgrade",
  why: "An upgrade widens what agents may run without anybody touching the file: a name admits whatever program is found under it, and a star every program there is.",
  atlas: { techniques: ["AML.T0053", "AML.T0050"], mitigations: ["AML.M0028", "AML.M0033"] },
  cwe: [183],
  asi: ["ASI05"],

  check({ policy, report }) {
    for (const entries of groupEntries(policy.allowlist, ({ wakes }) => wakes && `${wakes.admits} ${wakes.since}`)) {
      const [{ wakes }] = entries;
      if (!wakes) continue;
      const [admits, will] = entries.length === 1 ? ["admits", "it admits"] : ["admit", "they admit"];
      report(placeOf(entries[0]), {
        severity: wakes.admits === "name" ? undefined : "warning",
        message: `${listWords(entries.map(quoted))} ${admits} nothing in this release; from ${wakes.since} on ${will} ${admittedByName[wakes.admits](entries.length > 1)}`,
        related: alike(entries, "comes to life as well"),
        remediations: [entryRemoval(...entries)],
      });
    }
  },
});
