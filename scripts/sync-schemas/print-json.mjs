/** JSON one can read and compare line by line: what fits on a line stands on one, and lists of words flow like text. */

/** @returns {string} */
export function printJson(value, width = 140) {
  return `${print(value, "", width)}\n`;
}

function print(value, indent, width) {
  const short = JSON.stringify(value);
  if (typeof value !== "object" || value === null || indent.length + short.length <= width) return short;
  const inner = `${indent} `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const lines = Array.isArray(value)
    ? value.every((item) => typeof item !== "object")
      ? flow(value, inner, width)
      : value.map((item) => inner + print(item, inner, width))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}:${print(item, inner, width - key.length - 3)}`);
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

function flow(items, indent, width) {
  const lines = [];
  for (const item of items.map((one) => JSON.stringify(one))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + item.length + 1 <= width) lines[lines.length - 1] = `${last},${item}`;
    else lines.push(indent + item);
  }
  return lines;
}
