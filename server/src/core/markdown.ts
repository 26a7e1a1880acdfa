/** Text of a config inside Markdown: always as code, so that nothing in it can become a link, an image or a heading. */
import { visible } from "./visible.ts";

/** A code span that holds any text; line breaks become spaces, and a long text is cut. */
export function code(text: string, limit = 80): string {
  const line = visible(text.replace(/\s+/g, " "));
  const shown = line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  // A space inside keeps a backtick at the edge from joining the fence.
  const pad = longest > 0 || shown.trim() === "" ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Our own sentences may quote a config: signs that mean something in Markdown are written out, and so are those that make an address a link. */
export function escape(text: string): string {
  return visible(text.replace(/\s+/g, " ")).replace(/[\\`*_{}[\]<>()#+!|~&@]|:(?=\/\/)|(?<=www)\./gi, "\\$&");
}

/** A text that is read as it stands as often as it is shown: only what could become a link, an image, code or HTML is written out. */
export function inert(text: string): string {
  return visible(text.replace(/\s+/g, " ")).replace(/[\\`[\]<>&@]|:(?=\/\/)|(?<=www)\./gi, "\\$&");
}
