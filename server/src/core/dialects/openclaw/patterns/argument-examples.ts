/**
 * Arguments that an `argPattern` lets through, and some much like them that it does not: made up from the pattern, each judged by a matcher that never
 * runs it.
 */
import type { Examples } from "../../../grants/allowlist.ts";
import { compilePieces } from "./automaton.ts";
import { parseRegExp } from "./regexp.ts";

/** A longer one is cut where it is shown, and then examples look alike. */
const longestPattern = 60;

/** Examples for a valid expression; none where nothing made up from it is let through. A release compares arguments joined by blanks. */
export function argumentExamplesOf(argPattern: string): Examples | undefined {
  if (argPattern.length > longestPattern) return undefined;
  const pieces = parseRegExp(argPattern, false);
  const test = pieces && compilePieces(pieces);
  if (!test) return undefined;
  const plain = filled(argPattern);
  const candidates = [...new Set([plain, `${plain} -x`, `x ${plain}`])].filter((each) => each.trim() !== "");
  const admitted = candidates.filter(test);
  return admitted.length === 0 ? undefined : { admitted, refused: candidates.filter((each) => !test(each)) };
}

/** The simplest text the expression may stand for: first alternatives, something for what is open. */
function filled(argPattern: string): string {
  const [first = ""] = argPattern.replace(/\((?:\?:)?([^()|]*)(?:\|[^()]*)?\)/g, "$1").split("|");
  return first
    .replace(/^\^|\$$/g, "")
    .replace(/\\d[+*]?/g, "7")
    .replace(/\\s[+*]?/g, " ")
    .replace(/(?:\\[wS]|\[[^[\]]*\]|(?<!\\)\.)[+*]?/g, "x")
    .replace(/\\(\W)/g, "$1");
}
