/** What a rule says, in our own type. Converted to LSP, JSON or SARIF only at the edge. */
import type { Grammar, Location, Path, Uri } from "./syntax/tree.ts";
import type { MitigationId, TechniqueId } from "./atlas/atlas.gen.ts";
import type { TextEdit } from "./syntax/edit.ts";

/** How bad it is if true. The order is from worst to mildest. */
export const severities = ["error", "warning", "info", "hint"] as const;
export type Severity = (typeof severities)[number];

/** How sure we are: `high` when every setting that decides was read, lower when one of them is unknown. */
export type Confidence = "high" | "medium" | "low";

/** `default`: worth everybody's time. `strict`: also what is only worth a look where much is at stake. */
export type RuleSet = "default" | "strict";

export interface Finding {
  /** The rule's id; `syntax` and `schema` for what the parser and the validator say, `suppression` for what is said about ignore-comments. */
  readonly rule: string;
  readonly set: RuleSet;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** What is wrong: one sentence, no full stop at the end, no secret in it. */
  readonly message: string;
  readonly at: Location;
  /** The value's path in its own file; empty for the whole file. */
  readonly path: Path;
  readonly atlas: { readonly techniques: readonly TechniqueId[]; readonly mitigations: readonly MitigationId[] };
  readonly related: readonly RelatedLocation[];
  readonly remediations: readonly Remediation[];
  /** Ids of the agents it is about; undefined when it is about all of them, or none in particular. */
  readonly agents?: readonly string[];
  /** Ids of rules whose findings about no other agents it says as well. */
  readonly covers: readonly string[];
  /** Ids of rules whose findings at the same place it says as well. */
  readonly coversHere: readonly string[];
}

/** A finding that no rule makes: what the reader, the validator and the linter itself have to say. It cites no technique and covers nothing. */
export function builtInFinding(
  what: Pick<Finding, "rule" | "severity" | "message" | "at"> & Partial<Pick<Finding, "confidence" | "path" | "related" | "remediations">>,
): Finding {
  return {
    set: "default",
    confidence: "high",
    path: [],
    atlas: { techniques: [], mitigations: [] },
    related: [],
    remediations: [],
    covers: [],
    coversHere: [],
    ...what,
  };
}

export interface RelatedLocation {
  readonly at: Location;
  readonly message: string;
}

/** A concrete edit we offer. `safe`: nothing that works today for a good reason can stop working; `review`: a person must look. */
export interface Remediation {
  /** What to do, in the imperative. */
  readonly title: string;
  readonly safety: "safe" | "review";
  /**
   * Where several fixes are made, which come first: `withdraw` takes a power away altogether, `wall` puts what is left elsewhere, and `lock` guards
   * what then still lands on the host. All others come after them.
   */
  readonly stage?: "withdraw" | "wall" | "lock";
  /** Worked out when somebody asks for the fix, not on every keystroke. None means that there is nothing to offer here after all. */
  readonly edits: () => readonly (Edit | CommentEdit | CreateEdit)[];
}

/** A structured edit: named by path, turned into text edits only at the end, so that comments and layout survive. */
export type Edit =
  | { readonly op: "set"; readonly file: Uri; readonly path: Path; readonly value: Json }
  | { readonly op: "append"; readonly file: Uri; readonly path: Path; readonly value: Json }
  | { readonly op: "remove"; readonly file: Uri; readonly path: Path };

/** A new file, at an address where none is known to be. */
export interface CreateEdit {
  readonly op: "create";
  readonly file: Uri;
  readonly role: string;
  readonly grammar: Grammar;
  readonly value: Json;
}

/** A change of nothing but a comment, which no path names. */
export type CommentEdit = { readonly op: "comment"; readonly file: Uri } & TextEdit;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
