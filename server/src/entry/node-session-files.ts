/** Reading the records of sessions on this machine, for the command line only. Never outside of the folder they were asked for in. */
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { codeOf } from "../cli/error-code.ts";
import type { FolderEntry, SessionFiles } from "../cli/sessions.ts";

/** One text; the longest that a program can hold is half a gigabyte. */
const largestRecord = 256 * 1024 * 1024;

export const nodeSessionFiles: SessionFiles = {
  list(folder) {
    try {
      const path = fileURLToPath(folder);
      return readdirSync(path).flatMap((name) => entryOf(join(path, name), name));
    } catch (error) {
      return codeOf(error) === "ENOENT" ? [] : undefined;
    }
  },
  read(file, below, mostBytes) {
    try {
      const path = realpathSync(fileURLToPath(file));
      if (!path.startsWith(`${realpathSync(fileURLToPath(below)).replace(/[\\/]$/, "")}${sep}`)) return undefined;
      // A pipe of that name is not waited for.
      const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      try {
        const status = fstatSync(descriptor);
        return status.isFile() && status.size <= Math.min(mostBytes, largestRecord) ? readFileSync(descriptor, "utf8") : undefined;
      } finally {
        closeSync(descriptor);
      }
    } catch {
      // Whatever the reason, the caller says that there is one it could not read.
      return undefined;
    }
  },
};

function entryOf(path: string, name: string): FolderEntry[] {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return [];
  return [{ name, kind: status.isDirectory() ? "folder" : "file", changed: status.mtimeMs, bytes: status.size }];
}
