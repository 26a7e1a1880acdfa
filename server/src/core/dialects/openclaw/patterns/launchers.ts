/** The programs that lead to any other, in one release, found by name or by pattern. Knows names, nothing of documents. */
import { launchersByKind, programFolders, refusedLaunchers } from "../tables/programs.ts";
import { compareReleases, type Behaviour } from "../releases.ts";
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

/** The launchers of a release. Answers are kept, so one value serves one reading of a document. */
export function launchersOf(behaviour: Behaviour): Launchers {
  const refused = new Set(
    refusedLaunchers.filter((row) => compareReleases(row.since, behaviour.release) <= 0).flatMap((row) => [...row.names]),
  );
  // The order of the kinds puts the worst first.
  const names = Object.values(launchersByKind).flatMap((kind) => kind.filter((name) => !refused.has(name)));
  const known = new Set(names);
  const answers = new Map<string, readonly string[]>();
  let trials = 0;

  const named = (name: string): readonly string[] => {
    const plain = name.toLowerCase().replace(/\.(?:exe|cmd|bat|com)$/, "");
    const found = [plain, plain.replace(/-?\d+(?:\.\d+)*$/, "")].some((candidate) => known.has(candidate));
    return found ? [name] : [];
  };

  return {
    all: () => names,
    named,
    matching: (pattern) => {
      if (!/[*?]/.test(pattern)) return named(pattern);
      const answer = answers.get(pattern);
      if (answer) return answer;
      const glob = compileGlob(`/${pattern}`, behaviour);
      const windows = (name: string) => (pattern.toLowerCase().endsWith(".exe") ? `${name}.exe` : name);
      const found = glob.type === "matches" ? names.filter((name) => glob.test(`/${windows(name)}`)) : [];
      answers.set(pattern, found);
      return found;
    },
    tried: (test) => {
      trials++;
      if (trials > mostTrials) return undefined;
      return names.filter((name) => programFolders.some((folder) => test(`${folder}/${name}`)));
    },
  };
}
