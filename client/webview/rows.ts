/** Which rows of the table are shown, and in which order. */
import type { MatrixAgent, ShownMatrix } from "../../server/src/lsp/protocol.ts";

export interface Wish {
  /** In the name of an agent, in what it may do, or in who can talk to it; case does not matter. */
  readonly text: string;
  readonly onlyCommands: boolean;
  readonly onlyChanges: boolean;
  readonly sort: Sort;
}

export interface Sort {
  /** By name; else the number of a column. Without an order the agents come as in the file. */
  readonly by: "name" | "file" | number;
  readonly descending: boolean;
}

/** The numbers of the agents, in order. */
export function rowsOf({ agents }: Pick<ShownMatrix, "agents">, { text, onlyCommands, onlyChanges, sort }: Wish): number[] {
  const wanted = text.trim().toLowerCase();
  const isShown = (agent: MatrixAgent): boolean =>
    (!onlyCommands || agent.runsCommands) &&
    (!onlyChanges || isChanged(agent)) &&
    (wanted === "" ||
      [agent.id, agent.phrase, ...agent.cells.map((cell) => cell.text)].some((words) => words.toLowerCase().includes(wanted)));
  const shown = agents.flatMap((agent, index) => (isShown(agent) ? [{ agent, index }] : []));
  const { by } = sort;
  if (by !== "file") {
    const sign = sort.descending ? -1 : 1;
    // Equal ones stay in the order of the file.
    shown.sort(
      (one, other) =>
        sign * (by === "name" ? compareNames(one.agent.id, other.agent.id) : widthIn(one.agent, by) - widthIn(other.agent, by)),
    );
  }
  return shown.map(({ index }) => index);
}

export function isChanged({ presence, cells }: MatrixAgent): boolean {
  return presence !== "both" || cells.some(({ change }) => change !== null);
}

/** A click on a heading: first the widest on top (of names the first), then the other way round, then as in the file. */
export function nextSort({ by, descending }: Sort, clicked: Sort["by"]): Sort {
  const first = clicked !== "name";
  if (by !== clicked) return { by: clicked, descending: first };
  return descending === first ? { by: clicked, descending: !first } : { by: "file", descending: false };
}

function widthIn({ cells }: MatrixAgent, column: number): number {
  return cells[column]?.width ?? 0;
}

function compareNames(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
