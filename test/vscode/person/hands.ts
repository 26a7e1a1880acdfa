/** What a person does with mouse and keys in VS Code. Knows what the mouse points at; the keys are in hands of their own. */
import { poll } from "../driver/poll.ts";
import type { Frame, Locator, Page } from "../driver/page.ts";
import { keyHandsOn, readable, type KeyHands } from "./key-hands.ts";
import { matrixHandsOn, type MatrixHands } from "./matrix-hands.ts";

export interface Hands extends KeyHands {
  /** In the matrix page. */
  readonly matrix: MatrixHands;
  readonly openFile: (name: string) => Promise<void>;
  /** Takes the mouse off whatever it points at. */
  readonly restMouse: () => Promise<void>;
  readonly seeSquiggle: () => Promise<void>;
  /** The line above an agent reads so. */
  readonly seeLens: (text: string) => Promise<void>;
  /** A page inside the window, such as a preview, has a heading that says so. */
  readonly seeInPage: (heading: string) => Promise<void>;
  readonly seeNoLens: () => Promise<void>;
  readonly clickLens: (text: string) => Promise<void>;
  readonly clickStatusBar: (text: string) => Promise<void>;
  /** In the list of installed extensions. */
  readonly clickExtension: (name: string) => Promise<void>;
  readonly clickRow: (start: string) => Promise<void>;
  /** Points at the status bar and reads what comes up. */
  readonly pointAtStatusBar: (text: string, what: string, passes: (text: string) => boolean) => Promise<void>;
  /** Presses a button of a message in the corner. */
  readonly answerMessage: (text: RegExp, button: string) => Promise<void>;
  readonly closeTab: (title: RegExp) => Promise<void>;
  /** A walkthrough's picture is there. */
  readonly seePicture: () => Promise<void>;
  /** Runs a command that opens a tab of this title, looks at it and closes it. */
  readonly openTab: (command: string, title: RegExp, look?: () => Promise<void>) => Promise<void>;
  /** Clicks into the list that a command opened: with the matrix in front, the focus may go back to that as the list opens. */
  readonly chooseByMouse: (entry: string) => Promise<void>;
  readonly chooseFix: (title: string) => Promise<void>;
  /** Chooses a fix that is shown before it is made, looks at it, ticks what it does and has it made. */
  readonly agreeToFix: (title: string, look: () => Promise<void>) => Promise<void>;
  /** For somebody who comes after: the filter stays in the Problems list. */
  readonly clearProblemsFilter: () => Promise<void>;
  /**
   * The rows of the Problems list that match the filter (`!text`: those without that text), once they pass. Without a filter one would
   * see only the rows that fit the list's height. There must be other problems too.
   */
  readonly problems: (filter: string, what: string, passes: (rows: readonly string[]) => boolean) => Promise<readonly string[]>;
}

/** Where nothing is that would say something when pointed at. */
const aside = [640, 798] as const;

