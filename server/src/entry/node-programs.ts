/** Which programs this machine has, by their names alone: no file is opened, none is started. */
import { constants } from "node:fs";
import { access, readdir, realpath, stat } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";
import type { FoundProgram } from "../core/index.ts";

/** More than any list of suggestions is read to its end. */
const mostPrograms = 5_000;

/**
 * The programs in the folders of a search path, the first of each name, as a shell would find them; sorted by folder and name. None on Windows, where
 * patterns are compared in ways we have not seen.
 */
export async function findNodePrograms(searchPath: string): Promise<FoundProgram[]> {
  if (process.platform === "win32") return [];
  const folders = [...new Set(searchPath.split(delimiter))].filter(isAbsolute);
  const found = new Map<string, FoundProgram>();
  for (const folder of folders) {
    const names = (await namesIn(folder)).filter((name) => !found.has(name)).slice(0, mostPrograms - found.size);
    const programs = await Promise.all(names.map((name) => programAt(join(folder, name))));
    for (const [index, name] of names.entries()) {
      const program = programs[index];
      if (program) found.set(name, program);
    }
  }
  return [...found.values()];
}

/** Files and links to something; a folder that cannot be looked into has none. */
async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map(({ name }) => name)
    .sort();
}

async function programAt(path: string): Promise<FoundProgram | undefined> {
  try {
    if (!(await stat(path)).isFile()) return undefined;
    await access(path, constants.X_OK);
    return { path, realPath: await realpath(path) };
  } catch {
    return undefined;
  }
}
