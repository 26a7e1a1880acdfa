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
      const content = readAtMost(descriptor, before.size);
      if (!content) return { state: "unreadable", why: "the file is too large" };
      if (isSame(before, fstatSync(descriptor))) return { state: "read", text: content.toString("utf8") };
    }
    return { state: "unreadable", why: "the file changes while it is read" };
  } finally {
    closeSync(descriptor);
  }
}

/** All bytes from the start; nothing when there are too many. What a file says of its size is not believed: some systems' files say 0. */
function readAtMost(descriptor: number, size: number): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let total = 0; total <= largestFile;) {
    const chunk = Buffer.allocUnsafe(Math.min(Math.max(size - total, 0), largestFile) + 1024);
    const count = readSync(descriptor, chunk, 0, chunk.length, total);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    total += count;
  }
  return undefined;
}

function isSame(one: Stats, other: Stats): boolean {
  return one.size === other.size && one.mtimeMs === other.mtimeMs;
}

function isBelow(path: string, folder: string): boolean {
  return dirname(path) === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
