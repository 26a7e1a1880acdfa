/** What a product must supply: which files are its own, how they belong together, what they mean. */
import type { Edit, Finding } from "../finding.ts";
import type { Agent, Gate, Grant } from "../grants/grant.ts";
import type { Evidence } from "../grants/evidence.ts";
import type { KeptFile, KeptPath } from "../grants/kept-file.ts";
import type { EffectivePolicy } from "../grants/policy.ts";
import type { SchemaDocument } from "../schema/schema.ts";
import type { SchemaSource } from "../schema/schema-source.ts";
import type { Grammar, Location, ParsedText, Path, Uri } from "../syntax/tree.ts";
import type { SessionRecords } from "./session-records.ts";

/** A text with its tree. */
export interface ConfigFile {
  readonly uri: Uri;
  readonly role: string;
  readonly grammar: Grammar;
  readonly text: string;
  readonly parsed: ParsedText;
  /** Reads another text of the same file, where the grammar is foreign. */
  readonly reader?: TextReader;
}

export type TextReader = (text: string, file: Uri) => ParsedText;

/** What a file is to the product. */
export interface FileRole {
  readonly role: string;
  readonly grammar: Grammar;
  /** A copy that nothing reads: whether it is well written does not matter. */
  readonly isCopy?: boolean;
  /** Of a foreign grammar: fetches what reads it. Not before there is such a file. */
  readonly reader?: () => Promise<TextReader>;
}

/** A file that belongs to the set but has no text here. `absent`: known not to exist; `unknown`: not given, or not readable. */
export interface MissingFile {
  readonly uri: Uri;
  readonly role: string;
  readonly state: "absent" | "unknown";
  readonly why: string;
}

/** Files judged together. */
export interface ConfigSet {
  /** The folder they belong to. */
  readonly root: Uri;
  readonly files: readonly ConfigFile[];
  readonly missing: readonly MissingFile[];
  /** What its agents were seen to use; only where somebody asked for it. */
  readonly evidence?: Evidence;
  /** What the machine says of its files and folders; only where somebody asked for it. */
  readonly kept?: readonly KeptFile[];
}

/** The release a set is judged for, and why that one. */
export interface TargetRelease {
  /** The release asked for or found, as written: `2026.4.2`. */
  readonly version: string;
  readonly source: "setting" | "stamp" | "shape" | "newest";
  /** The supported release whose schema serves: the nearest at or below. */
  readonly schema: string;
  /** Set where nobody here knows the release: it is judged as the newest known, or as the oldest, whose schema serves. */
  readonly beyond?: "newest" | "oldest";
}

