/**
 * What a person does by keys alone, and reads from the screen, in VS Code. Knows the workbench's shortcuts and class names. Has no mouse: what it is
 * given can be looked at and typed into, not clicked.
 */
import { poll } from "../driver/poll.ts";
import type { Screen, Visible } from "../driver/page.ts";

export interface KeyHands {
  readonly press: (...keys: string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** So that keys reach it. */
  readonly focusEditor: () => Promise<void>;
  /** Keys reach it, and nobody had to bring them there. */
  readonly seeEditorInFocus: () => Promise<void>;
  /** Through the list of files, by the whole path: others bear the same name. */
  readonly openByName: (path: string) => Promise<void>;
  /** One-based, as the status bar shows it. */
  readonly goTo: (line: number, column: number) => Promise<void>;
  readonly runCommand: (command: string) => Promise<void>;
  readonly saveAll: () => Promise<void>;
  readonly reloadWindow: () => Promise<void>;
  /** The folder is among those that are open. A window that came up without them, as it can, is loaded anew. */
  readonly seeFolder: (name: string) => Promise<void>;
  /** Into the box in which a command asks for a folder. */
  readonly enterFolder: (path: string) => Promise<void>;
  /** Takes an entry of the list that a command opened. */
  readonly choose: (entry: string) => Promise<void>;
  /** The text stands in the editor, hints included. */
  readonly seeText: (text: string) => Promise<void>;
  readonly seeNoText: (text: string) => Promise<void>;
  /** The cursor is in that line. */
  readonly seeLine: (line: number) => Promise<void>;
  /** The tab in front. */
  readonly seeTab: (name: string) => Promise<void>;
  readonly seeInStatusBar: (text: RegExp) => Promise<void>;
  /** A message in the corner. */
  readonly seeMessage: (text: RegExp) => Promise<void>;
  /** Something of this kind says so, somewhere in the window. */
  readonly seeIn: (place: Place, text: string | RegExp) => Promise<void>;
  /** Presses a key until the focus is in a place of this kind that says so. */
  readonly pressUntil: (key: string, place: Place, text: string | RegExp) => Promise<void>;
  /** Opens the hover at the cursor, which comes to say something that passes. */
  readonly openHover: (what: string, passes: (text: string) => boolean) => Promise<void>;
  /** The hover that is open comes to say something that passes. */
  readonly seeHover: (what: string, passes: (text: string) => boolean) => Promise<void>;
  /** Opens the light bulb's menu, which holds an entry of this title. */
  readonly openFixes: (title: string) => Promise<void>;
  /** Takes the suggestion of this name, which is the first one left. */
  readonly acceptSuggestion: (name: string) => Promise<void>;
  readonly seeSuggestion: (name: string) => Promise<void>;
  /** Gives what is at the cursor another name; what is written in the box can be looked at before. */
  readonly rename: (name: string, look: () => Promise<void>) => Promise<void>;
  /** Moves down in the tree of grants, which has the focus, to the row that begins so. */
  readonly goToRow: (start: string) => Promise<void>;
  /** Opens the focused row with a key, and sees what is in it. */
  readonly expandRow: () => Promise<void>;
}

/** Where something is shown, and what is in focus there. */
export type Place = keyof typeof places;

const places = {
  /** The box below a line that F8 opens. */
  problem: { shown: ".zone-widget .marker-widget", focused: ".zone-widget .marker-widget" },
  hover: { shown: ".monaco-hover:not(.hidden)", focused: ".monaco-hover:not(.hidden):focus, .monaco-hover:not(.hidden) :focus" },
  fix: { shown: ".action-widget .monaco-list-row", focused: ".action-widget .monaco-list-row.focused" },
  suggestion: { shown: ".suggest-widget.visible .monaco-list-row", focused: ".suggest-widget.visible .monaco-list-row.focused" },
  suggestionDetails: { shown: ".suggest-details-container .suggest-details", focused: ".suggest-details-container .suggest-details" },
  references: { shown: ".reference-zone-widget .ref-tree", focused: ".reference-zone-widget .monaco-list:focus .monaco-list-row.focused" },
  list: { shown: ".quick-input-list .monaco-list-row", focused: ".quick-input-list .monaco-list-row.focused" },
  problems: { shown: ".markers-panel .monaco-list-row", focused: ".markers-panel .monaco-list:focus .monaco-list-row.focused" },
  tree: { shown: ".part.sidebar .monaco-list-row", focused: ".part.sidebar .monaco-list:focus .monaco-list-row.focused" },
  statusBar: { shown: ".statusbar-item", focused: ".statusbar-item:focus, .statusbar-item :focus" },
  walkthrough: { shown: ".gettingStartedContainer", focused: ".gettingStartedContainer :focus" },
  settings: { shown: ".settings-editor", focused: ".settings-editor :focus" },
  title: { shown: ".command-center", focused: ".command-center :focus" },
  output: { shown: ".output-view", focused: ".output-view :focus" },
} as const;

/** More presses than any list of these tests is long. */
const mostPresses = 60;

/** As often as somebody presses a key that does nothing before they give up. */
const mostCalls = 4;

export function keyHandsOn(screen: Screen): KeyHands {
  const { keyboard } = screen;
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await keyboard.press(key);
  };
  const see = async (seen: Visible): Promise<void> => seen.first().waitFor({ state: "visible" });
  /** Presses a key that brings something, again when nothing comes: a key that arrives while the window is being laid out is lost. */
  const bring = async (key: string, wanted: Visible): Promise<void> => {
    for (let times = 0; times < mostCalls; times += 1) {
      await press(key);
      if (await comes(wanted, 5_000)) return;
    }
    await see(wanted);
  };
  // Keys pressed before the focus has arrived would go elsewhere.
  const editorInFocus = screen.locator(".editor-instance .monaco-editor.focused");
  const seeEditorInFocus = (): Promise<void> => see(editorInFocus);
  const focusEditor = (): Promise<void> => bring("Control+1", editorInFocus);

