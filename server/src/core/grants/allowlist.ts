/** What one entry of an allowlist means in the release in use, and what can be done about it. Names no product. */
import type { Edit, Remediation, RuleSet, Severity } from "../finding.ts";
import type { Read } from "../read.ts";
import { nameOf } from "../read.ts";
import type { Location, Path } from "../syntax/tree.ts";

/** How a program leads to any other: by what it is, by starting what follows it, by running scripts or packages, or by an option it has. */
export type LauncherKind = "shell" | "interpreter" | "wrapper" | "runner" | "tool";

/** The same as a clause about one such program, or about several. */
export const launcherDeeds: Readonly<Record<LauncherKind, (many: boolean) => string>> = {
  shell: (many) => (many ? "are shells" : "is a shell"),
  interpreter: (many) => `${many ? "run" : "runs"} whatever script the arguments hold or name`,
  wrapper: (many) => (many ? "start the program named after them" : "starts the program named after it"),
  runner: (many) => `${many ? "run" : "runs"} scripts or packages of anybody's choice`,
  tool: (many) => `${many ? "have" : "has"} options that run another program`,
};

/** A list that entries stand in. */
export interface Allowlist {
  /** The agent it serves; undefined when it serves all. */
  readonly agent: string | undefined;
  readonly read: Read<unknown>;
  /** The edits that make commands that are not on it wait for a person. */
  readonly shut: readonly Edit[];
}

/** What one allowlist entry means in the release in use. */
export interface AllowlistEntry {
  readonly list: Allowlist;
  /** Ids of the agents it serves; undefined when it serves all. */
  readonly agent: string | undefined;
  readonly entry: Read<unknown>;
  readonly pattern: Read<string>;
  readonly argPattern: Read<string>;
  /**
   * `everything`: any program; `any-name`: any program called by its name, without a path; `directory`: every program below a folder;
   * `any-directory`: named programs wherever they lie; `name`: named programs, called without a path, so the first that the search for
   * programs finds; `program`: named programs in one place; `nothing`: can never match.
   */
  readonly admits: "everything" | "any-name" | "directory" | "any-directory" | "name" | "program" | "nothing";
  /** Why it admits that, as a clause in the release's terms: "a name without a path never matches before 2026.5.7". */
  readonly why: string;
  /** `nothing` only, and where that is certain: what keeps it from admitting anything. A `binding` ties a saved entry to the one command it was saved for. */
  readonly fault: "pattern" | "arguments" | "binding" | undefined;
  /** `nothing` only: what a later release makes of the same pattern. */
  readonly wakes: { readonly admits: "everything" | "any-name" | "name"; readonly since: string } | undefined;
  /** With which arguments: `any`; `loose`: more than its pattern for them spells out; `bound`: what it spells out. */
  readonly args: "any" | "loose" | "bound";
  /** True for a shell that is taken without arguments only; `args` is then `any`, because what it reads from its input is any command. */
  readonly isBareShell: boolean;
  /** Why the arguments are what they are, as a clause; empty where nothing is written about them. */
  readonly whyArgs: string;
  /** The pattern for arguments that spells out what is written and no more, where that is plain. */
  readonly anchored: string | undefined;
  /** The entry that admits the same program with any arguments, and so undoes what this one says of them. */
  readonly undoneBy: { readonly at: Location; readonly path: Path } | undefined;
  /** Base names of programs it admits that can be made to run any other program (shells, interpreters, launchers). */
  readonly launchers: readonly string[];
  /** How the first of them does it. */
  readonly launcher: LauncherKind | undefined;
  /** Base names of programs it admits that send files away or write them, wherever their arguments say. */
  readonly steered: { readonly sends: readonly string[]; readonly writes: readonly string[] };
  /** The folder the program lies in, where agents can usually write: what it is, as a noun ("the folder for temporary files"), and whose. */
  readonly writable: { readonly folder: string; readonly whose: "everyone" | "agent" | "user" } | undefined;
  /** How it could admit less, by what is known of its use; worked out when asked. */
  readonly narrower: () => EntryNarrowing | undefined;
  /** Programs it admits, and some that look alike; worked out when asked. Nothing where every program is admitted, none, or nobody can tell. */
  readonly programExamples: () => ProgramExamples | undefined;
  /** Likewise arguments, joined by blanks, where its pattern for them has an effect. */
  readonly argumentExamples: () => Examples | undefined;
  /** When it last let a command pass, in milliseconds. */
  readonly lastUsed: number | undefined;
  /** False when no exec policy consults this entry (security is not `allowlist` for the agent it serves). */
  readonly consulted: boolean;
  readonly certain: boolean;
}

/** Whether it speaks of programs by their names, not of all there are somewhere. */
export function namesPrograms(admits: AllowlistEntry["admits"]): boolean {
  return admits === "program" || admits === "name" || admits === "any-directory";
}

/** What is admitted, as an object of "admits"; `many`: several patterns admit it. */
export const admittedByName: Readonly<Record<"everything" | "any-name" | "name", (many: boolean) => string>> = {
  everything: () => "every program",
  "any-name": () => "every program that is called by its name",
  name: (many: boolean) => `whichever ${many ? "programs of those names" : "program of that name"} the search path finds first`,
};

/** Whether every command can be put so that it admits it: where only a name will do, a shell is called by its name. */
export function admitsAll(admits: AllowlistEntry["admits"]): boolean {
  return admits === "everything" || admits === "any-name";
}

