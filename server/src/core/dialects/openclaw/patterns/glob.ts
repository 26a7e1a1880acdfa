/**
 * What an allowlist pattern matches, as the release's own matcher has it, for POSIX paths. Knows paths and patterns, nothing of programs.
 * A pattern is text from a file: it is never run as a regular expression, and no pattern makes this throw or hang.
 */
import type { Behaviour } from "../releases.ts";
import { compilePieces, type Piece, type Test } from "./automaton.ts";
import { parseRegExp } from "./regexp.ts";

/** The folder that stands for the user's own, which is not known here. */
export const homeFolder = "/home/user";

/** `fails`: the release's matcher throws at this pattern; `unjudged`: it is beyond what is judged here. */
export type Glob = { readonly type: "matches"; readonly test: Test } | { readonly type: "fails" } | { readonly type: "unjudged" };

/** Longer than any path of a program: what is literal in such a pattern can match nothing, and it is not worth the work. */
export const longestPattern = 4096;

/** Compiles a pattern; `~` stands for the given home. */
export function compileGlob(pattern: string, behaviour: Pick<Behaviour, "pathPattern">, home = homeFolder): Glob {
  const trimmed = pattern.trim();
  if (trimmed === "") return { type: "matches", test: () => false };
  if (trimmed.length > longestPattern) return { type: "unjudged" };
  const isLive = behaviour.pathPattern === "live-expression";
  const expanded = trimmed.replace(isLive ? /^~(?=$|\/)/ : /^~(?=$|[\\/])/, () => home);
  return isLive ? compileLiveExpression(expanded) : compilePlainGlob(expanded, behaviour.pathPattern === "caseless-glob");
}

/** Whether a pattern matches the path of a program; nothing where that cannot be told. A pattern at which the release throws matches nothing. */
export function matchesPattern(
  pattern: string,
  path: string,
  behaviour: Pick<Behaviour, "pathPattern">,
  home = homeFolder,
): boolean | undefined {
  const glob = compileGlob(pattern, behaviour, home);
  if (glob.type !== "matches") return glob.type === "fails" ? false : undefined;
  return glob.test(path);
}

function compilePlainGlob(pattern: string, isCaseless: boolean): Glob {
  const compared = (text: string) => (isCaseless ? slashed(text).toLowerCase() : slashed(text));
  const literal = compared(pattern);
  if (!/[*?]/.test(pattern)) return { type: "matches", test: (path) => compared(path) === literal };
  const pieces: Piece[] = [{ type: "start" }];
  for (let index = 0; index < literal.length; index++) {
    if (literal.startsWith("**", index)) {
      pieces.push({ type: "repeat", piece: anything, from: 0, to: Infinity });
      index++;
    } else if (literal.charAt(index) === "*") {
      pieces.push({ type: "repeat", piece: notSlash, from: 0, to: Infinity });
    } else if (literal.charAt(index) === "?") {
      pieces.push(isCaseless ? anything : notSlash);
    } else {
      const unit = literal.charCodeAt(index);
      pieces.push({ type: "set", has: (other) => other === unit });
    }
  }
  pieces.push({ type: "end" });
  const test = compilePieces({ type: "sequence", pieces });
  if (!test) return { type: "unjudged" };
  return { type: "matches", test: (path) => test(withoutDots(compared(path))) };
}

/** In this era every other character goes into the regular expression as it stands. */
function compileLiveExpression(pattern: string): Glob {
  const source = slashed(pattern)
    .toLowerCase()
    .replace(/\*\*|\*|\?/g, (sign) => (sign === "**" ? ".*" : sign === "*" ? "[^/]*" : "."));
  const whole = `^${source}$`;
  if (!isRegExp(whole)) return { type: "fails" };
  const pieces = parseRegExp(whole, true);
  const test = pieces && compilePieces(pieces);
  if (!test) return { type: "unjudged" };
  return { type: "matches", test: (path) => test(slashed(path).toLowerCase()) };
}

/** Building an expression runs nothing; it only tells whether JavaScript takes the source. */
function isRegExp(source: string): boolean {
  try {
    return new RegExp(source, "i") instanceof RegExp;
  } catch {
    return false;
  }
}

const notSlash: Piece = { type: "set", has: (unit) => unit !== 47 };

const anything: Piece = { type: "set", has: isNotLineEnd };

function isNotLineEnd(unit: number): boolean {
  return unit !== 10 && unit !== 13 && unit !== 0x2028 && unit !== 0x2029;
}

/** Two backslashes count as a slash, in patterns and paths alike. */
function slashed(text: string): string {
  return text.replace(/\\\\/g, "/");
}

/** Paths are compared without `.` and `..` segments when the pattern has wildcards. */
function withoutDots(path: string): string {
  if (!path.split(/[/\\]/).some((segment) => segment === "." || segment === "..")) return path;
  const root = path.startsWith("/") ? "/" : "";
  const kept: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") kept.push(segment);
    else if (kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else if (root === "") kept.push("..");
  }
  const joined = root + kept.join("/") || ".";
  return path.endsWith("/") && !joined.endsWith("/") ? `${joined}/` : joined;
}
