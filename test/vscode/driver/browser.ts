/** A headless browser with VS Code windows in it. Knows how VS Code is told which extensions and which suite to load. */
import { join } from "node:path";
import type { Host } from "../host/install.ts";
import type { Page } from "./page.ts";

/** An address as VS Code writes it in its configuration. */
export interface Address {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/** What VS Code is told to load besides the installed extensions. */
export interface DevelopmentOptions {
  /** Folders of extensions. */
  readonly extensions: readonly Address[];
  /** The module of a suite, which exports `run()`. */
  readonly extensionTestsPath?: Address;
}

export interface Browser {
  /** The window that is open now. Only one is, at any time. */
  readonly page: () => Page | undefined;
  /** Runs a suite in a window of its own: its exit code, once it has ended. VS Code ends the extensions with the suite. */
  readonly runSuite: (options: DevelopmentOptions, print: (line: string) => void) => Promise<number>;
  /** `workspace`: a file that lists folders, to open these; otherwise it is the one folder. */
  readonly openWindow: (options: DevelopmentOptions, workspace?: string) => Promise<Page>;
  /** The last console lines that look like trouble. */
  readonly trouble: () => string;
  readonly close: () => Promise<void>;
}

const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** `home`: a folder for the browser's profile. `server`: its address. `folder`: what its windows open. */
export async function startBrowser(host: Host, home: string, server: string, folder: string): Promise<Browser> {
  const context = await host.playwright.chromium.launchPersistentContext(join(home, "browser"), {
    executablePath: host.chromium,
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: browserArguments,
  });
  context.setDefaultTimeout(30_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // Nothing leaves this machine.
  await context.route(
    (url) => url.hostname !== "127.0.0.1",
    (route) => route.abort(),
  );
  const lines: string[] = [];
  let current: Page | undefined;
  const addressOf = (opened: Record<string, string>): string => `${server}/?${new URLSearchParams(opened).toString()}`;

  async function newPage(options: DevelopmentOptions): Promise<Page> {
    const page = await context.newPage();
    await current?.close();
    current = page;
    page.on("console", (message) => void lines.push(message.text()));
    await page.addInitScript(setDevelopmentOptions, options);
    return page;
  }

  async function runSuite(options: DevelopmentOptions, print: (line: string) => void): Promise<number> {
    const page = await newPage(options);
    // VS Code calls these two when it runs an extension's tests.
    await page.exposeFunction("codeAutomationLog", (_type: string, values: unknown[]) => {
      const line = values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" ");
      if (/^(not )?ok /.test(line)) print(line);
    });
    const exit = new Promise<number>((resolve, reject) => void page.exposeFunction("codeAutomationExit", resolve).catch(reject));
    await page.goto(addressOf({ folder }));
    return exit;
  }

  async function openWindow(options: DevelopmentOptions, workspace?: string): Promise<Page> {
    const page = await newPage(options);
    await page.goto(addressOf(workspace === undefined ? { folder } : { workspace }));
    return page;
  }

  return { page: () => current, runSuite, openWindow, trouble: () => troubleIn(lines), close: () => context.close() };
}

/**
 * Runs in the page. A release build ignores the query parameters that name extensions under development, so the page's own configuration
 * is changed before the workbench reads it.
 */
function setDevelopmentOptions(developmentOptions: DevelopmentOptions): void {
  document.addEventListener("readystatechange", () => {
    const element = document.getElementById("vscode-workbench-web-configuration");
    const settings = element?.getAttribute("data-settings");
    if (document.readyState !== "interactive" || !element || settings == null) return;
    element.setAttribute("data-settings", JSON.stringify({ ...(JSON.parse(settings) as object), developmentOptions }));
  });
}

const usual =
  /bindings file|watchdog|spdlog|kerberos|node:internal|status of 404|status code 404|authentication provider|languagedetection|^%c INFO|^(not )?ok /i;

/** Without what this kind of installation always complains about: parts that were not built or are not there. */
function troubleIn(lines: readonly string[]): string {
  const isTrouble = (line: string): boolean => /error|fail/i.test(line) && !usual.test(line);
  return lines
    .filter(isTrouble)
    .slice(-15)
    .map((line) => line.slice(0, 400))
    .join("\n");
}
