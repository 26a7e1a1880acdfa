/** Writes plain values as text in the style of a file. Knows nothing of what stands around them. */
import type { Json } from "../finding.ts";
import { isList } from "./edit-json.ts";
import { canBeBare, type Style } from "./edit-style.ts";

/** Where a value is to be written. */
export interface Spot {
  /** The indentation of the line on which the value begins. */
  readonly indent: string;
  /** Objects may be spread over several lines. */
  readonly onLines: boolean;
}

/** The longest line on which an array is kept together. */
const longestLine = 100;

export function printValue(value: Json, style: Style, spot: Spot): string {
  if (typeof value === "string") return printString(value, style.quote);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (isList(value)) return printArray(value, style, spot);
  const members = Object.entries(value);
  if (members.length === 0) return "{}";
  if (spot.onLines && !(style.objectsOnOneLine && members.every(([, member]) => isPlain(member))))
    return `{${printLines(
      members.map((member) => (indented: Spot) => printMember(member, style, indented)),
      style,
      spot,
    )}}`;
  const line = members.map((member) => printMember(member, style, spot)).join(separator(style));
  return style.paddedObjects ? `{ ${line} }` : `{${line}}`;
}

/** A key, its colon and its value. */
export function printMember([key, value]: readonly [string, Json], style: Style, spot: Spot): string {
  const name = style.bareKeys && canBeBare(key) ? key : printString(key, style.quote);
  return `${name}:${style.spaced ? " " : ""}${printValue(value, style, spot)}`;
}

/** What goes between two items on one line. */
export function separator(style: Style): string {
  return style.spaced ? ", " : ",";
}

function printArray(elements: readonly Json[], style: Style, spot: Spot): string {
  if (elements.length === 0) return "[]";
  const items = elements.map((element) => printValue(element, style, { ...spot, onLines: false })).join(separator(style));
  const line = style.paddedArrays ? `[ ${items} ]` : `[${items}]`;
  const isKeptTogether = elements.every(isPlain) && style.arraysOnOneLine && spot.indent.length + line.length <= longestLine;
  if (!spot.onLines || isKeptTogether) return line;
  return `[${printLines(
    elements.map((element) => (indented: Spot) => printValue(element, style, indented)),
    style,
    spot,
  )}]`;
}

function isPlain(value: Json): boolean {
  return typeof value !== "object" || value === null;
}

/** The inside of brackets with one item per line, from the line end behind the opening one to before the closing one. */
export function printLines(items: readonly ((spot: Spot) => string)[], style: Style, outer: Spot): string {
  const spot: Spot = { indent: outer.indent + style.indent, onLines: true };
  const start = style.lineEnd + spot.indent;
  const last = style.trailingCommas ? "," : "";
  return start + items.map((item) => item(spot)).join(`,${start}`) + last + style.lineEnd + outer.indent;
}

export function printString(value: string, quote: '"' | "'"): string {
  // JSON leaves the two line separators as they are, and not every reader of JSON5 takes them without a word.
  const escaped = JSON.stringify(value).slice(1, -1).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  if (quote === '"') return `"${escaped}"`;
  return `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
