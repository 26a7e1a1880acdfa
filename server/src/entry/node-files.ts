/** Reading files on this machine, for the CLI and the language server. Only regular files, only so large, never outside what was asked. */
import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from "node:fs";
import { dirname, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { FileText, ReadRequest } from "../core/index.ts";

/** Far above any real config; OpenClaw itself refuses includes above 2 MB. In bytes. */
const largestFile = 64 * 1024 * 1024;

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
    const status = fstatSync(descriptor);
    if (!status.isFile()) return { state: "unreadable", why: "it is not a regular file" };
    if (status.size > largestFile) return { state: "unreadable", why: "the file is too large" };
    return { state: "read", text: readFileSync(descriptor, "utf8") };
  } finally {
    closeSync(descriptor);
  }
}

function isBelow(path: string, folder: string): boolean {
  return dirname(path) === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
