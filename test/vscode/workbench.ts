/** A VS Code with the product and the suite in it, ready to be opened, for one kind of run. Leaves nothing behind once it is stopped. */
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { startBrowser, type Address, type Browser, type DevelopmentOptions } from "./driver/browser.ts";
import { serveFolder } from "./driver/serve.ts";
import { startServer, type Theme } from "./driver/server.ts";
import { makeTemporaryFolder } from "./driver/temporary.ts";
import type { Host } from "./host/install.ts";
import { projectFolder, type Product } from "./host/product.ts";
import { writeSuite } from "./host/suite.ts";
import { folder as exampleFolder } from "./person/example.ts";
import type { Kind } from "./suite/check.ts";

export interface Workbench {
  readonly browser: Browser;
  /** The folder that is open, a copy of the example. */
  readonly workspace: string;
  /** What a window must load to have the product, and the suite with it. */
  readonly product: DevelopmentOptions;
  readonly suite: DevelopmentOptions;
  readonly serverOutput: () => string;
  readonly stop: () => Promise<void>;
}

export async function startWorkbench(host: Host, product: Product, kind: Kind, theme: Theme): Promise<Workbench> {
  const cleanups: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const cleanup of cleanups.reverse()) await cleanup();
  };
  try {
    const home = makeTemporaryFolder("vscode");
    cleanups.push(home.remove);
    const workspace = join(home.path, "founding-organisation");
    const suiteFolder = join(home.path, "suite");
    const noExtensions = join(home.path, "no-extensions");
    for (const name of [suiteFolder, noExtensions]) mkdirSync(name);
    cpSync(join(projectFolder, exampleFolder), workspace, { recursive: true });
    writeSuite(suiteFolder, kind);

    const extensions = kind === "web" ? noExtensions : product.extensions;
    const server = await startServer(host, { home: home.path, extensions, workspace, restricted: kind === "restricted", theme });
    cleanups.push(server.stop);

    const authority = `127.0.0.1:${server.port}`;
    const addressOf = async (path: string): Promise<Address> => {
      if (kind !== "web") return { scheme: "vscode-remote", authority, path };
      const served = await serveFolder(path);
      cleanups.push(served.stop);
      // Through the server's own proxy, so that it has the window's origin.
      return { scheme: "http", authority, path: `/proxy/${served.port}` };
    };
    // A browser's extension host loads the unpacked package; elsewhere it is installed.
    const loaded = kind === "web" ? [await addressOf(product.folder)] : [];
    const suite = await addressOf(suiteFolder);
    const browser = await startBrowser(host, home.path, `http://${authority}`, workspace);
    cleanups.push(browser.close);
    return {
      browser,
      workspace,
      product: { extensions: loaded },
      suite: { extensions: [...loaded, suite], extensionTestsPath: { ...suite, path: `${suite.path}/suite.js` } },
      serverOutput: server.output,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
