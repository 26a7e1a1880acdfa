/**
 * Puts fixed texts in the place of files without ever losing one: each text is written whole to a new file beside the old one, and takes its
 * place in one step. Until then the old file is there, untouched, whatever fails.
 */
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { codeOf } from "./error-code.ts";

export interface FileChange {
  /** A `file:` address. */
  readonly uri: string;
  /** The text the fix was worked out for; undefined for a file that must not exist yet. */
  readonly before: string | undefined;
  readonly after: string;
}

/** What is asked of the system. Every function throws when it cannot do what it says. */
export interface FileSystem {
  /** The file a path leads to in the end, links followed. Throws when there is none. */
  readonly target: (path: string) => string;
  readonly read: (path: string) => Uint8Array;
  readonly status: (path: string) => FileStatus;
  /** Writes a new file and waits until it is on the disk. Throws when one of that name exists. */
  readonly writeNew: (path: string, content: Uint8Array, status: FileStatus | undefined) => void;
  /** Puts a file in the place of another in one step. */
  readonly replace: (from: string, to: string) => void;
  /** Gives a file a second name in one step. Throws when that name is taken. */
  readonly link: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
}

export interface FileStatus {
  readonly mode: number;
  readonly owner: number;
  readonly group: number;
}

export interface WriteResult {
  /** Addresses of the files that are new now. */
  readonly written: readonly string[];
  /** Why the rest is as it was. */
  readonly failure: string | undefined;
}

/** All changes belong together: nothing is put in place before everything is written beside it. */
export function writeFiles(changes: readonly FileChange[], system: FileSystem): WriteResult {
  const written: string[] = [];
  const prepared: Prepared[] = [];
  try {
    for (const change of changes) prepared.push(prepare(change, system));
    for (const each of prepared) {
      putInPlace(each, system);
      written.push(each.change.uri);
    }
    return { written, failure: undefined };
  } catch (error) {
    const failed = changes[prepared.length < changes.length ? prepared.length : written.length];
    const name = failed ? basename(fileURLToPath(failed.uri)) : "";
    return { written, failure: `${name}: ${reasonOf(error)}` };
  } finally {
    for (const { temporary, change } of prepared) if (!written.includes(change.uri)) removeQuietly(temporary, system);
  }
}

interface Prepared {
  readonly change: FileChange;
  /** Where the text goes in the end: a link stays a link, and what it leads to changes. */
  readonly target: string;
  readonly temporary: string;
}

function prepare(change: FileChange, system: FileSystem): Prepared {
  const path = fileURLToPath(change.uri);
  const target = change.before === undefined ? path : system.target(path);
  let status: FileStatus | undefined;
  if (change.before !== undefined) {
    checkUnchanged(target, change.before, system);
    status = system.status(target);
    // Whoever made a file read-only does not expect that it changes, even where the folder would let us.
    if ((status.mode & 0o222) === 0) throw new Error("the file is read-only");
  }
  const temporary = join(dirname(target), `.${basename(target)}.grantlint-${process.pid}`);
  try {
    system.writeNew(temporary, new TextEncoder().encode(change.after), status);
  } catch (error) {
    // A full disk leaves half of it. One that was there before is somebody else's.
    if (codeOf(error) !== "EEXIST") removeQuietly(temporary, system);
    throw error;
  }
  return { change, target, temporary };
}

function putInPlace({ change, target, temporary }: Prepared, system: FileSystem): void {
  if (change.before === undefined) {
    system.link(temporary, target);
    removeQuietly(temporary, system);
    return;
  }
  checkUnchanged(target, change.before, system);
  system.replace(temporary, target);
}

/** Byte for byte: a text that does not come back as the same bytes would be changed where nobody looked. */
function checkUnchanged(target: string, before: string, system: FileSystem): void {
  const now = system.read(target);
  const expected = new TextEncoder().encode(before);
  if (now.length === expected.length && now.every((byte, index) => byte === expected[index])) return;
  const isSame = new TextDecoder("utf-8", { ignoreBOM: true }).decode(now) === before;
  throw new Error(isSame ? "the file is not valid UTF-8" : "the file has changed since it was read");
}

function removeQuietly(path: string, system: FileSystem): void {
  try {
    system.remove(path);
  } catch {
    // It was never there, or cannot be removed: the failure that led here is the one to tell.
  }
}

function reasonOf(error: unknown): string {
  const reasons: Readonly<Record<string, string>> = {
    EACCES: "no permission to write there",
    EPERM: "no permission to write there",
    EROFS: "the file system is read-only",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    EEXIST: "a file of that name has come up meanwhile",
    ENOENT: "the file is gone",
  };
  return reasons[codeOf(error) ?? ""] ?? (error instanceof Error ? error.message : String(error));
}
