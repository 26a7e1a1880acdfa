/** Secrets in OpenClaw's files: the search that all products share, told what is OpenClaw's own. */
import type { Credential } from "../../grants/policy.ts";
import type { ConfigFile } from "../dialect.ts";
import { findCredentials as search } from "../secrets/find.ts";
import { finderOf } from "../secrets/named-places.ts";
import { backupRole, isLiveName } from "./files.ts";
import { includedInto } from "./include.ts";
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
