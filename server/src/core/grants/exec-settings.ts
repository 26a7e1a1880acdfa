/** What is written about running commands, where it deserves a judgement besides the grants it leads to. Names no product. */
import type { Edit } from "../finding.ts";
import type { Read, SetRead } from "../read.ts";
import type { LauncherKind } from "./allowlist.ts";
import type { Because, Gate, Grant } from "./grant.ts";
import type { Standing } from "./standing.ts";

/** Each list is worked out when a rule asks for it. */
export interface ExecSettings {
  readonly loosened: readonly LoosenedExec[];
  readonly placements: readonly ExecPlacement[];
  readonly safePrograms: readonly SafeProgram[];
  readonly programFolders: readonly ProgramFolder[];
  readonly inlineCode: readonly InlineCode[];
  readonly reviewed: readonly ReviewedExec[];
  readonly upgrade: ExecUpgrade | undefined;
  /** Ids of the agents for whom neither file says anything about where commands run and which. */
  readonly unwritten: ReadonlySet<string>;
}

/** An agent whose own setting lets more commands through than the one for all agents. */
export interface LoosenedExec {
  readonly agent: string;
  readonly own: Because;
  readonly common: Because;
  /** What stands before its commands now. */
  readonly gate: Gate;
  readonly evidence: Standing;
  /** The edits that put the common setting in force. */
  readonly remedy: readonly Edit[];
}

/** A written choice of where commands run, other than in the sandbox a session has. */
export interface ExecPlacement {
  /** The read that chose. */
  readonly because: Because;
  /** What the agents may run because of it, one grant for each agent; those nobody is asked about stand apart from the others. */
  readonly grants: readonly [Grant, ...Grant[]];
  /** True where the sessions have a sandbox, and commands leave it. */
  readonly leavesSandbox: boolean;
  /** True where every session of those grants has a sandbox: with the commands back inside, nothing of them is left. */
  readonly isWhole: boolean;
  readonly remedy: readonly Edit[];
}

/** A written program that passes every allowlist without standing on it, and can be made to run any other. */
export interface SafeProgram {
  readonly name: string;
  readonly kind: LauncherKind;
  readonly read: Read<unknown>;
  readonly agents: readonly string[];
  /** False when no exec policy of these agents asks an allowlist. */
  readonly consulted: boolean;
}

/** A folder that programs are taken from, where agents or others can usually write. */
export interface ProgramFolder {
  /** `trusted`: programs in it pass as safe; `searched-first`: a program's name is looked up in it before anywhere else. */
  readonly use: "trusted" | "searched-first";
  readonly read: SetRead<string>;
  /** What the folder is, as a noun, and who can write to it. */
  readonly folder: string;
  readonly whose: "everyone" | "agent" | "user";
  readonly agents: readonly string[];
  /** False when no command of these agents could be affected now. */
  readonly consulted: boolean;
}

/** Interpreters that pass an allowlist, and nobody looks at code given in their arguments. */
export interface InlineCode {
  /** Where the check would be written. */
  readonly read: Read<unknown>;
  readonly agents: readonly string[];
  readonly programs: readonly string[];
  /** Where those programs are allowed. */
  readonly allowed: readonly Read<unknown>[];
  readonly remedy: readonly Edit[];
}

/** Prompts that a model answers before a person sees them. */
export interface ReviewedExec {
  readonly because: Because;
  readonly agents: readonly [string, ...string[]];
  readonly remedy: readonly Edit[];
}

/** A policy that is in force only because this release fills in what nobody wrote. */
export interface ExecUpgrade {
  /** Where it would be written. */
  readonly read: Read<unknown>;
  readonly agents: readonly [string, ...string[]];
  /** What this release does, and what a later one does from which release on, as clauses. */
  readonly now: string;
  readonly then: string;
  readonly since: string;
  readonly remedy: readonly Edit[];
}
