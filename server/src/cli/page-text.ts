/** A rule's page, which is Markdown, as plain text for a terminal. Its head is left out: the rule itself says the same. */

export function pageText(page: string): string {
  const start = page.indexOf("\n## ");
  const body = start < 0 ? "" : page.slice(start);
  let isCode = false;
  const lines = body.split(/\r?\n/).flatMap((line) => {
    if (line.startsWith("```")) {
      isCode = !isCode;
      return [];
    }
    if (isCode) return [`    ${line}`.trimEnd()];
    return [line.replace(/^##+ /, "").replace(/\[([^[\]]+)\]\([^)]*\)/g, "$1")];
  });
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
