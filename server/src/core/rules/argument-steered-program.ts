/** Allowed programs whose arguments alone send a file away or write over one. */
import { alike, entryNarrowing, entryRemoval, groupEntries, loudness, placeOf, type AllowlistEntry } from "../grants/allowlist.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "argument-steered-program",
  severity: "warning",
  summary: "Allowed program sends or writes whatever its arguments say",
  why: "The entry allows a program, and its arguments decide what it does. A misled agent needs no other program to send a key file away or to write over a script that runs later.",
  atlas: { techniques: ["AML.T0050", "AML.T0053", "AML.T0086"], mitigations: ["AML.M0033", "AML.M0028"] },
  cwe: [88, 183],
  asi: ["ASI05", "ASI02"],

  check({ policy, report }) {
    for (const how of ["sends", "writes"] as const) {
      for (const entries of groupEntries(policy.allowlist, ({ steered }) => (steered[how].length > 0 ? how : undefined))) {
        const [first] = entries;
        const names = [...new Set(entries.flatMap(({ steered }) => steered[how]))];
        report(placeOf(first), {
          // What leaves the machine cannot be taken back; what is written stays where it can be seen.
          ...(how === "sends" ? loudness(first) : { severity: "info", set: "strict" }),
          message: `${listNames(names)} ${says[how](names.length > 1)}, and nothing here binds the arguments`,
          related: alike(entries, "does too"),
          remediations: [...entryNarrowing(entries, listNames, ({ bindsArguments }) => bindsArguments), entryRemoval(...entries)],
        });
      }
    }
  },
});

const says: Readonly<Record<keyof AllowlistEntry["steered"], (many: boolean) => string>> = {
  sends: (many) => `${many ? "send" : "sends"} any file the account can read to wherever the arguments say`,
  writes: (many) => `${many ? "write over or remove" : "writes over or removes"} any file the account can write to`,
};
