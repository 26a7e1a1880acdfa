/** A folder that programs are looked up in first, and which others can fill. */
import { declareRule } from "../rule.ts";
import { whoWrites } from "../grants/folders.ts";

export default declareRule({
  id: "writable-path-directory",
  severity: "warning",
  summary: "Programs are looked up first in a folder that agents or others can write to",
  why: "A file put there under the name of a known program runs in its place: what a person approves, or an allowlist admits by name, is then another program.",
  atlas: { techniques: ["AML.T0050", "AML.T0074"], mitigations: ["AML.M0028", "AML.M0013"] },
  cwe: [427, 426],
  asi: ["ASI05"],

  check({ policy, report }) {
    for (const { use, read, folder, whose, agents, consulted } of policy.exec.programFolders) {
      if (use !== "searched-first") continue;
      report(
        { at: read.at, path: read.path },
        {
          severity: consulted ? undefined : "info",
          // Where every command runs anyway nothing is gained by it, and the user's own folder is the usual choice.
          set: whose === "user" || !consulted ? "strict" : "default",
          message: `Programs are looked up first in "${read.value}", which is ${folder}: ${whoWrites[whose]}`,
          agents,
          remediations: [
            {
              title: "Do not look programs up in this folder",
              safety: "review",
              edits: () => [{ op: "remove", file: read.at.file, path: read.path }],
            },
          ],
        },
      );
    }
  },
});
