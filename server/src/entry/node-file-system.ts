/** Writing files on this machine, for the command line only: the language server writes nothing. */
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import type { FileStatus, FileSystem } from "../cli/write-files.ts";

/** New files are for their owner alone: what they hold decides what agents may do. */
const privateMode = 0o600;

export const nodeFileSystem: FileSystem = {
  target: (path) => realpathSync(path),
  read: (path) => readFileSync(path),
  status(path) {
    const { mode, uid, gid } = statSync(path);
    return { mode: mode & 0o7777, owner: uid, group: gid };
  },
  writeNew(path, content, status) {
    const descriptor = openSync(path, "wx", privateMode);
    try {
      if (status) takeOver(descriptor, status);
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  },
  replace: (from, to) => renameSync(from, to),
  link: (from, to) => linkSync(from, to),
  remove: (path) => rmSync(path, { force: true }),
};

/** The owner first: changing it takes special bits of the mode away. */
function takeOver(descriptor: number, { mode, owner, group }: FileStatus): void {
  const isPosix = process.getuid !== undefined;
  if (isPosix && (owner !== process.getuid?.() || group !== process.getgid?.())) fchownSync(descriptor, owner, group);
  fchmodSync(descriptor, mode);
}
