/** Moving about in a grid by keys, as the ARIA Authoring Practices describe it. Knows numbers only. */

export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** How far Page Up and Page Down go. */
const page = 8;

/** Where a key leads; nothing when it is none of the grid's. Never leaves the grid. */
export function nextPlace(key: string, isControl: boolean, { row, column }: GridPlace, { rows, columns }: GridSize): GridPlace | undefined {
  const to = (newRow: number, newColumn: number): GridPlace => ({ row: within(newRow, rows), column: within(newColumn, columns) });
  switch (key) {
    case "ArrowUp":
      return to(row - 1, column);
    case "ArrowDown":
      return to(row + 1, column);
    case "ArrowLeft":
      return to(row, column - 1);
    case "ArrowRight":
      return to(row, column + 1);
    case "PageUp":
      return to(row - page, column);
    case "PageDown":
      return to(row + page, column);
    case "Home":
      return to(isControl ? 0 : row, 0);
    case "End":
      return to(isControl ? rows - 1 : row, columns - 1);
    default:
      return undefined;
  }
}

function within(number: number, size: number): number {
  return Math.max(0, Math.min(size - 1, number));
}
