/** What a person does with mouse and keys, and reads from the screen, in VS Code. Knows the workbench's shortcuts and class names. */
import { poll } from "../driver/poll.ts";
import type { Locator, Page } from "../driver/page.ts";
import { matrixHandsOn, type MatrixHands } from "./matrix-hands.ts";

export interface Hands {
  /** In the matrix page. */
  readonly matrix: MatrixHands;
  readonly openFile: (name: string) => Promise<void>;
  /** One-based, as the status bar shows it. */
  readonly goTo: (line: number, column: number) => Promise<void>;
  readonly press: (...keys: string[]) => Promise<void>;
  /** So that keys reach it. */
  readonly focusEditor: () => Promise<void>;
  /** Takes the mouse off whatever it points at. */
  readonly restMouse: () => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly seeSquiggle: () => Promise<void>;
  /** The text stands in the editor, hints included. */
  readonly seeText: (text: string) => Promise<void>;
  /** The line above an agent reads so. */
  readonly seeLens: (text: string) => Promise<void>;
  readonly clickLens: (text: string) => Promise<void>;
  readonly clickStatusBar: (text: string) => Promise<void>;
  /** The cursor is in that line. */
  readonly seeLine: (line: number) => Promise<void>;
  /** Moves down in the tree of grants, which has the focus, to the row that begins so. */
  readonly goToRow: (start: string) => Promise<void>;
  /** Opens the focused row with a key, and sees what is in it. */
  readonly expandRow: () => Promise<void>;
  readonly clickRow: (start: string) => Promise<void>;
  /** Takes the suggestion of this name, which is the first one left. */
  readonly acceptSuggestion: (name: string) => Promise<void>;
  readonly seeSuggestion: (name: string) => Promise<void>;
  /** Gives what is at the cursor another name; what is written in the box can be looked at before. */
  readonly rename: (name: string, look: () => Promise<void>) => Promise<void>;
  readonly seeInStatusBar: (text: RegExp) => Promise<void>;
  /** A message in the corner. */
  readonly seeMessage: (text: RegExp) => Promise<void>;
  /** The tab in front. */
  readonly seeTab: (name: string) => Promise<void>;
  /** Through the list of files, by the whole path: others bear the same name. */
  readonly openByName: (path: string) => Promise<void>;
  /** Points at the status bar and reads what comes up. */
  readonly pointAtStatusBar: (text: string, what: string, passes: (text: string) => boolean) => Promise<void>;
  readonly runCommand: (command: string) => Promise<void>;
  /** Takes an entry of the list that a command opened. */
  readonly choose: (entry: string) => Promise<void>;
  readonly closeTab: (title: RegExp) => Promise<void>;
  /** A walkthrough's picture is there. */
  readonly seePicture: () => Promise<void>;
  /** Runs a command that opens a tab of this title, and closes the tab. */
  readonly openTab: (command: string, title: RegExp) => Promise<void>;
  /** Opens the hover at the cursor, which comes to say something that passes, and to offer a fix. */
  readonly hover: (what: string, passes: (text: string) => boolean) => Promise<void>;
  /** The hover that is open comes to say something that passes. */
  readonly seeHover: (what: string, passes: (text: string) => boolean) => Promise<void>;
  /** Opens the light bulb's menu, which holds an entry of this title. */
  readonly openFixes: (title: string) => Promise<void>;
  readonly chooseFix: (title: string) => Promise<void>;
  /** Chooses a fix that is shown before it is made, looks at it, ticks what it does and has it made. */
  readonly agreeToFix: (title: string, look: () => Promise<void>) => Promise<void>;
  /**
   * The rows of the Problems list that match the filter (`!text`: those without that text), once they pass. Without a filter one would
   * see only the rows that fit the list's height. There must be other problems too.
   */
  readonly problems: (filter: string, what: string, passes: (rows: readonly string[]) => boolean) => Promise<readonly string[]>;
}

