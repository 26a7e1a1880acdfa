/**
 * The objects and arrays that are open while a text is read, and to which of them a token belongs.
 * Where a bracket is missing, the grammar notices only at the end of the text, far from the fault. People and formatters indent, though:
 * the first token of a line tells by its column to which container it belongs.
 */
import type { Scanner } from "./scan.ts";

export interface Container {
  readonly type: "object" | "array";
  /** The column at which the line begins that holds the opening bracket: what is inside stands further right. */
  readonly indent: number;
  /** Where the line begins that holds the opening bracket. */
  readonly lineStart: number;
  /** No opening bracket was written: it was concluded from the key that stands there. */
  readonly isImplied: boolean;
  /** How many children of outer containers had been read when this one was opened. */
  readonly firstChild: number;
}

type Place = "inside" | "outside" | "stray";

export class OpenContainers {
  private readonly stack: Container[] = [];
  private readonly open = { object: 0, array: 0 };
  private readonly trustsIndentation: boolean;

  constructor(trustsIndentation: boolean) {
    this.trustsIndentation = trustsIndentation;
  }

  get depth(): number {
    return this.stack.length;
  }

  get innermost(): Container | undefined {
    return this.stack.at(-1);
  }

  /** The container around the innermost one. */
  get outer(): Container | undefined {
    return this.stack.at(-2);
  }

  enter(container: Container): void {
    this.stack.push(container);
    this.open[container.type]++;
  }

  leave(): Container | undefined {
    const container = this.stack.pop();
    if (container) this.open[container.type]--;
    return container;
  }

  has(type: Container["type"]): boolean {
    return this.open[type] > 0;
  }

  /**
   * Where a token belongs: inside the innermost container, outside it (its closing bracket must be missing), or nowhere.
   * A closing bracket stands below the line that opened its container; one further left closes an outer one, one further right closes nothing.
   * Everything else stands further right than that line.
   */
  placeOf(token: Scanner): Place {
    const container = this.innermost;
    if (!this.trustsIndentation || !container) return "inside";
    return token.isFirstOnLine ? this.placeByColumn(token, container) : placeWithinLine(token, container);
  }

  private placeByColumn(token: Scanner, container: Container): Place {
    switch (token.kind) {
      case "end":
      case ",":
      case ";":
        return "inside";
      case "}":
      case "]":
        if (container.isImplied) return token.indent > (this.outer?.indent ?? -1) ? "inside" : "outside";
        if (token.indent === container.indent) return "inside";
        return token.indent < container.indent ? "outside" : "stray";
      default:
        return token.indent <= container.indent && this.depth > 1 ? "outside" : "inside";
    }
  }

  /** Whether a token, the first of its line, stands further right than the line that opened the innermost container. */
  isIndented(token: Scanner): boolean {
    return this.trustsIndentation && token.indent > (this.innermost?.indent ?? 0);
  }
}

/** A wrong closing bracket in the middle of a line is a fault of this line: it ends no container that an earlier line opened. */
function placeWithinLine(token: Scanner, container: Container): Place {
  const isWrong = token.kind === (container.type === "object" ? "]" : "}");
  return isWrong && container.lineStart !== token.lineStart ? "stray" : "inside";
}
