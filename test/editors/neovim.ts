/** Finds a Neovim, or installs Debian's. */
import { installPackage, mayInstall, succeeds } from "./debian.ts";

const isThere = (): boolean => succeeds("nvim", "--version");

if (mayInstall && !isThere()) installPackage("neovim");

/** The program's name, if it is there. */
export const neovim = isThere() ? "nvim" : undefined;
