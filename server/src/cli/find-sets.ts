/** From a path on the command line to the files that config sets start from. The only place of the CLI that walks folders. */
import { readdirSync, statSync, type Dirent, type Stats } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { startsIn, type Uri } from "../core/index.ts";
import { codeOf } from "./error-code.ts";

export interface SetStart {
  /** The folder the set belongs to, as a path of this system. */
  readonly folder: string;
  readonly start: Uri;
  /** Come across by a name that many files bear: only its content tells whether it is ours, and it says nothing of agents. */
  readonly isGuess: boolean;
}

/** `unseen`: the folders that could not be looked into, each with the reason: what lies there is not known. */
export type FoundSets =
  | { readonly state: "found"; readonly sets: readonly SetStart[]; readonly unseen: readonly string[] }
  | { readonly state: "nothing"; readonly why: string };

/** Folders that hold other people's copies, never a config somebody runs. */
const skippedFolders: ReadonlySet<string> = new Set(["node_modules", ".git"]);
const deepestFolder = 12;

/** A file stands for itself. A folder stands for its own set or, when it has none, for all sets below it. */
export function findSets(path: string): FoundSets {
  const absolute = resolve(path);
  const status = statusOf(absolute);
  if (typeof status === "string") return { state: "nothing", why: `${path}: ${status}` };
  if (!status.isDirectory())
    return {
      state: "found",
      sets: [{ folder: resolve(absolute, ".."), start: pathToFileURL(absolute).href, isGuess: false }],
      unseen: [],
    };
  const unseen: string[] = [];
  const sets = [...setsBelow(absolute, deepestFolder, unseen)];
  return sets.length > 0 || unseen.length > 0
    ? { state: "found", sets, unseen }
    : { state: "nothing", why: `${path}: no openclaw.json or exec-approvals.json here or below` };
}

/** What the system says of it, or why it says nothing: the reason is one sentence for whoever gave the path. */
function statusOf(path: string): Stats | string {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? "no such file or folder";
  } catch (error) {
    return codeOf(error) === "ENOTDIR" ? "no such file or folder" : `cannot be looked at (${codeOf(error) ?? "unknown reason"})`;
  }
}

function* setsBelow(folder: string, depth: number, unseen: string[]): Generator<SetStart> {
  const entries = entriesOf(folder, unseen);
  const starts = startsOf(folder, entries);
  yield* starts;
  if (depth === 0 || starts.some(({ isGuess }) => !isGuess)) return;
  for (const entry of entries) {
    if (entry.isDirectory() && !skippedFolders.has(entry.name)) yield* setsBelow(join(folder, entry.name), depth - 1, unseen);
  }
}

function entriesOf(folder: string, unseen: string[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    unseen.push(`${folder}: cannot be looked into (${codeOf(error) ?? "unknown reason"})`);
    return [];
  }
}

/** The dialects say which of the folder's files lead. */
function startsOf(folder: string, entries: readonly Dirent[]): SetStart[] {
  const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  return startsIn(names).map(({ name, dialect }) => ({
    folder,
    start: pathToFileURL(join(folder, name)).href,
    isGuess: dialect.isCompanion,
  }));
}
