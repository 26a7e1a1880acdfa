/** Random texts that look like JSON5 or JSON, whole or broken, the same ones for the same seed. */

export type Random = () => number;

/** A small generator of pseudo-random numbers from 0 to below 1 (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

/** Everything that has a meaning in one of the grammars, or nearly has one. */
export const fragments: readonly string[] = [
  ...["{", "}", "[", "]", ":", ",", "{", "}", "[", "]", ":", ",", '"', "'", "\\", "/", "=", ";", "`", "(", "#", "@"],
  ...["//", "/*", "*/", "/**/", "// note\n", "/* note */", "/* a\nb */", "\n", "\r\n", "\r", " ", "\t", "  ", "\n  ", "\n    "],
  ...["\u2028", "\u2029", "\u00a0", "\ufeff", "\u000b", "\f", "\u3000", "\u180e", "\u200b", "\u0000", "\u0001", "\u007f", "\u0085"],
  ...["true", "false", "null", "NaN", "Infinity", "-Infinity", "+NaN", "undefined", "tru\\u0065", "Infinit\\u0079", "True", "nulla"],
  ...["0", "1", "-0", "+1", "01", "00", "1.", ".5", ".", "-", "+", "1.5e3", "1e", "1e+", "1E-2", "0x1F", "0X", "-0xfF", "1_000", "5."],
  ...["9007199254740993", "123456789012345678901", "0xFFFFFFFFFFFFFFFFF", "1e999", "-1e-999", "1.7976931348623157e308", "1n", "- 1"],
  ...[
    '"a"',
    '"b"',
    "'a'",
    '""',
    "''",
    '"tools"',
    "'it\\'s'",
    '"\\u0041"',
    '"\\u00"',
    '"\\x41"',
    '"\\x4"',
    '"\\0"',
    '"\\01"',
    '"\\1"',
    '"\\q"',
  ],
  ...[
    '"\\\n"',
    '"\\\r\n"',
    '"\\\u2028"',
    '"a\nb"',
    '"\u2028"',
    '"\t"',
    '"\ud800"',
    '"\\ud800\\udc00"',
    '"\u{1f600}"',
    '"\\',
    "'\\",
    '"\\u',
  ],
  ...[
    "a",
    "b",
    "tools",
    "$a",
    "_",
    "a1",
    "1a",
    "a-b",
    "a.b",
    "\\u0061",
    "\\u0031",
    "a\\u0031",
    "\\u{61}",
    "\u00e9",
    "\u{10400}",
    "a\u0301",
  ],
  ...["a\u200d", "\u0301", "\u4e2d", "\ud800", "\udc00", "\u{2f800}", "\u{20000}", "\u08b6", "\u{16e40}", "\u{1e900}"],
  ...["__proto__", '"__proto__"', "constructor", "toString", '"a":', "a:", "b: ", '"a": 1', "a: {", "b: [", "},", "],", "{}", "[]"],
];

/** A text put together from fragments at random. */
export function randomSoup(random: Random): string {
  const parts: string[] = [];
  for (let count = Math.floor(random() * 14); count >= 0; count--) parts.push(pick(random, fragments));
  return parts.join("");
}

/** A text that follows the grammar, in any of the ways that it allows. */
export function randomDocument(random: Random, json5: boolean): string {
  return blank(random, json5) + value(random, json5, 0) + blank(random, json5);
}

/** A text laid out as people do it: most items on lines of their own, with comments above and behind them. */
export function randomConfig(random: Random, json5: boolean): string {
  const lineEnd = random() < 0.3 ? "\r\n" : "\n";
  const lines = pretty(random, json5, pick(random, ["  ", "    ", "\t"]), 0).replaceAll("\n", lineEnd);
  return (json5 && random() < 0.3 ? `// head${lineEnd}` : "") + lines + (random() < 0.8 ? lineEnd : "");
}

/** An object or array spread over lines, now and then on one. */
function pretty(random: Random, json5: boolean, unit: string, depth: number): string {
  const isObject = random() < 0.7;
  const [open, close] = isObject ? ["{", "}"] : ["[", "]"];
  const inner = "\n" + unit.repeat(depth + 1);
  const isOnLines = random() < 0.7;
  const note = (chance: number): string => (json5 && random() < chance ? `/* ${Math.floor(random() * 1000)} */` : "");
  const count = Math.floor(random() * 5);
  let text = open;
  for (let index = 0; index < count; index++) {
    const key = isObject ? (json5 && random() < 0.8 ? `k${index}: ` : `"k${index}": `) : "";
    const isNested = depth < 3 && random() < 0.4;
    const item =
      key + (isNested ? pretty(random, json5, unit, depth + 1) : pick(random, ["true", "null", "12", '"text"', '"a, b"', "[]", "{}"]));
    const comma = index < count - 1 || (json5 && random() < 0.5) ? "," : "";
    if (!isOnLines) {
      text += " " + note(0.1) + item + note(0.1) + comma + note(0.05);
      continue;
    }
    const isBelow = random() < 0.9;
    if (json5 && isBelow && random() < 0.3) text += `${inner}// above ${index}`;
    text += (isBelow ? inner : " ") + note(0.05) + item + note(0.05) + comma;
    if (json5 && random() < 0.3) text += random() < 0.5 ? ` // behind ${index}${inner}` : " " + note(1);
  }
  if (json5 && isOnLines && random() < 0.1) text += `${inner}// below`;
  return text + (isOnLines ? "\n" + unit.repeat(depth) : count > 0 ? " " : "") + close;
}

