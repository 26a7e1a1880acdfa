/** Finds a Neovim; with INSTALL_NEOVIM in the environment, installs Debian's where there is none. */
import { execFileSync, spawnSync } from "node:child_process";

function isThere(): boolean {
  return spawnSync("nvim", ["--version"]).status === 0;
}

if (process.env["INSTALL_NEOVIM"] !== undefined && !isThere()) {
  execFileSync("apt-get", ["update", "-q"], { stdio: "inherit" });
  execFileSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "neovim"], { stdio: "inherit" });
}

/** The program's name, if it is there. */
export const neovim = isThere() ? "nvim" : undefined;
