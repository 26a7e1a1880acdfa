/** Reading files on this machine, for the CLI and the language server. Only regular files, only so large, never outside what was asked. */
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, realpathSync, type Stats } from "node:fs";
import { dirname, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { FileText, ReadRequest } from "../core/index.ts";

/** Whatever the encoding, the text of a larger file is longer than any that is read. In bytes. */
const largestFile = 8 * 1024 * 1024;

/** How often a file that somebody is writing is read again before we give up. */
const mostReadings = 3;

/** The text at a `file:` address. A device, a pipe or a folder of that name counts as unreadable, and none of them is waited for. */
export function readNodeFile({ uri, role, root }: ReadRequest): FileText {
  if (!uri.startsWith("file:")) return { state: "unreadable", why: "the file is not on this machine" };
  try {
    const path = fileURLToPath(uri);
    if (role === "include" && !isBelow(realpathSync(path), realpathSync(fileURLToPath(root)))) {
      return { state: "unreadable", why: "the file lies outside the config's folder" };
    }
    return readRegularFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return { state: "absent" };
    return { state: "unreadable", why: `the file cannot be read (${String(code ?? "unknown reason")})` };
  }
}

/** The text of a file that came with the program; undefined when it is not there. */
export function readNodeText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function readRegularFile(path: string): FileText {
  // Without O_NONBLOCK, opening a named pipe would wait for a writer.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    for (let reading = 1; reading <= mostReadings; reading++) {
      const before = fstatSync(descriptor);
      if (!before.isFile()) return { state: "unreadable", why: "it is not a regular file" };
      if (before.size > largestFile) return { state: "unreadable", why: "the file is too large" };
      const content = readWhole(descriptor, before.size);
      if (content && isSame(before, fstatSync(descriptor))) return { state: "read", text: content.toString("utf8") };
    }
    return { state: "unreadable", why: "the file changes while it is read" };
  } finally {
    closeSync(descriptor);
  }
}

/** All bytes, if there are as many as the file says; a file that somebody is writing may have more or fewer by now. */
function readWhole(descriptor: number, size: number): Buffer | undefined {
  const content = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (let count = -1; count !== 0 && length <= size; length += count)
    count = readSync(descriptor, content, length, size + 1 - length, length);
  return length === size ? content.subarray(0, size) : undefined;
}

function isSame(one: Stats, other: Stats): boolean {
  return one.size === other.size && one.mtimeMs === other.mtimeMs;
}

function isBelow(path: string, folder: string): boolean {
  return dirname(path) === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