export function handsOn(page: Page): Hands {
  const { keyboard } = page;
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await keyboard.press(key);
  };
  const see = async (locator: Locator): Promise<Locator> => {
    await locator.first().waitFor({ state: "visible" });
    return locator.first();
  };
  // Keys pressed before the focus has arrived would go elsewhere.
  const focusedEditor = page.locator(".editor-instance .monaco-editor.focused");

  const focusedRow = page.locator(".part.sidebar .monaco-list-row.focused");
  const rowInFocus = async (): Promise<string | undefined> =>
    (await focusedRow.count()) === 0 ? undefined : ((await focusedRow.getAttribute("aria-label")) ?? undefined);
  const rowFrom = (start: string): Locator => page.locator(`.part.sidebar .monaco-list-row[aria-label^="${start}"]`);

  const seeHover: Hands["seeHover"] = async (what, passes) => {
    const hover = page.locator(".monaco-hover:not(.hidden)");
    await poll(`${what} in the hover`, async () => passes(readable(await hover.allTextContents())));
  };
  const runCommand = async (command: string): Promise<void> => {
    await press("F1");
    await (await see(page.locator(".quick-input-widget input"))).fill(`>${command}`);
    await see(page.locator(".quick-input-list .monaco-list-row.focused", { hasText: command }));
    await press("Enter");
  };

  const closeTab = async (title: RegExp): Promise<void> => {
    await (await see(page.locator(".tab.active", { hasText: title }))).click({ button: "middle" });
    await page.locator(".tab", { hasText: title }).first().waitFor({ state: "detached" });
  };

  const focusEditor = async (): Promise<void> => {
    await press("Control+1");
    await see(focusedEditor);
  };

  return {
    matrix: matrixHandsOn(page),
    press,
    focusEditor,
    openFile: async (name) => {
      await (await see(page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`))).dblclick();
      await see(page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`));
      await see(page.locator(".editor-instance .view-line"));
    },
    goTo: async (line, column) => {
      await focusEditor();
      await press("Control+g");
      await (await see(page.locator(".quick-input-widget input"))).fill(`:${line}:${column}`);
      await press("Enter");
      await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
      await see(page.locator(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` }));
      await see(focusedEditor);
    },
    restMouse: () => page.mouse.move(640, 798),
    type: (text) => keyboard.type(text),
    seeSquiggle: async () => void (await see(page.locator(".squiggly-error, .squiggly-warning"))),
    openTab: async (command, title) => {
      await runCommand(command);
      await closeTab(title);
    },
    hover: async (what, passes) => {
      await press("Control+k", "Control+i");
      await seeHover(what, (text) => passes(text) && text.includes("Quick Fix..."));
    },
    seeHover,
    seeText: (text) =>
      poll(`"${text}" in the editor`, async () =>
        readable(await page.locator(".editor-instance .view-line").allTextContents()).includes(text),
      ),
    seeLens: async (text) => void (await see(page.locator(".codelens-decoration a", { hasText: text }))),
    seeInStatusBar: async (text) => void (await see(page.locator(".statusbar-item", { hasText: text }))),
    seeMessage: async (text) => {
      await see(page.locator(".notification-toast", { hasText: text }));
    },
    seeTab: async (name) => void (await see(page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`))),
    openByName: async (path) => {
      await press("Control+p");
      await (await see(page.locator(".quick-input-widget input"))).fill(path);
      const [folder = "", name = ""] = path.split("/").slice(-2);
      // Before the list follows what was typed, it holds files that were open.
      await see(page.locator(`.quick-input-list .monaco-list-row.focused[aria-label*="${name}"]`, { hasText: folder }));
      await press("Enter");
      await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
      await focusEditor();
    },
    pointAtStatusBar: async (text, what, passes) => {
      await (await see(page.locator(".statusbar-item a", { hasText: text }))).hover();
      await seeHover(what, passes);
    },
    clickLens: async (text) => (await see(page.locator(".codelens-decoration a", { hasText: text }))).click(),
    clickStatusBar: async (text) => (await see(page.locator(".statusbar-item a", { hasText: text }))).click(),
    seeLine: async (line) => void (await see(page.locator(".statusbar-item", { hasText: `Ln ${line}, ` }))),
    goToRow: async (start) => {
      await see(page.locator(".part.sidebar .monaco-list:focus .monaco-list-row"));
      // A key that is pressed before the last one has had its effect would go past the row.
      for (let row = await rowInFocus(); row?.startsWith(start) !== true;) {
        const before = row;
        await press("ArrowDown");
        await poll(`the row "${start}" below "${before}"`, async () => (row = await rowInFocus()) !== before);
      }
    },
    expandRow: async () => {
      await press("ArrowRight");
      await see(page.locator('.part.sidebar .monaco-list-row.focused[aria-expanded="true"]'));
      // Open is not yet filled.
      const level = Number(await focusedRow.getAttribute("aria-level"));
      await see(page.locator(`.part.sidebar .monaco-list-row[aria-level="${level + 1}"]`));
    },
    clickRow: async (start) => (await see(rowFrom(start))).click(),
    seeSuggestion: async (name) => void (await see(page.locator(".suggest-widget.visible .monaco-list-row", { hasText: name }))),
    acceptSuggestion: async (name) => {
      await see(page.locator(".suggest-widget.visible .monaco-list-row.focused", { hasText: name }));
      await press("Enter");
      await page.locator(".suggest-widget.visible").waitFor({ state: "hidden" });
    },
    rename: async (name, look) => {
      await press("F2");
      await (await see(page.locator(".rename-box input"))).fill(name);
      await look();
      await press("Enter");
      await page.locator(".rename-box input").waitFor({ state: "hidden" });
    },
    runCommand,
    choose: async (entry) => {
      // Not into the list of commands, which may still be there.
      await (await see(page.locator(".quick-input-widget input:not([placeholder*='command'])"))).fill(entry);
      await see(page.locator(".quick-input-list .monaco-list-row.focused", { hasText: entry }));
      await press("Enter");
    },
    closeTab,
    seePicture: async () => void (await see(page.locator(".getting-started-media img"))),
    openFixes: async (title) => {
      let pressed = 0;
      await poll(`"${title}" in the light bulb's menu`, async () => {
        if (await page.locator(".action-widget .monaco-list-row", { hasText: title }).first().isVisible()) return true;
        // A menu that opens while the editor is being laid out is closed again.
        if (Date.now() - pressed > 3_000 && !(await page.locator(".action-widget").first().isVisible())) {
          await press("Control+.");
          pressed = Date.now();
        }
        return false;
      });
    },
    chooseFix: async (title) => {
      await page.locator(".action-widget .monaco-list-row", { hasText: title }).first().click();
      await page.locator(".action-widget").first().waitFor({ state: "hidden" });
      await see(focusedEditor);
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
    problems: async (filter, what, passes) => {
      const panel = page.locator(".markers-panel");
      if ((await panel.count()) === 0) await press("Control+Shift+m");
      const input = await see(page.locator(".viewpane-filter input"));
      const effect = page.locator(".viewpane-filter-badge:not(.hidden)", { hasText: "Showing" });
      let rows: readonly string[] = [];
      let filled = Date.now();
      await poll(`${what} in the Problems list`, async () => {
        if ((await input.inputValue()) !== filter) {
          await input.fill(filter);
          filled = Date.now();
        }
        rows = (await panel.locator(".monaco-list-row").allTextContents()).map((row) => readable([row]));
        const isFiltered = (await effect.count()) > 0;
        // A list that is just being opened does not notice what is typed into its filter.
        if (!isFiltered && Date.now() - filled > 3_000) await input.fill("");
        return isFiltered && passes(rows);
      });
      return rows;
    },
  };
}

/** Without the no-break spaces the editor writes with. */
function readable(texts: readonly string[]): string {
  return texts.join("\n").replaceAll("\u00a0", " ");
}
