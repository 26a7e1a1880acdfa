/** A shell, an interpreter or a launcher on the allowlist: one entry that can run every program. */
import { entryRemoval, type LauncherKind } from "../grants/policy.ts";
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
    for (const entry of policy.allowlist) {
      const { pattern, launchers, launcher } = entry;
      if (launcher === undefined || pattern.state !== "set" || !entry.certain || entry.admits !== "program") continue;
      report(
        { at: pattern.at, path: pattern.path },
        {
          severity: entry.consulted ? "warning" : "info",
          message: `${listNames(launchers)} ${does[launcher](launchers.length > 1)}${entry.consulted ? "" : "; no exec policy in force consults this list yet"}`,
          related: entry.argPattern.state === "unset" ? [] : [{ at: pattern.at, message: entry.why }],
          remediations: [entryRemoval(entry)],
        },
      );
    }
  },
});

/** How such a program runs others, and what the entry is therefore worth. */
const does: Readonly<Record<LauncherKind, (many: boolean) => string>> = {
  shell: (many) => `${many ? "are shells" : "is a shell"}: this entry allows every command`,
  interpreter: (many) => `${many ? "run" : "runs"} whatever script the arguments hold or name: this entry allows every command`,
  wrapper: (many) => `${many ? "start" : "starts"} the program named after it: this entry allows every command`,
  runner: (many) => `${many ? "run" : "runs"} scripts or packages of anybody's choice: this entry allows every command`,
  tool: (many) => `${many ? "have" : "has"} options that run another program: this entry allows more than it names`,
};
