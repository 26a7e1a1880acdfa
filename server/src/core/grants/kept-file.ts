/** The files and folders of a set as the machine keeps them: who else can read them, write them, or put others in their place. Names no product. */
import type { Location, Uri } from "../syntax/tree.ts";

/** A file or folder that matters, wherever it lies. */
export interface KeptPath {
  readonly uri: Uri;
  /** As a subject: `The config`, `The folder of credentials`. */
  readonly name: string;
  /** `policy`: what decides about agents; `secrets`: logins; `records`: what was said and done. */
  readonly holds: "policy" | "secrets" | "records";
  /** Where to say something about it: a file of the set. */
  readonly at: Location;
}

/** What the machine says of it. */
export interface FileStatus {
  /** The nine bits of who may read, write and enter. */
  readonly mode: number;
  readonly isFolder: boolean;
  /** What bears the name only leads to it. */
  readonly isLink: boolean;
  /** It belongs to another user, who is not the administrator. */
  readonly isForeign: boolean;
}

export interface KeptFile extends KeptPath, FileStatus {}

/** Who besides the owner has one of the rights `read` and `write`. */
export function othersWith({ mode }: FileStatus, right: "read" | "write"): "everybody" | "group" | undefined {
  const bit = right === "read" ? 4 : 2;
  return (mode & bit) !== 0 ? "everybody" : (mode & (bit << 3)) !== 0 ? "group" : undefined;
}
