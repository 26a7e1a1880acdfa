/** Allowlist patterns so wide that the list no longer lists anything. */
import { byList, entryRemoval, placeOf, quoted, type AllowlistEntry } from "../grants/allowlist.ts";
import { declareRule } from "../rule.ts";
import { listWords } from "../wording.ts";

export default declareRule({
  id: "wildcard-allowlist",
  severity: "error",
  summary: "Allowlist pattern admits far more than one program",
  why: "An allowlist that admits any program, or every program of a folder, lets a misled agent run shells and downloaders with nobody asked.",
  atlas: { techniques: ["AML.T0053", "AML.T0050"], mitigations: ["AML.M0028", "AML.M0033"] },
  cwe: [183],
  asi: ["ASI05"],

  check({ policy, report }) {
    const found = policy.allowlist.filter(
      (entry) => entry.certain && entry.pattern.state === "set" && describe(entry, false) !== undefined,
    );
    for (const list of byList(found)) {
      for (const width of new Set(list.map((entry) => describe(entry, false)))) {
        const entries = list.filter((entry) => describe(entry, false) === width);
        const [first, ...others] = entries;
        if (!first) continue;
        const unread = first.consulted ? "" : "; no exec policy in force consults this list yet";
        report(placeOf(first), {
          severity: !first.consulted ? "info" : first.admits === "everything" || isOpenFolder(first) ? "error" : "warning",
          set: first.consulted ? "default" : "strict",
          message: `${listWords(entries.map(quoted))} ${others.length === 0 ? "admits" : "admit"} ${describe(first, others.length > 0)}${unread}`,
          related: entries.map((entry) => ({
            at: placeOf(entry).at,
            message: entry === first ? entry.why : `${quoted(entry)}: ${entry.why}`,
          })),
          remediations: [entryRemoval(...entries)],
        });
      }
    }
  },
});

/** Whoever can write to the folder runs whatever they like. */
function isOpenFolder({ admits, writable }: AllowlistEntry): boolean {
  return admits === "directory" && writable !== undefined && writable.whose !== "user";
}

function describe({ admits, writable }: AllowlistEntry, many: boolean): string | undefined {
  switch (admits) {
    case "everything":
      return "every program";
    case "directory":
      return `every program of ${writable?.folder ?? (many ? "their folders" : "a folder")}`;
    case "any-directory":
      return `${many ? "programs of those names" : "a program of that name"} in any folder, also one the agent can write to`;
    case "program":
    case "nothing":
      return undefined;
  }
}
