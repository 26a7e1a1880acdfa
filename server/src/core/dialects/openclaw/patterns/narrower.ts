/**
 * What an allowlist entry can be narrowed to: the programs its contract names, or the one it let pass last, and for programs that do whatever their
 * arguments say, those arguments. Knows patterns, programs and commands; nothing of documents.
 */
import { admitsAll } from "../../../grants/allowlist.ts";
import type { Behaviour } from "../releases.ts";
import type { Arguments } from "./arguments.ts";
import { matchesPattern } from "./glob.ts";
import { isNeverTaken, launcherKind, type Launchers } from "./launchers.ts";
import type { Meaning } from "./meaning.ts";
import { writableFolder } from "./writable.ts";

export interface NarrowerEntry {
  readonly patterns: readonly [string, ...string[]];
  /** Only with one pattern. */
  readonly argPattern: string | undefined;
  /** What it admits then, as a command. */
  readonly admits: readonly string[];
  readonly from: "contract" | "use";
}

export interface Narrowable {
  readonly pattern: string;
  readonly meaning: Pick<Meaning, "admits" | "certain">;
  /** What it says of arguments today. */
  readonly args: Arguments["admits"];
  /** Whether the release looks at a pattern for arguments of this entry, and whether there is one. */
  readonly bindsArguments: boolean;
  readonly hasArguments: boolean;
  /** What the entry let pass last, as far as it was written down. */
  readonly lastPath: string | undefined;
  readonly lastCommand: string | undefined;
  /** What the contract of the agent it serves names. */
  readonly programs: readonly string[];
  /** Whether the list admits a program with any arguments without this entry. */
  readonly isListed: (program: string) => boolean;
}

export interface Surroundings {
  readonly behaviour: Behaviour;
  readonly launchers: Launchers;
  readonly sends: Launchers;
  readonly writes: Launchers;
  readonly workspaces: readonly string[];
}

/** Nothing where the entry names its program and binds its arguments already, or where no use of it is known that is worth keeping. */
export function narrowerEntry(entry: Narrowable, surroundings: Surroundings): NarrowerEntry | undefined {
  const isWide = entry.meaning.admits !== "program" || /[*?]/.test(entry.pattern);
  if (!entry.meaning.certain || entry.meaning.admits === "nothing") return undefined;
  const named =
    isWide && !isName(entry)
      ? entry.programs.filter((program) => isPlain(program, surroundings) && isOwn(program, entry, surroundings))
      : [];
  const [first, ...others] = named;
  if (first !== undefined) return { patterns: [first, ...others], argPattern: undefined, admits: named, from: "contract" };
  const program = isWide ? lastProgram(entry, surroundings) : entry.pattern;
  if (program === undefined || !isExact(program, surroundings)) return undefined;
  // Most programs do the same kind of thing whatever follows them, and are worth more with all of it.
  const isSteered = entry.hasArguments || !isPlain(program, surroundings);
  const isBindable = entry.bindsArguments && entry.args === "any" && !entry.isListed(program);
  const bound = isSteered && isBindable ? boundArguments(program, entry.lastCommand, surroundings) : undefined;
  if (bound) return { patterns: [program], argPattern: bound.argPattern, admits: [bound.command], from: "use" };
  const isNarrower = isWide && surroundings.launchers.named(baseName(program)).length === 0 && !entry.isListed(program);
  return isNarrower ? { patterns: [program], argPattern: undefined, admits: [program], from: "use" } : undefined;
}

/** A program that a list may name without a second thought. */
function isPlain(program: string, { behaviour, launchers, sends, writes }: Surroundings): boolean {
  const name = baseName(program);
  return !isNeverTaken(name, behaviour.release) && [launchers, sends, writes].every((kind) => kind.named(name).length === 0);
}

/** A name admits what the search for programs finds under it, and commands without a path; what is found is known from use alone. */
function isName({ meaning }: Narrowable): boolean {
  return meaning.admits === "name";
}

/** A full path that the entry admits today and nobody else can write to. */
function isOwn(program: string, entry: Narrowable, surroundings: Surroundings): boolean {
  const { behaviour, workspaces } = surroundings;
  if (!isExact(program, surroundings) || entry.isListed(program) || writableFolder(program, workspaces)) return false;
  if (admitsAll(entry.meaning.admits)) return true;
  const [pattern, path] = isName(entry) ? [`/${entry.pattern}`, `/${baseName(program)}`] : [entry.pattern, program];
  return matchesPattern(pattern, path, behaviour) === true;
}

/** What is written down is the first program of the last command, which need not be the one that the entry let pass. */
function lastProgram(entry: Narrowable, surroundings: Surroundings): string | undefined {
  const [word] = plainWords(entry.lastCommand) ?? [];
  return [entry.lastPath, isName(entry) ? undefined : word].find((path) => path !== undefined && isOwn(path, entry, surroundings));
}

/**
 * The arguments of the last command, spelled out. For what runs scripts they have to begin with one that lies where nobody else writes: a program text, or
 * a script that the agent can change, would be as good as any command. What finds its scripts by itself cannot be bound like that.
 */
function boundArguments(
  program: string,
  command: string | undefined,
  { workspaces }: Surroundings,
): { argPattern: string; command: string } | undefined {
  const [word = "", ...args] = plainWords(command) ?? [];
  if (word === "" || baseName(word) !== baseName(program)) return undefined;
  const kind = launcherKind(baseName(program));
  if (kind === "wrapper" || kind === "runner") return undefined;
  const script = args[0] ?? "";
  const runsScript = kind === "shell" || kind === "interpreter";
  if (runsScript && (!isFullPath(script) || writableFolder(script, workspaces) !== undefined)) return undefined;
  const text = args.join(" ");
  return {
    argPattern: `^${text.replace(/[.*+?^${}()|[\]\\/]/g, (sign) => (sign === "/" ? sign : `\\${sign}`))}$`,
    command: [program, ...args].join(" "),
  };
}

/**
 * One command of words that no shell changes, in which no word looks like a secret; undefined for any other. A longer one says too little
 * about what it is for.
 */
function plainWords(command: string | undefined): string[] | undefined {
  if (command === undefined || command.length > 200) return undefined;
  const words = command.trim().split(/ +/);
  const isSecret = (word: string): boolean => word.split("/").some((part) => part.length >= 16 && /\d/.test(part) && /[a-z]/i.test(part));
  return words.every((word) => /^[\w@%+=:,./-]+$/.test(word) && !isSecret(word) && !/:\/\/[^/]*@/.test(word)) ? words : undefined;
}

/** A path that as a pattern admits itself and no other: where a pattern is an expression, a dot is any character. */
function isExact(path: string, { behaviour }: Surroundings): boolean {
  return isFullPath(path) && (behaviour.pathPattern !== "live-expression" || !path.includes("."));
}

/** Written out, with nothing in it that any release reads as a sign but the dot. */
function isFullPath(path: string): boolean {
  return /^\/[\w@%,.:/ -]*[\w@%,.:-]$/.test(path) && !/\/(?:\.{0,2}\/|\.{1,2}$)/.test(path);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
