/** Allowlist patterns so wide that the list no longer lists anything. */
import {
  admitsAll,
  admittedByName,
  alike,
  entryNarrowing,
  entryRemoval,
  groupEntries,
  loudness,
  placeOf,
  quoted,
  type AllowlistEntry,
} from "../grants/allowlist.ts";
import { declareRule } from "../rule.ts";
import { listNames, listWords } from "../wording.ts";

export default declareRule({
  id: "wildcard-allowlist",
  severity: "error",
  summary: "Allowlist pattern admits far more than one program",
  why: "An allowlist that admits any program, or every program of a folder, lets a misled agent run shells and downloaders with nobody asked.",
  atlas: { techniques: ["AML.T0053", "AML.T0050"], mitigations: ["AML.M0028", "AML.M0033"] },
  cwe: [183],
  asi: ["ASI05"],

  check({ policy, report }) {
    for (const entries of groupEntries(policy.allowlist, (entry) => describe(entry, false))) {
      const [first, ...others] = entries;
      const unread = first.consulted ? "" : "; no exec policy in force consults this list yet";
      report(placeOf(first), {
        ...loudness(first, admitsAll(first.admits) || isOpenFolder(first) ? undefined : "warning"),
        message: `${listWords(entries.map(quoted))} ${others.length === 0 ? "admits" : "admit"} ${describe(first, others.length > 0)}${unread}`,
        related: [{ at: placeOf(first).at, message: first.why }, ...alike(entries, "is as wide")],
        remediations: [...entryNarrowing(entries, listNames), entryRemoval(...entries)],
      });
    }
  },
});

/** Whoever can write to the folder runs whatever they like. */
function isOpenFolder({ writable }: AllowlistEntry): boolean {
  return writable !== undefined && writable.whose !== "user";
}

function describe({ admits, writable }: AllowlistEntry, many: boolean): string | undefined {
  switch (admits) {
    case "everything":
    case "any-name":
      return admittedByName[admits](many);
    case "directory":
      return `every program of ${writable?.folder ?? (many ? "their folders" : "a folder")}`;
    case "any-directory":
      return `${many ? "programs of those names" : "a program of that name"} in any folder, also one the agent can write to`;
    case "name":
      return `${admittedByName[admits](many)}, even in a folder the agent can write to`;
    case "program":
    case "nothing":
      return undefined;
  }
}
