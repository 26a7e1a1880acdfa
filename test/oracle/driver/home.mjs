/**
 * A throwaway home for OpenClaw: its state folder, a folder of harmless programs, and a scrubbed environment.
 * Nothing of the real user's home, environment or network may reach the program through it. Knows nothing of what a config means.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** Programs that exist in the throwaway folder, so that no decision depends on what this machine has installed. */
export const programs = [
  ...[
    "awk",
    "bash",
    "cat",
    "cp",
    "curl",
    "cut",
    "env",
    "find",
    "gcc",
    "git",
    "grep",
    "head",
    "id",
    "jq",
    "ls",
    "make",
    "mawk",
    "nice",
    "node",
  ],
  ...["perl", "python3", "rg", "rm", "sed", "sh", "sort", "ssh", "tail", "tar", "timeout", "tr", "uniq", "wc", "whoami", "xargs"],
];

/** Creates the home. `clear` empties the state folder's files between two cases; `remove` deletes everything. */
export function createHome() {
  const home = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "grantlint-oracle-")));
  const stateDir = path.join(home, ".openclaw");
  const bin = path.join(home, "bin");
  const work = path.join(home, "work");
  for (const folder of [stateDir, bin, work]) fs.mkdirSync(folder, { mode: 0o700 });
  for (const program of programs) fs.writeFileSync(path.join(bin, program), "#!/bin/sh\nexit 0\n", { mode: 0o755 });
  const env = {
    ...{ PATH: bin, LANG: "C.UTF-8", TERM: "dumb", NO_COLOR: "1", HOME: home, USERPROFILE: home, SHELL: "/bin/sh", TMPDIR: os.tmpdir() },
    ...{ OPENCLAW_HOME: home, OPENCLAW_STATE_DIR: stateDir, OPENCLAW_CONFIG_PATH: path.join(stateDir, "openclaw.json") },
    ...{ OPENCLAW_DISABLE_CONFIG_CACHE: "1", OPENCLAW_CONFIG_CACHE_MS: "0", OPENCLAW_OFFLINE: "1", OPENCLAW_NO_RESPAWN: "1" },
    ...{ OPENCLAW_NO_AUTO_UPDATE: "1", npm_config_offline: "true", npm_config_cache: path.join(home, ".npm") },
  };
  return {
    home,
    stateDir,
    bin,
    work,
    env,
    configPath: env.OPENCLAW_CONFIG_PATH,
    approvalsPath: path.join(stateDir, "exec-approvals.json"),
    clear() {
      for (const entry of fs.readdirSync(stateDir, { withFileTypes: true })) {
        // The database stays: opening one takes far longer than a whole case. Its only row of ours is reset by `approvals.mjs`.
        if (entry.isFile() && !entry.name.includes(".sqlite")) fs.rmSync(path.join(stateDir, entry.name), { force: true });
        if (entry.isDirectory() && entry.name !== "state") fs.rmSync(path.join(stateDir, entry.name), { recursive: true, force: true });
      }
    },
    /** Makes the process's environment exactly ours plus `extra`: a config's `env.vars` would otherwise leak into the next case. */
    enter(extra = {}) {
      for (const name of Object.keys(process.env)) delete process.env[name];
      Object.assign(process.env, env, extra);
    },
    write(name, text) {
      const file = path.resolve(stateDir, name);
      if (!file.startsWith(stateDir + path.sep)) throw new Error(`refusing to write outside the state folder: ${name}`);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text, { mode: 0o600 });
    },
    /** Throwaway paths differ from run to run; answers name them by role. */
    anonymise(value) {
      return JSON.parse(JSON.stringify(value).replaceAll(JSON.stringify(home).slice(1, -1), "<home>"));
    },
    remove() {
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}
