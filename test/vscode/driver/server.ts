/** One VS Code server: its settings, its start, its end. Knows the program's options and nothing of what is tested in it. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Host } from "../host/install.ts";
import { poll } from "./poll.ts";

export interface ServerOptions {
  /** A new folder for everything this server writes. */
  readonly home: string;
  /** Where extensions are installed. */
  readonly extensions: string;
  /** The folder that is opened. */
  readonly workspace: string;
  /** Ask before a folder is trusted, and trust none: restricted mode. */
  readonly restricted: boolean;
  readonly theme: Theme;
}

export const themes = ["light", "dark", "contrast"] as const;
export type Theme = (typeof themes)[number];

export interface Server {
  readonly port: number;
  /** The last lines it wrote. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

const themeNames: Readonly<Record<Theme, string>> = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  contrast: "Default High Contrast",
};

const settings = {
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "workbench.startupEditor": "none",
  "workbench.editor.restoreEditors": false,
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "chat.disableAIFeatures": true,
  "git.enabled": false,
  "security.workspace.trust.startupPrompt": "never",
  "files.autoSave": "off",
  "files.hotExit": "off",
};

/** Installs a packed extension. */
export function installExtension(host: Host, options: ServerOptions, vsix: string): void {
  execFileSync(host.node, [...programArguments(host, options), "--install-extension", vsix], { env: environment(options), stdio: "pipe" });
}

/** Started and answering. Stopped with everything it started, also when this process ends first. */
export async function startServer(host: Host, options: ServerOptions): Promise<Server> {
  const port = await findFreePort();
  const folder = join(options.home, "data", "User");
  mkdirSync(folder, { recursive: true });
  const own = { "workbench.colorTheme": themeNames[options.theme], "security.workspace.trust.enabled": options.restricted };
  writeFileSync(join(folder, "settings.json"), JSON.stringify({ ...settings, ...own }));

  const child = spawn(host.node, [...programArguments(host, options), "--bind-addr", `127.0.0.1:${port}`, options.workspace], {
    env: environment(options),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => void lines.push(data.toString()));
  const output = (): string =>
    lines
      .filter((line) => !/spdlog|vsda|package\.nls/.test(line))
      .slice(-20)
      .join("");

  const killAtExit = (): void => kill(child, "SIGKILL");
  process.once("exit", killAtExit);
  const stop = async (): Promise<void> => {
    kill(child, "SIGTERM");
    await poll("the server's end", () => child.exitCode !== null || child.signalCode !== null, 5_000).catch(() => undefined);
    killAtExit();
    process.off("exit", killAtExit);
  };

  try {
    await poll("the server's start", () => answers(`http://127.0.0.1:${port}/healthz`), 30_000);
  } catch (error) {
    await stop();
    throw new Error(output(), { cause: error });
  }
  return { port, output, stop };
}

function programArguments(host: Host, { home, extensions, restricted }: ServerOptions): string[] {
  const folders = ["--user-data-dir", join(home, "data"), "--extensions-dir", extensions];
  const quiet = ["--auth", "none", "--disable-telemetry", "--disable-update-check"];
  return [host.server, ...folders, ...quiet, ...(restricted ? [] : ["--disable-workspace-trust"])];
}

/** A home of its own, and no extension gallery: nothing is looked up outside. */
function environment({ home }: ServerOptions): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_OPTIONS: undefined,
    HOME: home,
    XDG_CONFIG_HOME: join(home, "c"),
    XDG_DATA_HOME: join(home, "d"),
    XDG_CACHE_HOME: join(home, "h"),
    EXTENSIONS_GALLERY: "{}",
  };
}

/** The whole process group: the server starts others. */
function kill({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
