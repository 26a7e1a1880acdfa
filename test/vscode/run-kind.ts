/** One kind of run from start to end: the suite inside VS Code, then a person's steps in a new window of it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "./host/install.ts";
import { projectFolder, type Product } from "./host/product.ts";
import { handsOn } from "./person/hands.ts";
import { makeSeveral, multiRootSteps } from "./person/multi-root-steps.ts";
import type { Picture, Step } from "./person/step.ts";
import { steps } from "./person/steps.ts";
import { keptPictures } from "./pictures.ts";
import type { Theme } from "./driver/server.ts";
import type { Page } from "./driver/page.ts";
import { startSecretSearch } from "../secret-search.ts";
import type { Kind } from "./suite/check.ts";
import { startWorkbench, type Workbench } from "./workbench.ts";

const screenshots = join(projectFolder, ".cache/screenshots");
const suiteTimeout = 180_000;

/** Prints what happened; true when all of it passed. `refreshPictures`: those of the documentation are taken anew. */
export async function runKind(host: Host, product: Product, kind: Kind, theme: Theme, refreshPictures: boolean): Promise<boolean> {
  const started = Date.now();
  console.log(`\n${kind}, ${theme}`);
  mkdirSync(screenshots, { recursive: true });
  let workbench: Workbench | undefined;
  try {
    workbench = await startWorkbench(host, product, kind, theme);
    await runSuite(workbench);
    await runSteps(kind, workbench, async (picture, page) => {
      await page.screenshot({ path: join(screenshots, `${kind}-${picture}-${theme}.png`), animations: "disabled" });
      if (!refreshPictures || kind !== "trusted") return;
      for (const { file, clip } of keptPictures(picture, theme)) {
        const taken = await page.screenshot({ animations: "disabled", ...(clip ? { clip } : {}) });
        writeFileSync(join(projectFolder, "docs/images", file), await host.shrink(taken));
      }
    });
    startSecretSearch().search(workbench.serverOutput() + workbench.browser.trouble(), "a log of VS Code");
    console.log(`  passed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    return true;
  } catch (error) {
    console.log(`  FAILED: ${error instanceof Error ? error.message : String(error)}`);
    if (workbench) await describeFailure(workbench, join(screenshots, `${kind}-failed.png`));
    return false;
  } finally {
    await workbench?.stop();
  }
}

async function runSuite({ browser, suite }: Workbench): Promise<void> {
  const exit = await within(
    suiteTimeout,
    browser.runSuite(suite, (line) => console.log(`  ${line}`)),
  );
  if (exit !== 0) throw new Error(exit === undefined ? "the suite did not end" : "the suite failed");
}

async function runSteps(
  kind: Kind,
  { browser, product, workspace }: Workbench,
  keep: (picture: Picture, page: Page) => Promise<void>,
): Promise<void> {
  const runIn = async (page: Page, wanted: readonly Step[]): Promise<void> => {
    const hands = handsOn(page);
    for (const step of wanted.filter(({ kinds }) => kinds?.includes(kind) ?? true)) {
      await step.run(hands, workspace, (picture) => keep(picture, page));
      console.log(`  ok a person ${step.name}`);
    }
  };
  await runIn(await browser.openWindow(product), steps);
  await runIn(await browser.openWindow(product, makeSeveral(workspace)), multiRootSteps);
}

async function describeFailure({ browser, serverOutput }: Workbench, path: string): Promise<void> {
  try {
    await browser.page()?.screenshot({ path });
    console.log(`  screenshot: ${path}`);
  } catch (error) {
    console.log(`  no screenshot: ${String(error)}`);
  }
  console.log(`  console:\n${browser.trouble()}\n  server:\n${serverOutput()}`);
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
