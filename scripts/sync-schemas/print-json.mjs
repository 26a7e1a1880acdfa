/** JSON one can read and compare line by line: what fits on a line stands on one. */

/** @returns {string} */
export function printJson(value, width = 140) {
  return `${print(value, "", width)}\n`;
}

function print(value, indent, width) {
  const short = JSON.stringify(value);
  if (typeof value !== "object" || value === null || indent.length + short.length <= width) return short;
  const inner = `${indent} `;
  const lines = Array.isArray(value)
    ? value.map((item) => inner + print(item, inner, width))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}:${print(item, inner, width - key.length - 3)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}
