/** A file that decides about agents, or holds their logins, and that other users of the machine can write, read or replace. */
import { othersWith, type KeptFile } from "../grants/kept-file.ts";
import { declareRule, type Report } from "../rule.ts";

export default declareRule({
  id: "file-open-to-others",
  severity: "warning",
  summary: "Other users of the machine can get at a file of the set",
  why: "Whoever can write the config decides what the agents may do, and whoever can read it or what lies beside it has its logins and what was said: another account, a service that was broken into, an agent in a sandbox that shows the folder.",
  atlas: { techniques: ["AML.T0081", "AML.T0083", "AML.T0055"], mitigations: ["AML.M0012", "AML.M0026"] },
  cwe: [732, 276, 59],
  asi: ["ASI03"],
  upstream: [
    ...["fs.config.perms_writable", "fs.config.perms_world_readable", "fs.config.perms_group_readable", "fs.config.symlink"],
    ...["fs.config_include.perms_writable", "fs.config_include.perms_world_readable", "fs.config_include.perms_group_readable"],
    ...["fs.state_dir.perms_world_writable", "fs.state_dir.perms_group_writable", "fs.state_dir.perms_readable", "fs.state_dir.symlink"],
    ...["fs.credentials_dir.perms_writable", "fs.credentials_dir.perms_readable"],
    ...["fs.auth_profiles.perms_writable", "fs.auth_profiles.perms_readable"],
    ...["fs.sessions_store.perms_readable", "fs.log_file.perms_readable"],
  ],

  check({ policy, report }) {
    for (const file of policy.keptFiles) {
      const claim = claimOf(file);
      if (claim) report({ at: file.at, path: [] }, claim);
    }
  },
});

/** The worst that there is to say of a file. */
function claimOf(file: KeptFile): Report | undefined {
  const { name, holds, isFolder, isForeign, isLink } = file;
  const mode = `mode ${file.mode.toString(8).padStart(4, "0")}; ${isFolder ? "0700" : "0600"} is enough`;
  const writers = othersWith(file, "write");
  if (writers) {
    const severity = holds === "records" || (isFolder && writers === "group") ? undefined : "error";
    return { severity, message: `${name} can be written by ${who[writers]} (${mode})` };
  }
  if (isForeign) return { severity: "error", message: `${name} belongs to another user, who can change it at any time` };
  const readers = othersWith(file, "read");
  if (readers) return { message: `${name} can be read by ${who[readers]} (${mode})` };
  return isLink
    ? {
        severity: "info",
        set: "strict",
        message: `${name} is a link: who can change what it leads to, or the folder of that, can change it`,
      }
    : undefined;
}

const who = { everybody: "every user of the machine", group: "everybody in its group" } as const;
