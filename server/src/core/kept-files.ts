/** Notes in a set what the machine says of its files. The host looks; nothing is read here. */
import type { ConfigSet, Dialect } from "./dialects/dialect.ts";
import type { FileStatus } from "./grants/kept-file.ts";
import type { Uri } from "./syntax/tree.ts";

/** Undefined for what does not exist, or cannot be looked at. */
export type StatusOf = (uri: Uri) => FileStatus | undefined;

export function withKeptFiles(set: ConfigSet, dialect: Dialect, statusOf: StatusOf): ConfigSet {
  const paths = dialect.keptPaths?.(set, (uri) => statusOf(uri) !== undefined) ?? [];
  const kept = paths.flatMap((path) => {
    const status = statusOf(path.uri);
    return status ? [{ ...path, ...status }] : [];
  });
  return { ...set, kept };
}
