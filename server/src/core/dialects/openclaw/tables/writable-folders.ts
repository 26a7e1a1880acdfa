/** Folders of programs that somebody else than the machine's administrator can usually write to. Facts with their source, no logic. */

export interface WritableFolder {
  /** What the folder is, as a noun. */
  readonly folder: string;
  /** `everyone`: any program of the machine, or whoever got the user to download or install something; `agent`: the agent's own; `user`: only the user's own programs. */
  readonly whose: "everyone" | "agent" | "user";
  /** Beginnings of paths with forward slashes, `~` for every home; or, with a slash on both ends, folders on the way. */
  readonly paths: readonly string[];
  readonly source: string;
}

/** The first row that fits says what a folder is. */
export const writableFolders: readonly WritableFolder[] = [
  {
    folder: "a folder for temporary files",
    whose: "everyone",
    paths: ["/tmp/", "/var/tmp/", "/dev/shm/", "/private/tmp/", "/private/var/tmp/", "c:/windows/temp/", "~/appdata/local/temp/"],
    source: "Filesystem Hierarchy Standard 3.0, 3.18 and 5.15; macOS and Windows keep them as listed",
  },
  {
    folder: "a folder all users share",
    whose: "everyone",
    paths: ["/users/shared/", "c:/users/public/"],
    source: "macOS and Windows create them writable for every account",
  },
  {
    folder: "the folder for downloads",
    whose: "everyone",
    paths: ["~/downloads/"],
    source: "where browsers put what a page offers, on every desktop system",
  },
  {
    folder: "a folder in which package scripts put programs",
    whose: "everyone",
    paths: ["/node_modules/.bin/"],
    source: "npm documentation, folders: every dependency's bin is linked there",
  },
  {
    folder: "the agent's own workspace or state folder",
    whose: "agent",
    paths: ["~/.openclaw/", "~/.clawdbot/", "~/.moltbot/", "~/clawd/", "~/openclaw/workspace/"],
    source: "default workspace ~/.openclaw/workspace in 2026.2.17 to 2026.9.6, older names of the state folder read in 2026.2.17",
  },
  {
    folder: "a home folder",
    whose: "user",
    paths: ["~/"],
    source: "the account the gateway runs as owns its home",
  },
];

/** Homes that hold installed programs, not somebody's files. */
export const installedHomes: readonly string[] = ["/home/linuxbrew/"];