  const quickInput = screen.locator(".quick-input-widget input:focus");
  const quickInputGoes = (): Promise<void> => screen.locator(".quick-input-widget").waitFor({ state: "hidden" });
  const runCommand = async (command: string): Promise<void> => {
    await bring("F1", screen.locator(".quick-input-widget input:focus[placeholder*='name of a command']"));
    await keyboard.type(command);
    await see(screen.locator(places.list.focused, { hasText: command }));
    await press("Enter");
  };

  /** Opens something that closes by itself while the editor is being laid out: again, for as long as it is not open and what is wanted is not there. */
  const open = async (keys: readonly string[], what: string, opened: Visible, isThere: () => Promise<boolean>): Promise<void> => {
    await press(...keys);
    let pressed = Date.now();
    await poll(what, async () => {
      if (await isThere()) return true;
      if (Date.now() - pressed > 3_000 && !(await opened.first().isVisible())) {
        await press(...keys);
        pressed = Date.now();
      }
      return false;
    });
  };

  const focusedRow = screen.locator(".part.sidebar .monaco-list-row.focused");
  const rowInFocus = async (): Promise<string | undefined> =>
    (await focusedRow.count()) === 0 ? undefined : ((await focusedRow.getAttribute("aria-label")) ?? undefined);

  const reloadWindow = async (): Promise<void> => {
    await runCommand("Developer: Reload Window");
    const workbench = screen.locator(".monaco-workbench .statusbar-item").first();
    await workbench.waitFor({ state: "detached" });
    await workbench.waitFor({ state: "visible" });
  };

  const shownHover = screen.locator(places.hover.shown);
  const hoverText = async (): Promise<string> => readable(await shownHover.allTextContents());
  const seeHover: KeyHands["seeHover"] = (what, passes) => poll(`${what} in the hover`, async () => passes(await hoverText()));

  const editorText = async (): Promise<string> => readable(await screen.locator(".editor-instance .view-line").allTextContents());

