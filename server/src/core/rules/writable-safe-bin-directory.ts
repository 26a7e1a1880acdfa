/** A folder whose programs are trusted, and which others can fill. */
import { declareRule } from "../rule.ts";
import { whoWrites } from "../grants/folders.ts";

export default declareRule({
  id: "writable-safe-bin-directory",
  severity: "warning",
  summary: "Folder of trusted programs is one that agents or others can write to",
  why: "A file put there under the name of a safe program passes the allowlist as that program: whoever can write the file can run anything.",
  atlas: { techniques: ["AML.T0050", "AML.T0074"], mitigations: ["AML.M0028", "AML.M0013"] },
  cwe: [427, 426],
  asi: ["ASI05"],
  upstream: ["tools.exec.safe_bin_trusted_dirs_risky"],

  check({ policy, report }) {
    for (const { use, read, folder, whose, agents, consulted } of policy.exec.programFolders) {
      if (use !== "trusted") continue;
      report(
        { at: read.at, path: read.path },
        {
          severity: consulted ? undefined : "info",
          // Where no allowlist is asked, and in the user's own folder, it is only worth a look.
          set: whose === "user" || !consulted ? "strict" : "default",
          message: `Programs in "${read.value}" pass as safe, and it is ${folder}: ${whoWrites[whose]}`,
          agents,
          remediations: [
            {
              title: "Do not trust this folder",
              safety: "review",
              edits: () => [{ op: "remove", file: read.at.file, path: read.path }],
            },
          ],
        },
      );
    }
  },
});
