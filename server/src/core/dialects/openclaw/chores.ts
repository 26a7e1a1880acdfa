/** What has to be done by hand to hold OpenClaw to its files: commands and file modes, as sentences in Markdown. */
import type { ConfigSet, TargetRelease } from "../dialect.ts";
import { code } from "../../markdown.ts";
import { relativePath } from "../../uri.ts";
import { behaviour } from "./releases.ts";
import { tableRelease } from "./target-release.ts";

export function chores(set: ConfigSet, release: TargetRelease): readonly string[] {
  const { approvalsStore } = behaviour(tableRelease(release));
  const files = set.files.filter(({ role }) => role === "config" || role === "include" || role === "approvals");
  const names = files.map(({ uri }) => shellWord(relativePath(set.root, uri))).join(" ");
  return [
    `Keep the files to their owner: \`chmod 700 ~/.openclaw\`, and in there ${code(`chmod 600 ${names}`, longestCommand)} and everything below \`credentials/\`.`,
    "Run `openclaw doctor` after the change, then restart the gateway.",
    approvalsStore === "database"
      ? "This release keeps exec approvals in its database, and an `exec-approvals.json` left in the folder stops every host command. Write the document elsewhere and import it: `openclaw approvals set --file approvals.json`, with the defaults `security` `allowlist`, `ask` `on-miss`, `askFallback` `deny`."
      : "OpenClaw reads `exec-approvals.json` from `~/.openclaw` alone: put it there. Answer a question with *once*; *always* puts the program on the list.",
    "Where agents are to run in a sandbox, build its image first, and check that what they need is in it.",
  ];
}

/** Of up to 200 files; what is longer is cut and no longer a command. */
const longestCommand = 10_000;

/** A file's name as one word of a command that is going to be copied into a shell, where it must do nothing. */
function shellWord(name: string): string {
  const path = name.startsWith("-") ? `./${name}` : name;
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
