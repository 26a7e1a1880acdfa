/** The programs that lead to any other, in one release, found by name or by pattern. Knows names, nothing of documents. */
import { bareShells, launchersByKind, programFolders, refusedLaunchers } from "../tables/programs.ts";
import { reachedBy, type Behaviour } from "../releases.ts";
import type { LauncherKind } from "../../../grants/allowlist.ts";
import { compileGlob } from "./glob.ts";

export interface Launchers {
  all(): readonly string[];
  /** The program of this name, if it is one: `python3.11` and `cmd.exe` count by their plain names. */
  named(name: string): readonly string[];
  /** Those whose name a name pattern matches. */
  matching(pattern: string): readonly string[];
  /** Those a test admits in one of the usual folders; nothing once too many such tests were asked for. */
  tried(test: (path: string) => boolean): readonly string[] | undefined;
}

/** Trying every program in every folder is slow: a document that needs it more often is not judged further. */
const mostTrials = 100;

/** Patterns repeat in real documents; a document of nothing but different ones must not fill the memory. */
const mostAnswers = 1000;

/** The launchers of a release. Answers are kept, so one value serves one reading of a document. */
export function launchersOf(behaviour: Behaviour): Launchers {
  const isReached = reachedBy(behaviour.release);
  const refused = new Set(refusedLaunchers.filter(({ since }) => isReached(since)).flatMap(({ names }) => [...names]));
  // The order of the kinds puts the worst first.
  return programsNamed(
    Object.values(launchersByKind).flatMap((kind) => kind.filter((name) => !refused.has(name))),
    behaviour,
  );
}

/** Programs of some names, found by name or by pattern. */
export function programsNamed(names: readonly string[], behaviour: Behaviour): Launchers {
  const known = new Set(names);
  let byInitial: ReadonlyMap<string, readonly string[]> | undefined;
  const answers = new Map<string, readonly string[]>();
  let trials = 0;

  const named = (name: string): readonly string[] => (plainNames(name).some((candidate) => known.has(candidate)) ? [name] : []);

  return {
    all: () => names,
    named,
    matching: (pattern) => {
      if (!/[*?]/.test(pattern)) return named(pattern);
      const answer = answers.get(pattern);
      if (answer) return answer;
      const plain = pattern.replace(/\.exe$/i, "");
      const start = plain.slice(0, plain.search(/[*?]|$/)).toLowerCase();
      byInitial ??= groupByInitial(names);
      const candidates = start === "" ? names : (byInitial.get(start.charAt(0)) ?? []).filter((name) => name.startsWith(start));
      const glob = compileGlob(`/${plain}`, behaviour);
      const found = glob.type === "matches" ? candidates.filter((name) => glob.test(`/${name}`)) : [];
      if (answers.size < mostAnswers) answers.set(pattern, found);
      return found;
    },
    tried: (test) => {
      trials++;
      if (trials > mostTrials) return undefined;
      return names.filter((name) => programFolders.some((folder) => test(`${folder}/${name}`)));
    },
  };
}

/** Whether a release takes a program for no command at all, listed or not: it goes by what the program would start, or refuses it. */
export function isNeverTaken(name: string, release: string): boolean {
  const row = refusedLaunchers.find(({ names }) => names.includes(name));
  return row !== undefined && row.isTakenOtherwise !== true && reachedBy(release)(row.since);
}

/** Whether a release takes a program without arguments only, as long as its entry has no pattern for these. */
export function isTakenBare(name: string, release: string): boolean {
  const row = bareShells.find(({ names }) => names.includes(name));
  return row !== undefined && reachedBy(release)(row.since);
}

/** How a program leads to any other; undefined for one that does not. */
export function launcherKind(name: string): LauncherKind | undefined {
  const names = plainNames(name);
  const kinds = Object.entries(launchersByKind) as [LauncherKind, readonly string[]][];
  return kinds.find(([, members]) => names.some((candidate) => members.includes(candidate)))?.[0];
}

/** A program's name without an ending of Windows, and without the version at its end. */
function plainNames(name: string): readonly string[] {
  const plain = name.toLowerCase().replace(/\.(?:exe|cmd|bat|com)$/, "");
  return [plain, plain.replace(/(?<![\d.])-?\d+(?:\.\d+)*$/, "")];
}

function groupByInitial(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const group = groups.get(name.charAt(0));
    if (group) group.push(name);
    else groups.set(name.charAt(0), [name]);
  }
  return groups;
}