  return {
    press,
    type: (text) => keyboard.type(text),
    focusEditor,
    seeEditorInFocus,
    openByName: async (path) => {
      await bring("Control+p", quickInput);
      await keyboard.type(path);
      const [folder = "", name = ""] = path.split("/").slice(-2);
      // Before the list follows what was typed, it holds files that were open.
      await see(screen.locator(`${places.list.focused}[aria-label*="${name}"]`, { hasText: folder }));
      await press("Enter");
      await quickInputGoes();
      await focusEditor();
    },
    goTo: async (line, column) => {
      await focusEditor();
      await bring("Control+g", quickInput);
      await keyboard.type(`${line}:${column}`);
      await press("Enter");
      await quickInputGoes();
      await see(screen.locator(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` }));
      await seeEditorInFocus();
    },
    runCommand,
    reloadWindow,
    seeFolder: async (name) => {
      const folder = screen.locator(places.tree.shown, { hasText: name });
      for (let times = 1; times < mostCalls && !(await comes(folder, 8_000)); times += 1) await reloadWindow();
      await see(folder);
    },
    saveAll: async () => {
      await runCommand("File: Save All Files");
      await screen.locator(".tab.dirty").first().waitFor({ state: "detached" });
    },
    enterFolder: async (path) => {
      // It begins with a folder of its own choice.
      await poll("the box for a folder", async () => (await quickInput.first().inputValue()).startsWith("/"));
      await press("Control+a");
      await keyboard.type(path);
      await press("Enter");
      await quickInputGoes();
    },
    choose: async (entry) => {
      // Not into the list of commands, which may still be there.
      await see(screen.locator(".quick-input-widget input:focus:not([placeholder*='name of a command'])"));
      await keyboard.type(entry);
      await see(screen.locator(places.list.focused, { hasText: entry }));
      await press("Enter");
    },
    seeText: (text) => poll(`"${text}" in the editor`, async () => (await editorText()).includes(text)),
    seeNoText: (text) => poll(`no "${text}" in the editor`, async () => !(await editorText()).includes(text)),
    seeLine: (line) => see(screen.locator(".statusbar-item", { hasText: `Ln ${line}, ` })),
    seeTab: (name) => see(screen.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`)),
    seeInStatusBar: (text) => see(screen.locator(".statusbar-item", { hasText: text })),
    seeMessage: (text) => see(screen.locator(".notification-toast", { hasText: text })),
    seeIn: (place, text) => see(screen.locator(places[place].shown, { hasText: text })),
    pressUntil: async (key, place, text) => {
      const wanted = screen.locator(places[place].focused, { hasText: text });
      for (let pressed = 0; pressed < mostPresses; pressed += 1) {
        // The effect of a key comes after a moment.
        if (await comes(wanted, 500)) return;
        await press(key);
      }
      throw new Error(
        `${key} does not lead to ${String(text)}, but to ${readable(await screen.locator(places[place].focused).allTextContents())}`,
      );
    },
    openHover: (what, passes) =>
      open(["Control+k", "Control+i"], `${what} in the hover`, shownHover, async () => passes(await hoverText())),
    seeHover,
    openFixes: (title) =>
      open(["Control+."], `"${title}" in the light bulb's menu`, screen.locator(".action-widget"), () =>
        screen.locator(places.fix.shown, { hasText: title }).first().isVisible(),
      ),
    seeSuggestion: (name) => see(screen.locator(places.suggestion.shown, { hasText: name })),
    acceptSuggestion: async (name) => {
      await see(screen.locator(places.suggestion.focused, { hasText: name }));
      await press("Enter");
      await screen.locator(".suggest-widget.visible").waitFor({ state: "hidden" });
    },
    rename: async (name, look) => {
      await bring("F2", screen.locator(".rename-box input:focus"));
      await press("Control+a");
      await keyboard.type(name);
      await look();
      await press("Enter");
      await screen.locator(".rename-box input").waitFor({ state: "hidden" });
    },
    goToRow: async (start) => {
      await see(screen.locator(".part.sidebar .monaco-list:focus .monaco-list-row"));
      // A key that is pressed before the last one has had its effect would go past the row.
      for (let row = await rowInFocus(); row?.startsWith(start) !== true;) {
        const before = row;
        await press("ArrowDown");
        await poll(`the row "${start}" below "${before}"`, async () => (row = await rowInFocus()) !== before);
      }
    },
    expandRow: async () => {
      await press("ArrowRight");
      await see(screen.locator('.part.sidebar .monaco-list-row.focused[aria-expanded="true"]'));
      // Open is not yet filled.
      const level = Number(await focusedRow.getAttribute("aria-level"));
      await see(screen.locator(`.part.sidebar .monaco-list-row[aria-level="${level + 1}"]`));
    },
  };
}

/** Whether it is there within so many milliseconds. */
async function comes(seen: Visible, milliseconds: number): Promise<boolean> {
  return seen
    .first()
    .waitFor({ state: "visible", timeout: milliseconds })
    .then(
      () => true,
      () => false,
    );
}

/** Without the no-break spaces the editor writes with. */
export function readable(texts: readonly string[]): string {
  return texts.join("\n").replaceAll("\u00a0", " ");
}
