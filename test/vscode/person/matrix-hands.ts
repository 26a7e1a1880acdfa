/** What a person does in the matrix page, by keys alone, and reads from it. Knows the page's ids, and that VS Code shows it in a frame. */
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { poll } from "../driver/poll.ts";
import type { Frame, Page } from "../driver/page.ts";

export interface MatrixHands {
  /** The page is open, has rows, and looks as its style says. */
  readonly seeTable: () => Promise<void>;
  /** The element in focus, as a person would name it, and its text. */
  readonly focused: () => Promise<string>;
  /** Presses Tab until the focus is on the element of this id, in the table (`grid`) or on a reason (`reason`). */
  readonly tabTo: (id: string) => Promise<void>;
  readonly seeStatus: (text: RegExp) => Promise<void>;
  readonly seeCell: (agent: string, column: string, text: RegExp) => Promise<void>;
  /** Goes from the cell in focus to another one by arrows. */
  readonly goToCell: (agent: string | undefined, column: string | undefined) => Promise<void>;
  /** The names of the agents, from the top. */
  readonly agents: () => Promise<readonly string[]>;
  readonly seeReach: (text: RegExp) => Promise<void>;
  /** Whatever axe finds wrong: rule, help and the elements. */
  readonly accessibilityFaults: () => Promise<readonly string[]>;
  /** Whether a script without the page's nonce runs there. */
  readonly runsForeignScript: () => Promise<boolean>;
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export function matrixHandsOn(page: Page): MatrixHands {
  const inFrame = async <T>(act: (frame: Frame) => Promise<T>): Promise<T> => {
    const frame = await frameOf(page);
    if (!frame) throw new Error("The matrix page is not open");
    return act(frame);
  };
  const focused = (): Promise<string> => inFrame((frame) => frame.evaluate(describeFocus));
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const textOf = (id: string): Promise<string> =>
    inFrame((frame) => frame.evaluate((name: string) => document.getElementById(name)?.textContent ?? "", id));

  const place = (): Promise<{ row: number; column: number }> => inFrame((frame) => frame.evaluate(placeOfFocus));

  return {
    seeTable: async () => {
      await poll("rows in the matrix", async () => {
        const frame = await frameOf(page);
        return frame !== undefined && (await frame.locator("#grid tbody tr").count()) > 0 && (await frame.evaluate(isStyled));
      });
    },
    focused,
    tabTo: async (id) => {
      for (let pressed = 0; pressed < 12; pressed += 1) {
        if ((await focused()).startsWith(`${id}:`)) return;
        await press("Tab");
      }
      throw new Error(`Tab does not lead to ${id}, but to ${await focused()}`);
    },
    seeStatus: (text) => poll(`${text} in the status`, async () => text.test(await textOf("status"))),
    seeCell: (agent, column, text) =>
      poll(`${text} for ${agent}, ${column}`, () =>
        inFrame(async (frame) => {
          const found = await frame.evaluate(cellText, { agent, column });
          return found !== undefined && text.test(found);
        }),
      ),
    goToCell: async (agent, column) => {
      const target = await inFrame((frame) => frame.evaluate(placeOfCell, { agent: agent ?? "", column: column ?? "" }));
      for (let here = await place(); here.row !== target.row || here.column !== target.column; here = await place()) {
        if (here.row < 0) throw new Error(`The focus is not in the table: ${await focused()}`);
        if (here.row !== target.row) await press(here.row < target.row ? "ArrowDown" : "ArrowUp");
        else await press(here.column < target.column ? "ArrowRight" : "ArrowLeft");
      }
    },
    agents: () => inFrame((frame) => frame.locator("#grid tbody th").allTextContents()),
    seeReach: (text) => poll(`${text} in the graph`, async () => text.test(await textOf("reach"))),
    accessibilityFaults: () =>
      inFrame(async (frame) => {
        await frame.evaluate(axe);
        return frame.evaluate(runAxe);
      }),
    runsForeignScript: () => inFrame((frame) => frame.evaluate(tryForeignScript)),
  };
}

async function frameOf(page: Page): Promise<Frame | undefined> {
  for (const frame of page.frames()) {
    // A frame can go while it is asked.
    const count = await frame
      .locator("#grid")
      .count()
      .catch(() => 0);
    if (count > 0) return frame;
  }
  return undefined;
}

// What follows runs in the page.

/** Headings stay in sight. */
function isStyled(): boolean {
  const heading = document.querySelector("#grid thead th");
  return heading !== null && getComputedStyle(heading).position === "sticky";
}

function describeFocus(): string {
  const { activeElement } = document;
  const name = activeElement?.closest("#grid") ? "grid" : activeElement?.matches("#details button") ? "reason" : activeElement?.id;
  return `${name ?? ""}: ${activeElement?.textContent ?? ""}`;
}

function placeOfFocus(): { row: number; column: number } {
  const rows = [...document.querySelectorAll("#grid tr")];
  const row = rows.findIndex((line) => document.activeElement !== null && line.contains(document.activeElement));
  return { row, column: document.activeElement ? [...(rows[row]?.children ?? [])].indexOf(document.activeElement) : -1 };
}

/** Without an agent the heading, without a column the agent's name. */
function placeOfCell({ agent, column }: { agent: string; column: string }): { row: number; column: number } {
  const rows = [...document.querySelectorAll("#grid tr")];
  const headings = [...(rows[0]?.children ?? [])].map((heading) => heading.firstChild?.textContent);
  return {
    row: agent === "" ? 0 : rows.findIndex((row) => row.firstElementChild?.firstChild?.textContent === agent),
    column: column === "" ? 0 : headings.indexOf(column),
  };
}

function cellText({ agent, column }: { agent: string; column: string }): string | undefined {
  const rows = [...document.querySelectorAll("#grid tr")];
  const index = [...(rows[0]?.children ?? [])].findIndex((heading) => heading.firstChild?.textContent === column);
  const row = rows.find((line) => line.firstElementChild?.firstChild?.textContent === agent);
  return row?.children[index]?.textContent ?? undefined;
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; failureSummary: string }[];
  }[];
  readonly passes: readonly unknown[];
}

/** What holds for a whole site, such as landmarks around everything, does not hold for a page inside an editor's tab. */
async function runAxe(): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: { run: (place: Document) => Promise<AxeResult> } };
  const { violations, passes } = await axe.run(document);
  if (passes.length === 0) return ["axe checked nothing"];
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .map(({ html, failureSummary }) => `${html} ${failureSummary}`)
        .slice(0, 3)
        .join(" | ")}`,
  );
}

function tryForeignScript(): boolean {
  const script = document.createElement("script");
  script.textContent = "window.foreignScript = true";
  document.body.append(script);
  script.remove();
  return "foreignScript" in window;
}
