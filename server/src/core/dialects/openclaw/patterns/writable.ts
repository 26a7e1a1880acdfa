/** Whether the program a pattern names lies where agents can usually write. Knows folders, nothing of what an agent may do. */
import type { AllowlistEntry } from "../../../grants/allowlist.ts";
import { installedHomes, writableFolders } from "../tables/writable-folders.ts";
import { slashForm } from "./meaning.ts";

/** The folder, by the first row that fits; a configured workspace (as `plainPath` has it) is the agent's own wherever it lies. */
export function writableFolder(pattern: string, workspaces: readonly string[]): AllowlistEntry["writable"] {
  if (installedHomes.some((home) => pattern.startsWith(home))) return undefined;
  const path = plainPath(pattern);
  if (workspaces.some((workspace) => isBelow(path, workspace))) return { folder: "the agent's own workspace", whose: "agent" };
  const row = writableFolders.find(({ paths }) =>
    paths.some((start) => (isAnywhere(start) ? path.includes(start) : path.startsWith(start))),
  );
  return row && { folder: row.folder, whose: row.whose };
}

/** Every home counts as `~`. */
export function plainPath(path: string): string {
  return slashForm(path.trim())
    .toLowerCase()
    .replace(/^(?:\/home\/[^/]+|\/users\/(?!shared\/)[^/]+|\/root|[a-z]:\/users\/(?!public\/)[^/]+)\//, "~/");
}

function isBelow(path: string, folder: string): boolean {
  return folder.length > 1 && path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

/** A folder on the way, named by a row that begins with one of its own. */
function isAnywhere(start: string): boolean {
  return start.startsWith("/node_modules/");
}