/** A text with a few random faults. */
export function mutate(random: Random, text: string): string {
  let mutated = text;
  for (let count = Math.floor(random() * 3); count >= 0; count--) {
    const at = Math.floor(random() * (mutated.length + 1));
    const length = random() < 0.7 ? 1 : Math.floor(random() * 12);
    const other = Math.floor(random() * (mutated.length + 1));
    switch (Math.floor(random() * 5)) {
      case 0:
        mutated = mutated.slice(0, at) + mutated.slice(at + length);
        break;
      case 1:
      case 2:
        mutated = mutated.slice(0, at) + pick(random, fragments) + mutated.slice(at);
        break;
      case 3:
        mutated = mutated.slice(0, at) + mutated.slice(other, other + length) + mutated.slice(at);
        break;
      default:
        mutated = mutated.slice(0, at) + pick(random, fragments) + mutated.slice(at + length);
    }
  }
  return mutated;
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

function blank(random: Random, json5: boolean): string {
  if (random() < 0.6) return "";
  const blanks = [" ", "\n", "\t", "\r\n", "  "];
  const json5Blanks = ["// note\n", "/* note */", "/*\n*/", "\u00a0", "\u2028", "\ufeff", "\f", "//\r"];
  return pick(random, json5 && random() < 0.4 ? json5Blanks : blanks);
}

function value(random: Random, json5: boolean, depth: number): string {
  const kind = random();
  if (depth < 5 && kind < 0.3)
    return list(
      random,
      json5,
      "{",
      "}",
      () => key(random, json5) + blank(random, json5) + ":" + blank(random, json5) + value(random, json5, depth + 1),
    );
  if (depth < 5 && kind < 0.5) return list(random, json5, "[", "]", () => value(random, json5, depth + 1));
  if (kind < 0.75) return quoted(random, json5);
  if (kind < 0.9) return number(random, json5);
  return pick(random, json5 ? ["true", "false", "null", "NaN", "Infinity", "-Infinity", "+Infinity", "-NaN"] : ["true", "false", "null"]);
}

function list(random: Random, json5: boolean, open: string, close: string, item: () => string): string {
  const items: string[] = [];
  for (let count = Math.floor(random() * 4); count > 0; count--) items.push(blank(random, json5) + item() + blank(random, json5));
  const trailing = json5 && items.length > 0 && random() < 0.3 ? "," + blank(random, json5) : "";
  return open + (items.length === 0 ? blank(random, json5) : items.join(",")) + trailing + close;
}

function key(random: Random, json5: boolean): string {
  if (!json5 || random() < 0.4) return quoted(random, json5);
  return pick(random, [
    "a",
    "b",
    "tools",
    "$",
    "_1",
    "null",
    "Infinity",
    "\u00e9",
    "\\u0061b",
    "a\\u0030",
    "__proto__",
    "\u{10400}",
    "a\u200c",
  ]);
}

function quoted(random: Random, json5: boolean): string {
  const plain = ["a", "b", "x y", "z", "\u00e9", "\u{1f600}", "/", "{", "//", ":", ",", "\u007f", "\u2028", "\ud83d", "__proto__", "é"];
  const escapes = ["\\n", "\\\\", '\\"', "\\/", "\\b", "\\f", "\\r", "\\t", "\\u0041", "\\uD83D", "\\u2028", "\\uabCD"];
  const json5Escapes = ["\\x41", "\\'", "\\0", "\\v", "\\q", "\\\n", "\\\r\n", "\\\u2029", "\\\r", "\t", "\u0001", "\\é", "\\a"];
  const quote = json5 && random() < 0.4 ? "'" : '"';
  let content = random() < 0.5 ? "" : quote === '"' ? "'" : '"';
  if (quote === "'" && !json5) content = "";
  for (let count = Math.floor(random() * 4); count > 0; count--) {
    const roll = random();
    content += pick(random, roll < 0.6 ? plain : json5 && roll < 0.8 ? json5Escapes : escapes);
  }
  return quote + content + quote;
}

function number(random: Random, json5: boolean): string {
  const plain = ["0", "-0", "1", "42", "-7", "1.5", "1e3", "1E+2", "-2.5e-1", "123456789012345678", "1e400", "0.0", "0e0"];
  const json5Numbers = ["+1", ".5", "5.", "-.5e2", "0x0", "0xDEADbeef", "-0x1", "+0", "-0x0", "5.e1", "0XA", "0x1fffffffffffff1"];
  return pick(random, json5 && random() < 0.5 ? json5Numbers : plain);
}
