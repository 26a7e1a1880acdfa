/** Allowed programs whose arguments alone send a file away or write over one. */
import { byList, entryRemoval, placeOf, quoted, type AllowlistEntry } from "../grants/allowlist.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "argument-steered-program",
  severity: "info",
  set: "strict",
  summary: "Allowed program sends or writes whatever its arguments say",
  why: "The entry allows a program, and its arguments decide what it does. A misled agent needs no other program to send a key file away or to write over a script that runs later.",
  atlas: { techniques: ["AML.T0050", "AML.T0053", "AML.T0086"], mitigations: ["AML.M0033", "AML.M0028"] },
  cwe: [88, 183],
  asi: ["ASI05", "ASI02"],

  check({ policy, report }) {
    for (const how of ["sends", "writes"] as const) {
      const found = policy.allowlist.filter(({ steered, certain }) => steered[how].length > 0 && certain);
      for (const entries of byList(found)) {
        const [first, ...others] = entries;
        const names = [...new Set(entries.flatMap(({ steered }) => steered[how]))];
        // What leaves the machine cannot be taken back; what is written stays where it can be seen.
        const isGrave = how === "sends" && first.consulted;
        report(placeOf(first), {
          severity: isGrave ? "warning" : "info",
          set: isGrave ? "default" : "strict",
          message: `${listNames(names)} ${says[how](names.length > 1)}, and nothing here binds the arguments`,
          related: others.map((entry) => ({ at: placeOf(entry).at, message: `${quoted(entry)} too` })),
          remediations: [entryRemoval(...entries)],
        });
      }
    }
  },
});

const says: Readonly<Record<keyof AllowlistEntry["steered"], (many: boolean) => string>> = {
  sends: (many) => `${many ? "send" : "sends"} any file the account can read to wherever the arguments say`,
  writes: (many) => `${many ? "write" : "writes"} over or ${many ? "remove" : "removes"} any file the account can write to`,
};
