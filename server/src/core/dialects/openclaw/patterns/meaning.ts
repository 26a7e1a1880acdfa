/**
 * What an allowlist pattern admits in a release, said in words a rule can use. Knows which programs lead to any other; knows nothing of
 * documents, agents or arguments.
 */
import type { AllowlistEntry } from "../../../grants/allowlist.ts";
import { programFolders } from "../tables/programs.ts";
import type { Behaviour } from "../releases.ts";
import type { Test } from "./automaton.ts";
import { compileGlob, homeFolder, longestPattern } from "./glob.ts";
import { whyNeverMatches } from "./never.ts";
import { isNeverTaken, type Launchers } from "./launchers.ts";

export interface Meaning extends Pick<AllowlistEntry, "admits" | "why" | "launchers"> {
  /** False where the pattern is beyond what can be judged. */
  readonly certain: boolean;
}

/** What is admitted by a trimmed pattern. `hasArgPattern`: the entry has one too, honoured or not. */
export function readMeaning(pattern: string, hasArgPattern: boolean, behaviour: Behaviour, launchers: Launchers): Meaning {
  const never = whyNeverMatches(pattern, hasArgPattern, behaviour);
  if (never !== undefined) return nothing(never);
  if (isNeverTaken(baseName(pattern), behaviour.release)) {
    return nothing(`${behaviour.release} goes by what this program would start, or refuses it`);
  }
  if (!/[/\\~]/.test(pattern)) return readBareName(pattern, launchers);
  const path = slashForm(pattern);
  if (!/[*?]/.test(path) && (behaviour.pathPattern !== "live-expression" || !hasLiveSigns(path))) {
    return { admits: "program", why: whyOne(path, behaviour), launchers: launchers.named(baseName(path)), certain: true };
  }
  if (path.length > longestPattern) return { ...nothing("it is too long to judge"), certain: false };
  if (behaviour.pathPattern !== "live-expression" || !hasLiveSigns(path)) return readGlob(path, behaviour, launchers);
  const glob = compileGlob(path, behaviour);
  if (glob.type === "unjudged") return { ...nothing("it is too intricate to judge"), certain: false };
  if (glob.type === "fails")
    return nothing(`${behaviour.release} cannot read it as an expression, and every command compared with it fails`);
  return readLiveExpression(path, glob.test, behaviour, launchers);
}

/** Most Linux systems keep `/bin` and `/sbin` as links, and then no real path begins with them. */
function whyOne(path: string, { comparedPath, release }: Behaviour): string {
  const isLinked = comparedPath === "real" && /^\/s?bin\//.test(path);
  return isLinked ? `it names one program, which ${release} looks for behind all links` : "it names one program";
}

function readBareName(pattern: string, launchers: Launchers): Meaning {
  const admits = bareAdmits(pattern);
  if (admits === "everything") return everything("a lone * stands for every program", launchers);
  const byName = "programs called without a path";
  if (admits === "any-name")
    return { admits: "any-name", why: `it matches the name of all ${byName}`, launchers: launchers.all(), certain: true };
  return { admits: "name", why: `it is compared with the names of ${byName}`, launchers: launchers.matching(pattern), certain: true };
}

/** What a pattern without a path admits once the release compares it with names. */
export function bareAdmits(pattern: string): "everything" | "any-name" | "name" {
  if (pattern === "*") return "everything";
  return isEveryName(pattern) ? "any-name" : "name";
}

/** Of a pattern without a path: nothing but signs, which together match a name of one letter as well as any longer one. */
export function isEveryName(pattern: string): boolean {
  return /^[*?]+$/.test(pattern) && pattern.includes("*") && pattern.split("?").length <= 2;
}

/** Paths nobody names, with no letter in common: what matches them all matches everything. */
const anywhere = ["/usr/bin/q7", "/opt/w8/zz/k9", `${homeFolder}/y4/x.sh`, "/j5/v6"];
const anyFolders = ["/usr/bin", "/opt/w8/zz", `${homeFolder}/y4`];

function readGlob(path: string, behaviour: Behaviour, launchers: Launchers): Meaning {
  const glob = compileGlob(path, behaviour);
  const test: Test = glob.type === "matches" ? glob.test : () => false;
  const last = baseName(path);
  const folder = path.slice(0, path.length - last.length);
  // Only signs can match everywhere: trying a pattern out is slow, and most need no trial.
  const isOpen = /^[*?/]*$/.test(folder);
  if (isOpen && /^[*?]*$/.test(last) && anywhere.every(test)) return everything("it matches every path", launchers);
  if (/^[*?]+$/.test(last) && last.includes("*")) {
    const admitsAll = programFolders.some((where) => test(`${where}/q7`) || test(`${where.toLowerCase()}/q7`));
    const why = last.includes("**") ? `it matches everything below ${folder}` : `it matches every program in ${folder}`;
    return { admits: "directory", why, launchers: admitsAll ? launchers.all() : [], certain: true };
  }
  const isAnywhere = isOpen && (/^\/?\*\*\/$/.test(folder) || matchesInAnyFolder(last, test));
  const why = isAnywhere ? "it names programs wherever they lie" : "it names programs";
  return { admits: isAnywhere ? "any-directory" : "program", why, launchers: launchers.matching(last), certain: true };
}

function matchesInAnyFolder(last: string, test: Test): boolean {
  const sample = last.replace(/\*+|\?/g, (sign) => (sign === "?" ? "q" : "q7"));
  return anyFolders.every((folder) => test(`${folder}/${sample}`));
}

/** The pattern is a regular expression in disguise: only trying it out tells what it admits. */
function readLiveExpression(path: string, test: Test, behaviour: Behaviour, launchers: Launchers): Meaning {
  if (anywhere.every(test)) return everything(`${behaviour.release} reads it as an expression that matches every path`, launchers);
  // Classes and alternatives may be meant; brackets and plus signs are parts of names.
  if (!/[*?[|]/.test(path) && !test(path)) {
    return nothing(`${behaviour.release} reads its brackets and signs as an expression, which does not match the path as written`);
  }
  const admitted = launchers.tried(test);
  const why = `${behaviour.release} reads its brackets and signs as an expression`;
  return { admits: "program", why, launchers: admitted ?? [], certain: false };
}

function everything(why: string, launchers: Launchers): Meaning {
  return { admits: "everything", why, launchers: launchers.all(), certain: true };
}

function nothing(why: string): Meaning {
  return { admits: "nothing", why, launchers: [], certain: true };
}

/** Windows compares without regard to case, and with either slash. */
export function slashForm(pattern: string): string {
  return pattern.includes("\\")
    ? pattern
        .replace(/^\\\\[?.]\\/, "")
        .replace(/\\/g, "/")
        .toLowerCase()
    : pattern;
}

function hasLiveSigns(path: string): boolean {
  return /[+()[\]{}|^$]/.test(path);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