export interface Dialect {
  readonly id: string;
  /**
   * Its files lie beside or around a config and say nothing of agents: no contract speaks of them, a folder that holds them may hold other sets
   * further down, and a file that only shares the name is no matter.
   */
  readonly isCompanion: boolean;
  /** The role a file plays by its name alone, or nothing when it is not ours. */
  roleOf(uri: Uri): FileRole | undefined;
  /** Of file names in one folder, those a set may start from, the leading one first. */
  leading(names: readonly string[]): readonly string[];
  /** Whether the product itself reads a file of this name: templates and copies are for people. */
  isLive(uri: Uri): boolean;
  /** False for a file that only shares the name; asked once the text is there. */
  owns(file: ConfigFile): boolean;
  /** Files that must be read along with this one. None lies outside the set's folder. */
  neighbours(file: ConfigFile, root: Uri): readonly ({ readonly uri: Uri } & FileRole)[];
  /** What its places are read as: an included file, as a part of the config, at the path it is laid into. */
  readAs(set: ConfigSet, file: ConfigFile): { readonly role: string; readonly into: Path };
  targetRelease(set: ConfigSet, wanted: string | undefined): TargetRelease;
  /** The releases from which on the same files come to mean something else, and those whose schema is known; the newest first. */
  readonly releases: readonly string[];
  /** Does the product take these files? Findings with rule `schema`. */
  validate(set: ConfigSet, release: TargetRelease, schemas: SchemaSource): readonly Finding[];
  /** What these files make the product do. Never fails: what cannot be known is unknown. */
  resolve(set: ConfigSet, release: TargetRelease): EffectivePolicy;
  /** The names that may stand at a place by what they mean, not by its schema; none where any text may. */
  words(question: WordQuestion): readonly Word[];
  /** Whether a program of the machine may be named at a place. */
  asksForProgram?(role: string, path: Path): boolean;
  /** The schema that files of this role are judged by in a release, if there is one. */
  schema(role: string, release: TargetRelease, schemas: SchemaSource): SchemaDocument | undefined;
  /** Blocks worth writing at once: those that fit into the object (or list) at a path. */
  blocks(role: string, path: Path, release: TargetRelease): readonly Block[];
  /** The places in a file that name another file of the set's folder. */
  links(file: ConfigFile, root: Uri): readonly FileLink[];
  /** What must be out of the reach of other users; `exists` says whether there is such a file or folder. */
  keptPaths?(set: ConfigSet, exists: (uri: Uri) => boolean): readonly KeptPath[];
  /** Every place in the set's files that names an agent, in order of files and places. */
  mentions(set: ConfigSet): readonly Mention[];
  /** The id as the product keeps it: what two ways of writing the same agent have in common. */
  agentId(written: string): string;
  /** What a key is about, as Markdown; nothing for keys that do not matter for power. */
  aboutKey(role: string, path: Path, release: TargetRelease): string | undefined;
  /** The smallest edits that close a grant; none when no edit of the given files can. Each answer is tried out on the set before it is given. */
  tighten(set: ConfigSet, release: TargetRelease, grant: Grant, to: Tightening): readonly Edit[];
  /** The smallest edits that take these grants from their agent and nothing else from anybody, tried out likewise. */
  withdraw(set: ConfigSet, release: TargetRelease, agent: Agent, unneeded: readonly Grant[]): readonly Edit[];
  /** The records the product keeps of its agents' sessions, where it keeps any. */
  readonly sessionRecords?: SessionRecords;
  /** What has to be done by hand so that the product is held to these files: sentences in Markdown. */
  chores(set: ConfigSet, release: TargetRelease): readonly string[];
}

/** A place in a file of a set, and what is known about the set. */
export interface WordQuestion {
  readonly role: string;
  /** The path of the value asked for; of a key that is being chosen, its object's path with an empty segment. */
  readonly path: Path;
  readonly release: TargetRelease;
  readonly policy: EffectivePolicy;
  /** Those of the machine, where a place asks for them and somebody looked. */
  readonly programs: readonly FoundProgram[];
}

/** A program in one of the folders that a machine searches. */
export interface FoundProgram {
  readonly path: string;
  /** Behind all links. */
  readonly realPath: string;
}

/** What a name at a place can stand for. */
export type WordKind = "tool" | "group" | "profile" | "agent" | "program";

/** A name that means something at a place: a tool, a group, an agent. */
export interface Word {
  readonly word: string;
  readonly kind: WordKind;
  /** One line. */
  readonly detail: string;
  /** Markdown. */
  readonly about: string;
  /** Whether what somebody wrote means this word. */
  isSame(written: string): boolean;
}

/** A file's name where another file writes it. */
export interface FileLink {
  readonly at: Location;
  readonly to: Uri;
}

/** An agent's name where a file writes it. */
export interface Mention {
  readonly id: string;
  readonly at: Location;
  /** The agent's own entry, not a place that refers to it. */
  readonly isDefinition: boolean;
  /** A key, which may stand without quotes where the grammar allows it. */
  readonly isKey: boolean;
}

/** A piece of config that belongs together, with places to fill in, in the notation of snippets: `${1:placeholder}`. */
export interface Block {
  readonly name: string;
  readonly detail: string;
  readonly snippet: string;
}

/** What a grant is to be closed to: a gate in its way, or another place to land. */
export type Tightening = { readonly gate: Gate } | { readonly reach: "sandbox" };
