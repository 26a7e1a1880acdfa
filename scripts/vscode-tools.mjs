// Installs a folder of pinned tools (its package.json and lock file) into the cache, once. For tools too large for the project's own dependencies.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cache = process.env.GRANTLINT_CACHE ?? fileURLToPath(new URL("../.cache", import.meta.url));

/**
 * Gives the folder that holds `node_modules`. An earlier install of the same lock file is used again; a broken-off one is done over.
 * `finish(folder, npm)` does what the packages' own install scripts would, as none of those is run.
 */
export function installTools(source, name, finish = () => {}) {
  const folder = join(cache, name);
  const stamp = join(folder, "installed");
  const wanted = readFileSync(join(source, "package-lock.json"), "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return folder;

  console.log(`Installing ${name} into ${folder}`);
  rmSync(stamp, { force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(source, file), join(folder, file));
  npm(folder, "ci");
  finish(folder, npm);
  writeFileSync(stamp, wanted);
  return folder;
}

function npm(folder, ...command) {
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", [...command, ...options], { cwd: folder, stdio: "inherit", shell: process.platform === "win32" });
}
