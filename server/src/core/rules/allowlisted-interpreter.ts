/** Shells, interpreters and launchers on the allowlist: one such entry can run every program. */
import { argumentLimits, byList, entryRemoval, placeOf, quoted, type AllowlistEntry, type LauncherKind } from "../grants/allowlist.ts";
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
    for (const list of byList(policy.allowlist.filter(isLauncher))) {
      for (const kind of new Set(list.map(({ launcher }) => launcher))) {
        const entries = list.filter(({ launcher }) => launcher === kind);
        const [first, ...others] = entries;
        if (!first || kind === undefined) continue;
        const names = [...new Set(entries.flatMap(({ launchers }) => launchers))];
        const unread = first.consulted ? "" : "; no exec policy in force consults this list yet";
        report(placeOf(first), {
          severity: first.consulted ? "warning" : "info",
          set: first.consulted ? "default" : "strict",
          message: `${listNames(names)} ${does[kind](names.length > 1)}: ${worth(kind, others.length > 0)}${unread}`,
          related: entries.flatMap((entry) => [
            ...(entry === first ? [] : [{ at: placeOf(entry).at, message: `${quoted(entry)} is another` }]),
            ...(entry.argPattern.state === "unset" ? [] : [{ at: placeOf(entry).at, message: entry.why }]),
          ]),
          remediations: [...(others.length === 0 ? argumentLimits(first) : []), entryRemoval(...entries)],
        });
      }
    }
  },
});

function isLauncher({ admits, certain, launcher }: AllowlistEntry): boolean {
  return admits === "program" && certain && launcher !== undefined;
}

/** What such entries are therefore worth. */
function worth(kind: LauncherKind, many: boolean): string {
  const what = kind !== "tool" ? "every command" : many ? "more than they name" : "more than it names";
  return many ? `these entries allow ${what}` : `this entry allows ${what}`;
}

/** How such a program runs others. */
const does: Readonly<Record<LauncherKind, (many: boolean) => string>> = {
  shell: (many) => (many ? "are shells" : "is a shell"),
  interpreter: (many) => `${many ? "run" : "runs"} whatever script the arguments hold or name`,
  wrapper: (many) => `${many ? "start" : "starts"} the program named after ${many ? "them" : "it"}`,
  runner: (many) => `${many ? "run" : "runs"} scripts or packages of anybody's choice`,
  tool: (many) => `${many ? "have" : "has"} options that run another program`,
};