/** What a pattern matches, at least one, and what looks alike and is not matched. */
export interface Examples {
  readonly admitted: readonly string[];
  readonly refused: readonly string[];
}

/** Programs as the release compares them with a pattern. */
export interface ProgramExamples extends Examples {
  /** `name`: what a program is called by, without a path; `found-path`: where it is found; `real-path`: the file behind all links to it. */
  readonly compared: "name" | "found-path" | "real-path";
}

/** A narrower form of an entry. */
export interface EntryNarrowing {
  /** The programs or the command that it admits then. */
  readonly admits: readonly string[];
  readonly bindsArguments: boolean;
  /** Who says that these are what it is for: the agent's contract, or the last command it let pass. */
  readonly from: "contract" | "use";
  readonly edits: readonly Edit[];
}

/** Entries of one list that have something in common, in writing order: what is wrong with several for one reason is said once. */
export type EntryGroup = readonly [AllowlistEntry, ...AllowlistEntry[]];

/** The entries list by list, and within each list by a key; those without a key are left out. */
export function groupEntries(entries: readonly AllowlistEntry[], keyOf: (entry: AllowlistEntry) => string | undefined): EntryGroup[] {
  const lists = new Map<Allowlist, Map<string, [AllowlistEntry, ...AllowlistEntry[]]>>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const groups = lists.get(entry.list) ?? new Map<string, [AllowlistEntry, ...AllowlistEntry[]]>();
    lists.set(entry.list, groups);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...lists.values()].flatMap((groups) => [...groups.values()]);
}

/** How loud to be about an entry: quiet, and in the strict set alone, where nothing asks its list; otherwise as loud as its rule, unless that says how. */
export function loudness(
  { consulted }: AllowlistEntry,
  severity?: Severity,
): { readonly severity?: Severity | undefined; readonly set?: RuleSet } {
  return consulted ? { severity } : { severity: "info", set: "strict" };
}

/** Where to point at an entry. */
export function placeOf({ pattern, entry }: AllowlistEntry): { readonly at: Location; readonly path: Path } {
  return pattern.state === "set" ? { at: pattern.at, path: pattern.path } : { at: nameOf(entry), path: entry.path };
}

/** Where to point at what an entry says of arguments. */
export function argumentsPlaceOf(entry: AllowlistEntry): { readonly at: Location; readonly path: Path } {
  const { argPattern } = entry;
  return argPattern.state === "set" ? { at: argPattern.at, path: argPattern.path } : placeOf(entry);
}

/** The other entries of a group as related places. */
export function alike([, ...others]: EntryGroup, says: string): { readonly at: Location; readonly message: string }[] {
  return others.map((entry) => ({ at: placeOf(entry).at, message: `${quoted(entry)} ${says}` }));
}

/** The pattern as written, in quotes. */
export function quoted({ pattern }: AllowlistEntry): string {
  return pattern.state === "set" ? `"${pattern.value}"` : "an entry";
}

/** Takes entries off their list; no edits when one is not definitely there. Safe never, because somebody may rely on an entry. */
export function entryRemoval(...entries: readonly AllowlistEntry[]): Remediation {
  const known = entries.every(({ entry }) => entry.state === "set");
  const title = entries.length === 1 ? "Remove this entry" : `Remove these ${entries.length} entries`;
  return {
    title,
    safety: "review",
    edits: () => (known ? entries.map(({ entry }): Edit => ({ op: "remove", file: entry.at.file, path: entry.path })) : []),
  };
}

/**
 * Narrows those entries of which it is known what they are for. `list` puts their programs into a sentence; `isEnough` says which narrower forms
 * answer what is wrong with them.
 */
export function entryNarrowing(
  entries: readonly AllowlistEntry[],
  list: (programs: readonly string[]) => string,
  isEnough: (narrower: EntryNarrowing) => boolean = () => true,
): Remediation[] {
  const known = entries.flatMap(({ narrower }) => narrower() ?? []).filter(isEnough);
  if (known.length === 0) return [];
  const what = list([...new Set(known.flatMap(({ admits }) => admits))]);
  const from = known.every(({ from: source }) => source === "contract")
    ? "the contract names"
    : `${entries.length === 1 ? "it" : "they"} let pass last`;
  const admit = known.length === entries.length ? "Admit only" : `Narrow ${known.length} of these ${entries.length} entries to`;
  return [{ title: `${admit} ${what}, which ${from}`, safety: "review", edits: () => known.flatMap(({ edits }) => edits) }];
}

/** What narrows the arguments an entry admits to those it spells out: an anchored pattern, and no other entry that undoes it. */
export function argumentLimits({ argPattern, anchored, undoneBy }: AllowlistEntry): Remediation[] {
  if (argPattern.state !== "set") return [];
  const { at, path } = argPattern;
  return [
    ...(anchored === undefined
      ? []
      : [
          {
            title: `Admit these arguments and no more: ${anchored}`,
            safety: "review" as const,
            edits: (): Edit[] => [{ op: "set", file: at.file, path, value: anchored }],
          },
        ]),
    ...(undoneBy === undefined
      ? []
      : [
          {
            title: "Remove the entry that admits any arguments",
            safety: "review" as const,
            edits: (): Edit[] => [{ op: "remove", file: undoneBy.at.file, path: undoneBy.path }],
          },
        ]),
  ];
}
