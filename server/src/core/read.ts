/**
 * A value read from a config, with its place. Three states, never two: a setting may be set, unset, or unknown
 * (half-typed, of the wrong type, decided by an environment variable, in a file we were not given).
 * Unknown is never treated as unset: whoever needs a definite answer must say what follows from not having one.
 */
import { locationOf, type Location, type Node, type Path } from "./syntax/tree.ts";

export type Read<T> = SetRead<T> | UnsetRead | UnknownRead;

export interface SetRead<T> {
  readonly state: "set";
  readonly value: T;
  readonly at: Location;
  readonly path: Path;
  /** The node the value was read from. */
  readonly node: Node;
}

/** `at` is the key of the nearest ancestor that exists: where the reader would write the missing setting. `path` is the missing setting's own. */
export interface UnsetRead {
  readonly state: "unset";
  readonly at: Location;
  readonly path: Path;
}

export interface UnknownRead {
  readonly state: "unknown";
  readonly at: Location;
  readonly path: Path;
  /** Why it cannot be known, as a clause: "depends on the environment variable NAME". */
  readonly why: string;
}

/** Where to point at a value: at itself or, when it is a whole object or list, at the key that names it or its first character. */
export function nameOf(read: Read<unknown>): Location {
  if (read.state !== "set" || (read.node.type !== "object" && read.node.type !== "array")) return read.at;
  const { parent } = read.node.origin ?? read.node;
  const key = parent?.type === "property" ? parent.children?.[0] : undefined;
  return key ? locationOf(key) : { ...read.at, end: read.at.start + 1 };
}

/** Whether what was read stands within another thing that was read, in the same file. */
export function isWithin({ at }: Read<unknown>, { at: whole }: Read<unknown>): boolean {
  return at.file === whole.file && at.start >= whole.start && at.end <= whole.end;
}
