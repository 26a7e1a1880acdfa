/** One VS Code from start to end: the suite inside it, then a person's steps in the same window. Leaves nothing behind. */
import { copyFileSync, cpSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { serveFolder } from "./driver/serve.ts";
import { startServer } from "./driver/server.ts";
import { startBrowser, type Address, type Browser } from "./driver/browser.ts";
import { makeTemporaryFolder } from "./driver/temporary.ts";
import type { Host } from "./host/install.ts";
import { projectFolder, type Product } from "./host/product.ts";
import { writeSuite } from "./host/suite.ts";
import { folder as exampleFolder } from "./person/example.ts";
import { handsOn } from "./person/hands.ts";
import { steps, type Picture } from "./person/steps.ts";
import type { Kind } from "./suite/check.ts";

const screenshots = join(projectFolder, ".cache/screenshots");
const suiteTimeout = 120_000;

/** Prints what happened; true when all of it passed. */
export async function runKind(host: Host, product: Product, kind: Kind, refreshPictures: boolean): Promise<boolean> {
  const started = Date.now();
  console.log(`\n${kind}`);
  const { path: home, remove } = makeTemporaryFolder("vscode");
  const cleanups: (() => unknown)[] = [remove];
  let browser: Browser | undefined;
  let serverOutput = (): string => "";
  try {
    mkdirSync(screenshots, { recursive: true });
    const workspace = join(home, "founding-organisation");
    const suite = join(home, "suite");
    const noExtensions = join(home, "no-extensions");
    for (const name of [suite, noExtensions]) mkdirSync(name);
    cpSync(join(projectFolder, exampleFolder), workspace, { recursive: true });
    writeSuite(suite, kind);

    const extensions = kind === "web" ? noExtensions : product.extensions;
    const server = await startServer(host, { home, extensions, workspace, restricted: kind === "restricted" });
    cleanups.unshift(server.stop);
    serverOutput = server.output;

    const address = async (path: string): Promise<Address> => {
      const authority = `127.0.0.1:${server.port}`;
      if (kind !== "web") return { scheme: "vscode-remote", authority, path };
      const served = await serveFolder(path);
      cleanups.unshift(served.stop);
      // Through the server's own proxy, so that it has the window's origin.
      return { scheme: "http", authority, path: `/proxy/${served.port}` };
    };
    const suiteAddress = await address(suite);
    // A browser's extension host loads the unpacked package; elsewhere it is installed.
    const loaded = kind === "web" ? [await address(product.folder)] : [];
    browser = await startBrowser(host, home, `http://127.0.0.1:${server.port}/?folder=${encodeURIComponent(workspace)}`);
    cleanups.unshift(browser.close);

    const suiteModule = { ...suiteAddress, path: `${suiteAddress.path}/suite.js` };
    const ended = browser.runSuite({ extensions: [...loaded, suiteAddress], extensionTestsPath: suiteModule }, (line) =>
      console.log(`  ${line}`),
    );
    const exit = await within(suiteTimeout, ended);
    if (exit !== 0) throw new Error(exit === undefined ? "The suite did not end" : "The suite failed");
    const page = await browser.openWindow({ extensions: loaded });
    const hands = handsOn(page);
    const shoot = async (picture: Picture): Promise<void> => {
      const path = join(screenshots, `${kind}-${picture}.png`);
      await page.screenshot({ path, animations: "disabled" });
      if (refreshPictures && kind === "trusted") copyFileSync(path, join(projectFolder, "docs/images", `vscode-${picture}.png`));
    };
    for (const step of steps) {
      await step.run(hands, workspace, shoot);
      console.log(`  ok a person ${step.name}`);
    }
    console.log(`  passed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    return true;
  } catch (error) {
    console.log(`  FAILED: ${error instanceof Error ? error.message : String(error)}`);
    const picture = join(screenshots, `${kind}-failed.png`);
    await browser
      ?.page()
      ?.screenshot({ path: picture })
      .catch(() => undefined);
    if (existsSync(picture)) console.log(`  screenshot: ${picture}`);
    console.log(`  console:\n${browser?.trouble() ?? ""}\n  server:\n${serverOutput()}`);
    return false;
  } finally {
    for (const cleanup of cleanups) await cleanup();
  }
}

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), milliseconds)));
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
