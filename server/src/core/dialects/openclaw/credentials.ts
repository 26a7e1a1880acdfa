/** Secrets in OpenClaw's files: the search that all products share, told what is OpenClaw's own. */
import type { Credential } from "../../grants/policy.ts";
import type { Path, Uri } from "../../syntax/tree.ts";
import type { ConfigFile } from "../dialect.ts";
import { findCredentials as search } from "../secrets/find.ts";
import { finderOf } from "../secrets/named-places.ts";
import { backupRole, isLiveName } from "./files.ts";
import { includeLinks } from "./include.ts";
import { secretPlaces } from "./tables/secret-places.ts";

const placeAt = finderOf(secretPlaces);

/** In writing order. */
export function findCredentials(files: readonly ConfigFile[]): Credential[] {
  const into = includedInto(files);
  const isLive = files.some(({ uri, role }) => role === "config" && isLiveName(uri));
  return search(files, {
    placeAt(path, { uri }) {
      const start = into.get(uri);
      return placeAt(start ? [...start, ...path] : path);
    },
    isRead: ({ uri, role }) => (role === "include" ? isLive : isLiveName(uri)),
    isCopy: ({ role }) => role === backupRole,
    takesReferences: ({ role }) => role !== "approvals",
  });
}

/** Where in the whole config each included file begins; the first place counts. Whoever includes comes before what it includes. */
function includedInto(files: readonly ConfigFile[]): ReadonlyMap<Uri, Path> {
  const into = new Map<Uri, Path>();
  for (const file of files) {
    for (const { to, into: path } of includeLinks(file)) if (!into.has(to)) into.set(to, [...(into.get(file.uri) ?? []), ...path]);
  }
  return into;
}
