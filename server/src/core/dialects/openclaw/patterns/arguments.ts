/**
 * What an allowlist entry's `argPattern` lets through, judged by reading it. It is a regular expression from a file and is never run as
 * one. Knows nothing of programs.
 */
import { compilePieces } from "./automaton.ts";
import { parseRegExp } from "./regexp.ts";

/**
 * `any`: whatever the arguments; `loose`: more than it spells out, `from` telling whether even the first argument is open;
 * `bound`: what it spells out; `none`: it is no valid expression, so the entry never matches.
 */
export type Arguments =
  | { readonly admits: "any" | "bound" | "none"; readonly why: string }
  | { readonly admits: "loose"; readonly why: string; readonly from: "start" | "later" };

/** Longer ones are not looked into, only at their ends. */
const longestJudged = 2000;

export function readArguments(argPattern: string): Arguments {
  if (argPattern === "") return { admits: "any", why: "an empty argPattern is none" };
  if (!isExpression(argPattern)) return { admits: "none", why: "its argPattern is not a valid expression" };
  if (admitsAnything(argPattern)) return { admits: "any", why: "its argPattern matches any arguments" };
  const branches = splitBranches(argPattern);
  if (branches.some((branch) => !branch.startsWith("^"))) {
    return { admits: "loose", from: "start", why: "its argPattern does not begin with ^, so anything may stand before" };
  }
  const isOption = branches.some((branch) => /^\^(?:\((?:\?:)?)*-/.test(branch));
  if (branches.some((branch) => !endsAnchored(branch))) {
    return { admits: "loose", from: isOption ? "start" : "later", why: "its argPattern does not end with $, so anything may follow" };
  }
  if (leavesPartOpen(argPattern)) {
    const isOpen = branches.some((branch) => /^\^(?:\((?:\?:)?)*(?:\.|\\[SDW]|\[\^)/.test(branch));
    return { admits: "loose", from: isOpen || isOption ? "start" : "later", why: "its argPattern leaves a part open" };
  }
  return { admits: "bound", why: "its argPattern spells the arguments out" };
}

/** The same expression for whole arguments and no more, where there is no doubt what is meant: plain alternatives, none that ends in mid-air. */
export function anchoredForm(argPattern: string): string | undefined {
  const bare = splitBranches(argPattern).map((branch) => branch.replace(/^\^/, "").replace(endsAnchored(branch) ? /\$$/ : /$/, ""));
  if (!bare.every((branch) => /[\w)\]]$/.test(branch))) return undefined;
  const form = bare.length === 1 ? `^${bare.join("")}$` : `^(?:${bare.join("|")})$`;
  return form !== argPattern && readArguments(form).admits === "bound" ? form : undefined;
}

const strangeArguments = ["", "-q7", "q7 --w8 /z9/x", "--q7=w8 'z9'"];

/** True when arguments that nobody names match. */
function admitsAnything(argPattern: string): boolean {
  if (argPattern.length > longestJudged) return false;
  const pieces = parseRegExp(argPattern, false);
  const test = pieces && compilePieces(pieces);
  return test !== undefined && strangeArguments.every(test);
}

/** The alternatives at the top, outside every group and class. */
function splitBranches(source: string): string[] {
  const branches = [""];
  let depth = 0;
  let inClass = false;
  for (let index = 0; index < source.length; index++) {
    const character = source.charAt(index);
    const last = branches.length - 1;
    if (character === "|" && depth === 0 && !inClass) {
      branches.push("");
      continue;
    }
    branches[last] += character;
    if (character === "\\") branches[last] += source.charAt(++index);
    else if (character === "[") inClass = true;
    else if (character === "]") inClass = false;
    else if (!inClass && character === "(") depth++;
    else if (!inClass && character === ")") depth--;
  }
  return branches;
}

/** Whether almost any character may stand somewhere, as often as one likes. Goes from atom to atom, never back. */
function leavesPartOpen(source: string): boolean {
  // eslint-disable-next-line regexp/no-super-linear-move -- one of the branches always matches, so the search never moves on in vain
  for (const { 0: atom, index } of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*(?:\]|$)|./gs)) {
    const isOpen = atom === "." || /^(?:\\[SDW]$|\[\^)/.test(atom);
    if (isOpen && /^(?:[*+]|\{\d+,)/.test(source.slice(index + atom.length, index + atom.length + 20))) return true;
  }
  return false;
}

function endsAnchored(branch: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*\$$/.test(branch);
}

/** Building an expression runs nothing; it only tells whether JavaScript takes the source. */
function isExpression(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}