export function handsOn(page: Page): Hands {
  const keys = keyHandsOn(page);
  const { press, runCommand, seeHover } = keys;
  const see = async (locator: Locator): Promise<Locator> => {
    await locator.first().waitFor({ state: "visible" });
    return locator.first();
  };
  const rowFrom = (start: string): Locator => page.locator(`.part.sidebar .monaco-list-row[aria-label^="${start}"]`);

  const problemsPanel = page.locator(".markers-panel");
  const problemsFilter = async (): Promise<Locator> => {
    if ((await problemsPanel.count()) === 0) await press("Control+Shift+m");
    return see(page.locator(".viewpane-filter input"));
  };

  const closeTab = async (title: RegExp): Promise<void> => {
    await (await see(page.locator(".tab.active", { hasText: title }))).click({ button: "middle" });
    await page.locator(".tab", { hasText: title }).first().waitFor({ state: "detached" });
  };

  return {
    ...keys,
    matrix: matrixHandsOn(page),
    openFile: async (name) => {
      await (await see(page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`))).dblclick();
      await see(page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`));
      await see(page.locator(".editor-instance .view-line"));
    },
    restMouse: () => page.mouse.move(...aside),
    seeSquiggle: async () => void (await see(page.locator(".squiggly-error, .squiggly-warning"))),
    openTab: async (command, title, look) => {
      // What the mouse rests on may have a tip, which would lie over the tab.
      await page.mouse.move(...aside);
      await runCommand(command);
      await look?.();
      await closeTab(title);
    },
    seeLens: async (text) => void (await see(page.locator(".codelens-decoration a", { hasText: text }))),
    seeInPage: (heading) =>
      poll(`"${heading}" in a page`, async () => {
        for (const frame of page.frames()) {
          // A frame can go while it is asked.
          if (await isShown(frame, frame.locator("h1", { hasText: heading })).catch(() => false)) return true;
        }
        return false;
      }),
    seeNoLens: () => page.locator(".codelens-decoration a").first().waitFor({ state: "detached" }),
    pointAtStatusBar: async (text, what, passes) => {
      await (await see(page.locator(".statusbar-item a", { hasText: text }))).hover();
      await seeHover(what, passes);
    },
    clickLens: async (text) => (await see(page.locator(".codelens-decoration a", { hasText: text }))).click(),
    clickStatusBar: async (text) => (await see(page.locator(".statusbar-item a", { hasText: text }))).click(),
    clickExtension: async (name) => (await see(page.locator(".extensions-list .monaco-list-row", { hasText: name }))).click(),
    clickRow: async (start) => (await see(rowFrom(start))).click(),
    answerMessage: async (text, button) => {
      const message = await see(page.locator(".notification-toast", { hasText: text }));
      await (await see(message.locator(".monaco-button", { hasText: button }))).click();
    },
    chooseByMouse: async (entry) => {
      await (await see(page.locator(".quick-input-widget input:not([placeholder*='name of a command'])"))).click();
      await keys.choose(entry);
    },
    closeTab,
    seePicture: async () => void (await see(page.locator(".getting-started-media img"))),
    chooseFix: async (title) => {
      await page.locator(".action-widget .monaco-list-row", { hasText: title }).first().click();
      await page.locator(".action-widget").first().waitFor({ state: "hidden" });
      await keys.seeEditorInFocus();
    },
    agreeToFix: async (title, look) => {
      await page.locator(".action-widget .monaco-list-row", { hasText: title }).first().click();
      const preview = page.locator(".bulk-edit-panel");
      const boxes = preview.locator(".monaco-list-row .monaco-checkbox");
      await see(boxes);
      await look();
      await boxes.first().click();
      await (await see(preview.locator(".monaco-button", { hasText: "Apply" }))).click();
      await boxes.first().waitFor({ state: "detached" });
    },
    clearProblemsFilter: async () => {
      const input = await problemsFilter();
      await poll("a Problems list without a filter", async () => {
        if ((await input.inputValue()) === "") return true;
        await input.fill("");
        return false;
      });
    },
    problems: async (filter, what, passes) => {
      const input = await problemsFilter();
      const effect = page.locator(".viewpane-filter-badge:not(.hidden)", { hasText: "Showing" });
      let rows: readonly string[] = [];
      let filled = Date.now();
      await poll(`${what} in the Problems list`, async () => {
        if ((await input.inputValue()) !== filter) {
          await input.fill(filter);
          filled = Date.now();
        }
        rows = (await problemsPanel.locator(".monaco-list-row").allTextContents()).map((row) => readable([row]));
        const isFiltered = (await effect.count()) > 0;
        // A list that is just being opened does not notice what is typed into its filter.
        if (!isFiltered && Date.now() - filled > 3_000) await input.fill("");
        return isFiltered && passes(rows);
      });
      return rows;
    },
  };
}

/** Whether something in a frame can be seen: a page is hidden, with all that is in it, until it is laid out. */
async function isShown(frame: Frame, seen: Locator): Promise<boolean> {
  if (!(await seen.first().isVisible())) return false;
  for (let inner: Frame | null = frame; inner?.parentFrame(); inner = inner.parentFrame()) {
    if (!(await (await inner.frameElement()).isVisible())) return false;
  }
  return true;
}
