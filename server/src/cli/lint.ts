/** From a starting point to its analysis: what every command works through, one set after the other. */
import {
  analyze,
  dialectFor,
  gatherConfigSet,
  isContract,
  withKeptFiles,
  type Analysis,
  type AnalysisOptions,
  type ConfigSet,
  type Dialect,
  type ReadFile,
  type SchemaSource,
  type StatusOf,
} from "../core/index.ts";
import type { SetStart } from "./find-sets.ts";
import { evidenceWords, withEvidence, type SessionSource } from "./sessions.ts";
import { printable } from "./text.ts";

export interface LintHost {
  readonly readFile: ReadFile;
  readonly schemas: SchemaSource;
  readonly printError: (text: string) => void;
  /** Records of sessions; undefined where they are out of reach. */
  readonly sessions?: SessionSource;
  /** What the machine says of a file; undefined where modes decide nothing. */
  readonly statusOf?: StatusOf | undefined;
}

export interface SetOptions extends Omit<AnalysisOptions, "schemas"> {
  /** Also read what agents used in so many last days. */
  readonly usedWithin?: number | undefined;
  /** Also ask the machine who can read and write the files. */
  readonly fs?: boolean;
}

/** The analysis of one set; undefined when its file turns out to be none of ours. */
export async function analyzeSet(
  { start }: SetStart,
  { usedWithin, fs = false, ...options }: SetOptions,
  host: LintHost,
): Promise<Analysis | undefined> {
  const known = dialectFor(start);
  // A file named outright is believed to be a config whatever its name; its content still has to look like one.
  const dialect = known ?? dialectFor("file:///openclaw.json");
  if (!dialect) return undefined;
  const set = await gatherConfigSet(dialect, start, host.readFile, known ? {} : { role: { role: "config", grammar: "json5" } });
  if (!set) return undefined;
  const seen = usedWithin === undefined || dialect.isCompanion ? set : lookedAt(set, dialect, { ...options, usedWithin }, host);
  const kept = fs ? asKept(seen, dialect, host) : seen;
  return analyze(kept, dialect, { ...options, schemas: host.schemas });
}

/** With what the machine says of its files. Nothing asked must never look like nothing found. */
function asKept(set: ConfigSet, dialect: Dialect, { statusOf, printError }: LintHost): ConfigSet {
  if (statusOf) return withKeptFiles(set, dialect, statusOf);
  printError("grantlint: --fs finds nothing here: access lists decide on this system, not modes\n");
  return set;
}

/** With what its agents were seen to use. Whoever asked for it is told how far that goes. */
function lookedAt(
  set: ConfigSet,
  dialect: Dialect,
  { usedWithin, openclaw }: SetOptions & { readonly usedWithin: number },
  host: LintHost,
): ConfigSet {
  const seen = host.sessions ? withEvidence(set, dialect, dialect.targetRelease(set, openclaw), usedWithin, host.sessions) : set;
  host.printError(`grantlint: ${printable(evidenceWords(seen))}\n`);
  return seen;
}

/** Says why a set has no analysis. False where there is nothing to say: somebody else's file bears a name that ours bear too. */
export async function sayLeftAlone({ start, isGuess }: SetStart, { readFile, printError }: LintHost): Promise<boolean> {
  const found = await readFile({ uri: start, role: "config", root: start });
  if (isGuess && found.state !== "unreadable") return false;
  const isLone = isContract(start);
  const content = isLone ? "no config or approvals document beside it to hold it against" : "its content is no OpenClaw config";
  const why = found.state === "unreadable" ? `left alone, ${found.why}` : `${content}, left alone`;
  printError(`grantlint: ${start}: ${why}\n`);
  return true;
}
