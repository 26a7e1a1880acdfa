/** The grid: a heading for each column, a row for each agent, and one place in it that Tab leads to. Shows, and says what was done to it. */
import type { CellChange, MatrixAgent, MatrixCell, ShownMatrix } from "../../server/src/lsp/protocol.ts";
import { element, filled } from "./elements.ts";
import { nextPlace, type GridPlace } from "./grid-keys.ts";
import type { PageWords } from "./messages.ts";
import type { Sort } from "./rows.ts";

/** What a place of the grid stands for. A heading has no agent, the name of an agent no column. */
export interface Target {
  readonly agent: number | undefined;
  readonly column: number | undefined;
}

export interface GridEvents {
  /** The focus came to it. */
  readonly onFocus: (target: Target) => void;
  /** Enter, Space or a click. */
  readonly onAct: (target: Target) => void;
}

export interface Grid {
  readonly show: (shown: ShownMatrix, rows: readonly number[], sort: Sort) => void;
}

export function createGrid(table: HTMLTableElement, words: PageWords, { onFocus, onAct }: GridEvents): Grid {
  let cells: readonly (readonly HTMLElement[])[] = [];
  let targets = new Map<HTMLElement, Target>();
  /** Where Tab leads: by what stands there, so that it stays when rows move. */
  let home: Target = { agent: undefined, column: undefined };

  const placeOf = (wanted: HTMLElement): GridPlace | undefined => {
    const row = cells.findIndex((line) => line.includes(wanted));
    return row < 0 ? undefined : { row, column: cells[row]?.indexOf(wanted) ?? 0 };
  };
  const cellFrom = (event: Event): HTMLElement | undefined =>
    event.target instanceof Element ? (event.target.closest<HTMLElement>("th, td") ?? undefined) : undefined;
  const makeHome = (cell: HTMLElement): void => {
    for (const other of targets.keys()) other.tabIndex = other === cell ? 0 : -1;
    home = targets.get(cell) ?? home;
  };

  table.addEventListener("keydown", (event) => {
    const cell = cellFrom(event);
    const place = cell && placeOf(cell);
    const target = cell && targets.get(cell);
    if (!place || !target || event.altKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onAct(target);
      return;
    }
    const next = nextPlace(event.key, event.ctrlKey, place, { rows: cells.length, columns: cells[0]?.length ?? 0 });
    if (!next) return;
    event.preventDefault();
    cells[next.row]?.[next.column]?.focus();
  });
  table.addEventListener("focusin", (event) => {
    const cell = cellFrom(event);
    const target = cell && targets.get(cell);
    if (!cell || !target) return;
    makeHome(cell);
    onFocus(target);
  });
  table.addEventListener("click", (event) => {
    const cell = cellFrom(event);
    const target = cell && targets.get(cell);
    if (target) onAct(target);
  });

  return {
    show: (shown, rows, sort) => {
      // A page that is looked at and not typed into must not take the focus from the editor beside it.
      const hadFocus = document.hasFocus() && table.contains(document.activeElement);
      targets = new Map();
      const note = <Kind extends HTMLElement>(cell: Kind, agent?: number, column?: number): Kind => {
        targets.set(cell, { agent, column });
        return cell;
      };
      const head = [
        note(heading(words.agent, "", sort, "name")),
        ...shown.columns.map(({ name, about }, column) => note(heading(name, about, sort, column), undefined, column)),
      ];
      const body = rows.flatMap((index) => {
        const agent = shown.agents[index];
        if (!agent) return [];
        return [[note(nameCell(agent, words), index), ...agent.cells.map((cell, column) => note(cellFor(cell, words), index, column))]];
      });
      cells = [head, ...body];
      table.setAttribute("aria-rowcount", String(cells.length));
      const lines = body.map((line) => element("tr", {}, ...line));
      table.replaceChildren(element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...lines));
      const same = [...targets].find(([, { agent, column }]) => agent === home.agent && column === home.column);
      const cell = same?.[0] ?? head[0];
      if (!cell) return;
      makeHome(cell);
      if (hadFocus) cell.focus();
    },
  };
}

function heading(name: string, about: string, { by, descending }: Sort, own: Sort["by"]): HTMLTableCellElement {
  const order = by === own ? (descending ? "descending" : "ascending") : "none";
  const arrow = by === own ? (descending ? " ↓" : " ↑") : "";
  return element(
    "th",
    {
      scope: "col",
      role: "columnheader",
      tabindex: "-1",
      "aria-sort": order,
      ...(about === "" ? {} : { title: about }),
    },
    name,
    element("span", { "aria-hidden": "true" }, arrow),
  );
}

function nameCell({ id, phrase, presence }: MatrixAgent, words: PageWords): HTMLTableCellElement {
  const mark = presence === "new" ? words.newAgent : presence === "gone" ? words.goneAgent : "";
  const attributes = { scope: "row", role: "rowheader", tabindex: "-1", title: phrase };
  return element("th", attributes, id, ...(mark === "" ? [] : [" ", element("small", {}, mark)]));
}

/** The gate as a sign and as a word; what changed as an arrow and as a word. */
function cellFor({ gate, reach, text, change, details }: MatrixCell, words: PageWords): HTMLTableCellElement {
  const attributes = {
    role: "gridcell",
    tabindex: "-1",
    class:
      [gate === null ? "" : `gate ${gate}`, reach === "sandbox" ? "contained" : "", change?.direction ?? ""].join(" ").trim() || undefined,
    title: details.map((detail) => detail.words).join("\n") || words.noGrant,
  };
  const sign = gate === null ? [] : [element("span", { class: "sign", "aria-hidden": "true" })];
  return element("td", attributes, ...sign, text, ...(change ? [changeNote(change, text, words)] : []));
}

function changeNote({ direction, before }: CellChange, text: string, words: PageWords): HTMLElement {
  const arrow = { narrower: "▼", wider: "▲", different: "◆" }[direction];
  const note = element("small", {}, element("span", { "aria-hidden": "true" }, `${arrow} `));
  note.append(before === text ? words[direction] : `${words[direction]}, ${filled(words.was, before)}`);
  return note;
}
