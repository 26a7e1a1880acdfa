/** What a product must supply: which files are its own, how they belong together, what they mean. */
import type { Edit, Finding } from "../finding.ts";
import type { Gate, Grant } from "../grants/grant.ts";
import type { EffectivePolicy } from "../grants/policy.ts";
import type { SchemaSource } from "../schema/schema-source.ts";
import type { Grammar, ParsedText, Uri } from "../syntax/tree.ts";

/** A text with its tree. */
export interface ConfigFile {
  readonly uri: Uri;
  readonly role: string;
  readonly grammar: Grammar;
  readonly text: string;
  readonly parsed: ParsedText;
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
}

/** The release a set is judged for, and why that one. */
export interface TargetRelease {
  /** The release asked for or found, as written: `2026.4.2`. */
  readonly version: string;
  readonly source: "setting" | "stamp" | "shape" | "newest";
  /** The supported release whose schema serves: the nearest at or below. */
  readonly schema: string;
}

export interface Dialect {
  readonly id: string;
  /** The role a file plays by its name alone, or nothing when it is not ours. */
  roleOf(uri: Uri): { readonly role: string; readonly grammar: Grammar } | undefined;
  /** Of file names in one folder, those a set may start from, the leading one first. */
  leading(names: readonly string[]): readonly string[];
  /** False for a file that only shares the name; asked once the text is there. */
  owns(file: ConfigFile): boolean;
  /** Files that must be read along with this one. None lies outside the set's folder. */
  neighbours(file: ConfigFile, root: Uri): readonly { readonly uri: Uri; readonly role: string; readonly grammar: Grammar }[];
  targetRelease(set: ConfigSet, wanted: string | undefined): TargetRelease;
  /** Does the product take these files? Findings with rule `schema`. */
  validate(set: ConfigSet, release: TargetRelease, schemas: SchemaSource): readonly Finding[];
  /** What these files make the product do. Never fails: what cannot be known is unknown. */
  resolve(set: ConfigSet, release: TargetRelease): EffectivePolicy;
  /** The smallest edits that close a grant; none when no edit of the given files can. Each answer is tried out on the set before it is given. */
  tighten(set: ConfigSet, release: TargetRelease, grant: Grant, to: Tightening): readonly Edit[];
}

/** What a grant is to be closed to: a gate in its way, or another place to land. */
export type Tightening = { readonly gate: Gate } | { readonly reach: "sandbox" };
