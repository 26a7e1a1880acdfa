/** What a person does with mouse and keys, and reads from the screen, in VS Code. Knows the workbench's shortcuts and class names. */
import { poll } from "../driver/poll.ts";
import type { Locator, Page } from "../driver/page.ts";

export interface Hands {
  readonly openFile: (name: string) => Promise<void>;
  /** One-based, as the status bar shows it. */
  readonly goTo: (line: number, column: number) => Promise<void>;
  readonly press: (...keys: string[]) => Promise<void>;
  /** So that keys reach it. */
  readonly focusEditor: () => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly seeSquiggle: () => Promise<void>;
  /** Runs a command that opens a tab of this title, and closes the tab. */
  readonly openTab: (command: string, title: RegExp) => Promise<void>;
  /** Opens the hover at the cursor, which comes to say something that passes, and to offer a fix. */
  readonly hover: (what: string, passes: (text: string) => boolean) => Promise<void>;
  /** Opens the light bulb's menu, which holds an entry of this title. */
  readonly openFixes: (title: string) => Promise<void>;
  readonly chooseFix: (title: string) => Promise<void>;
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

  const focusEditor = async (): Promise<void> => {
    await press("Control+1");
    await see(focusedEditor);
  };

  return {
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
    type: (text) => keyboard.type(text),
    seeSquiggle: async () => void (await see(page.locator(".squiggly-error, .squiggly-warning"))),
    openTab: async (command, title) => {
      await press("F1");
      await (await see(page.locator(".quick-input-widget input"))).fill(`>${command}`);
      await see(page.locator(".quick-input-list .monaco-list-row.focused", { hasText: command }));
      await press("Enter");
      await (await see(page.locator(".tab.active", { hasText: title }))).click({ button: "middle" });
      await page.locator(".tab", { hasText: title }).first().waitFor({ state: "detached" });
    },
    hover: async (what, passes) => {
      await press("Control+k", "Control+i");
      const hover = page.locator(".monaco-hover:not(.hidden)");
      await poll(`${what} in the hover`, async () => {
        const text = readable(await hover.allTextContents());
        return passes(text) && text.includes("Quick Fix...");
      });
    },
    openFixes: async (title) => {
      await press("Control+.");
      await see(page.locator(".action-widget .monaco-list-row", { hasText: title }));
    },
    chooseFix: async (title) => {
      await page.locator(".action-widget .monaco-list-row", { hasText: title }).first().click();
      await page.locator(".action-widget").first().waitFor({ state: "hidden" });
      await see(focusedEditor);
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
