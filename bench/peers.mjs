/** The programs the benches compare with, at the releases that `peers/package-lock.json` pins. Installed on first use, without running their scripts. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("./peers/", import.meta.url));

/** The file of an installed peer to start with Node. */
export function peer(path) {
  const file = `${folder}node_modules/${path}`;
  if (!existsSync(file)) {
    const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder, stdio: "inherit" });
    if (status !== 0) throw new Error("the programs to compare with could not be installed");
  }
  return file;
}
