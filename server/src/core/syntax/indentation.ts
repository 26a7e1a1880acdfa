/**
 * Where a bracket is missing, the grammar notices only at the end of the text, far from the fault. People and formatters indent, though:
 * the first token of a line tells by its column to which container it belongs. Looks at columns and nothing else.
 */
import type { Scanner } from "./scan.ts";

/** An object or array that is open. */
export interface Container {
  readonly type: "object" | "array";
  /** The column at which the line begins that holds the opening bracket. */
  readonly indent: number;
}

/**
 * Where the first token of a line belongs: inside the innermost container, outside it (its closing bracket must be missing), or nowhere.
 * A closing bracket stands below the line that opened its container; one further left closes an outer one, one further right closes nothing.
 * Anything else stands further right than that line.
 */
export function placeOfToken(token: Scanner, containers: readonly Container[]): "inside" | "outside" | "stray" {
  const container = containers.at(-1);
  if (!container || token.kind === "end" || token.kind === "," || token.kind === ";") return "inside";
  const column = token.indent;
  if (token.kind === "}" || token.kind === "]") {
    if (column === container.indent) return "inside";
    return column < container.indent ? "outside" : "stray";
  }
  return column <= container.indent && containers.length > 1 ? "outside" : "inside";
}
