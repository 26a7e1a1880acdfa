/**
 * What an allowlist pattern admits, and what looks much the same and is not admitted: programs made up from the pattern, each judged by the release's
 * own matcher. Knows patterns and paths, nothing of the machine.
 */
import type { ProgramExamples } from "../../../grants/allowlist.ts";
import type { Behaviour } from "../releases.ts";
import { compileGlob, homeFolder } from "./glob.ts";

/** Of each kind. */
const mostShown = 3;

/** A longer one is cut where it is shown, and then examples look alike. */
const longestPattern = 60;

/** Examples for a trimmed pattern; none where nothing made up from it is admitted, and none for Windows, where the matcher is another. */
export function programExamplesOf(pattern: string, behaviour: Behaviour): ProgramExamples | undefined {
  if (pattern.length > longestPattern || /\\|^[A-Za-z]:/.test(pattern)) return undefined;
  const glob = compileGlob(pattern, behaviour);
  if (glob.type !== "matches") return undefined;
  const isName = !/[/~]/.test(pattern);
  // A name is compared with programs that are called by their name alone.
  const admits = (program: string): boolean => program.includes("/") !== isName && glob.test(program.replace(/^~(?=\/)/, homeFolder));
  const isProgram = isName ? isCalled : isPath;
  const plain = fillings(pattern).filter(isProgram);
  const similar = lookAlikes(pattern, isName)
    .flatMap((each) => fillings(each).slice(0, 1))
    .filter(isProgram);
  const admitted = distinct([...plain.slice(0, 1), ...similar, ...plain].filter(admits));
  if (admitted.length === 0) return undefined;
  const refused = distinct([...plain, ...similar].filter((program) => !admits(program)));
  return { compared: comparedWith(isName, behaviour), admitted, refused };
}

function comparedWith(isName: boolean, { comparedPath }: Behaviour): ProgramExamples["compared"] {
  if (isName) return "name";
  return comparedPath === "real" ? "real-path" : "found-path";
}

/** The pattern with something in the place of its signs: as little as possible, then more. */
function fillings(pattern: string): string[] {
  return [
    filled(pattern, { folders: "bin", name: "tool", part: "", unit: "x" }),
    filled(pattern, { folders: "local/bin", name: "other", part: "-x", unit: "7" }),
  ];
}

interface Filling {
  /** For `**`, which crosses slashes. */
  readonly folders: string;
  /** For a `*` that is all there is between two slashes, and for one that is a part of a name. */
  readonly name: string;
  readonly part: string;
  /** For `?`. */
  readonly unit: string;
}

function filled(pattern: string, { folders, name, part, unit }: Filling): string {
  return pattern.replace(/\*{2,}|\*|\?/g, (sign, offset: number) => {
    const isWhole = /^$|\/$/.test(pattern.slice(0, offset)) && /^(?:$|\/)/.test(pattern.slice(offset + sign.length));
    const isLast = offset + sign.length === pattern.length;
    if (sign === "?") return unit;
    if (sign === "*") return isWhole ? name : part;
    if (offset === 0) return isLast ? name : `/usr/${folders}${isWhole ? "" : "/"}`;
    if (isLast) return isWhole ? (part === "" ? name : `${folders}/${name}`) : part;
    return isWhole ? folders : part;
  });
}

/** Patterns that somebody might take for the same, what surprises most first. */
function lookAlikes(pattern: string, isName: boolean): string[] {
  const last = pattern.slice(pattern.lastIndexOf("/") + 1);
  const before = pattern.slice(0, pattern.length - last.length);
  return [
    // What does not cross a slash, what stands for one, and what does not stand for nothing.
    pattern.replace(/(?<=\/)\*(?=\/|$)/, "sub/*"),
    pattern.replace(/\?/, "/"),
    pattern.replace(/\/\*\*(?=\/)/, ""),
    // Signs of other languages, taken for what they mean there.
    pattern.replace(/\{([^{},]+),[^{}]*\}/, "$1"),
    pattern.replace(/\(([^()|]+)\|[^()]*\)/, "$1"),
    pattern.replace(/\[([^[\]^-])[^[\]]*\]/, "$1"),
    pattern.replace(/\++/, ""),
    before + swapCase(last),
    // The same name elsewhere, and one that begins alike.
    ...(isName ? [`./${last}`, `/usr/bin/${last}`] : [`/tmp/${last}`]),
    ...(/^\*+$/.test(last) ? [] : [`${pattern}-x`]),
    pattern.replace(/\.(?=[^.]*$)/, "x"),
  ].filter((each) => each !== pattern);
}

function swapCase(text: string): string {
  const upper = text.toUpperCase();
  return upper === text ? text.toLowerCase() : upper;
}

/** Whether a program may lie there. */
function isPath(path: string): boolean {
  return /^~?\/(?!.*\/\/)/.test(path) && !/\/\.{0,2}$|\/\.{1,2}\//.test(path);
}

/** Whether somebody may type it to call a program. */
function isCalled(name: string): boolean {
  return name !== "" && !name.endsWith("/") && !/\s/.test(name);
}

function distinct(programs: readonly string[]): string[] {
  return [...new Set(programs)].slice(0, mostShown);
}
