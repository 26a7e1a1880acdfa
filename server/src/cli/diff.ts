/** What becomes of a file, as a unified diff with secrets hidden. Texts are compared as they are and hidden only when printed. */
import { structuredPatch } from "diff";

export interface Change {
  /** The file's name, relative to its set. */
  readonly name: string;
  /** Undefined for a file that does not exist yet. */
  readonly before: Side | undefined;
  readonly after: Side;
}

export interface Side {
  readonly text: string;
  /** The same, line by line, as it may be shown. */
  readonly shown: string;
}

/** A line of a diff with what it is, so that a terminal can colour it. */
export interface DiffLine {
  readonly kind: "head" | "range" | "added" | "removed" | "same";
  readonly text: string;
}

const contextLines = 3;

export function unifiedDiff({ name, before, after }: Change): DiffLine[] {
  const patch = structuredPatch(name, name, before?.text ?? "", after.text, undefined, undefined, { context: contextLines });
  const [oldLines, newLines] = [linesOf(before?.shown ?? ""), linesOf(after.shown)];
  const lines: DiffLine[] = [
    { kind: "head", text: before ? `--- a/${name}` : "--- /dev/null" },
    { kind: "head", text: `+++ b/${name}` },
  ];
  for (const { oldStart, oldLines: oldCount, newStart, newLines: newCount, lines: body } of patch.hunks) {
    // Of nothing, the line before it is named.
    const from = oldCount === 0 ? oldStart - 1 : oldStart;
    const to = newCount === 0 ? newStart - 1 : newStart;
    lines.push({ kind: "range", text: `@@ -${from},${oldCount} +${to},${newCount} @@` });
    let [oldLine, newLine] = [Math.max(oldStart, 1) - 1, Math.max(newStart, 1) - 1];
    for (const line of body) {
      switch (line.charAt(0)) {
        case "+":
          lines.push({ kind: "added", text: `+${newLines[newLine++] ?? ""}` });
          break;
        case "-":
          lines.push({ kind: "removed", text: `-${oldLines[oldLine++] ?? ""}` });
          break;
        case " ":
          newLine++;
          lines.push({ kind: "same", text: ` ${oldLines[oldLine++] ?? ""}` });
          break;
        default:
          // "\ No newline at end of file"
          lines.push({ kind: "same", text: line });
      }
    }
  }
  return lines;
}

function linesOf(text: string): string[] {
  return text.split("\n").map((line) => line.replace(/\r$/, ""));
}
