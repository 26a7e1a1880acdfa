/** What lies at a path of a machine, and whose it is. Knows texts and a table, not who mounts them. */
import type { SandboxBind } from "../grants/sandbox.ts";
import { engineSockets, homeFolder, homePaths, systemPaths, type HostPath } from "./tables/host-paths.ts";

/** What lies at a path. */
export function classify(source: string): Pick<SandboxBind, "shows" | "what"> {
  const name = source.slice(source.lastIndexOf("/") + 1);
  if (engineSockets.has(name)) return { shows: "engine", what: "the container engine's socket" };
  const inHome = belowHome(source);
  if (inHome === "") return { shows: "home", what: "a whole home folder" };
  const hidden = inHome ?? /\/(\..*)/s.exec(source)?.[1];
  const found = closest(homePaths, hidden) ?? closest(systemPaths, source);
  return found ? { shows: found.shows, what: found.what } : { shows: "folder", what: "a folder of the host" };
}

/** The path within somebody's home folder, empty for the folder itself. */
export function belowHome(source: string): string | undefined {
  const match = homeFolder.exec(source);
  return match ? (match[1] ?? "") : undefined;
}

/** The longest row that a path fits, the first of several as long. */
function closest(rows: readonly HostPath[], path: string | undefined): HostPath | undefined {
  if (path === undefined) return undefined;
  const fits = ({ path: row, isWhole }: HostPath): boolean => (isWhole ? path === row : isBelow(path, row));
  return rows
    .filter(fits)
    .reduce<HostPath | undefined>((best, row) => (row.path.length > (best?.path.length ?? 0) ? row : best), undefined);
}

/** Whether a path is a folder or lies in it. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}
