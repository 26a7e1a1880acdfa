/** Small pieces of Markdown that several generated pages need. */

/** A text that may stand in a cell of a table. */
export function cellText(text) {
  return text.replaceAll("|", "\\|");
}

export function ruleLink(id) {
  return `[${id}](${id}.md)`;
}

/** The block between `<!-- gen:name -->` and its end, replaced. */
export function replaceBlock(text, name, content) {
  const block = new RegExp(`(<!-- gen:${name} -->)[\\s\\S]*?(<!-- /gen:${name} -->)`);
  return text.replace(block, (_, open, close) => `${open}\n\n${content}\n\n${close}`);
}
