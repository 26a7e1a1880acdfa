/** What this machine says of files besides their text: modes, owners, links. For the command line only, and only where it is asked. */
import { lstatSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { StatusOf } from "../core/index.ts";

/** Undefined on systems where modes decide nothing. */
export const nodeFileStatus: StatusOf | undefined = process.getuid === undefined ? undefined : statusOf;

function statusOf(uri: string): ReturnType<StatusOf> {
  try {
    const path = fileURLToPath(uri);
    const status = statSync(path);
    return {
      mode: status.mode & 0o777,
      isFolder: status.isDirectory(),
      isLink: lstatSync(path).isSymbolicLink(),
      isForeign: status.uid !== 0 && status.uid !== process.getuid?.(),
    };
  } catch {
    return undefined;
  }
}
