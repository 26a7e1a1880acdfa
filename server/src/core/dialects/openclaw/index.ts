/** OpenClaw: which files are its own, how they belong together, what a release makes of them. */
import { contractRole } from "../../contract.ts";
import type { ConfigFile, Dialect } from "../dialect.ts";
import type { Uri } from "../../syntax/tree.ts";
import { baseNameOf, isInside, resolveUri } from "../../uri.ts";
import { approvalsFileName, backupRole, backupsOf, configFileNames, isLiveName, leading, owns, roleOf } from "./files.ts";
import { includeLinks, readAs } from "./include.ts";
import { aboutKey } from "./about-key.ts";
import { blocksAt } from "./blocks.ts";
import { chores } from "./chores.ts";
import { configRoot } from "./config-root.ts";
import { keptPaths } from "./kept-paths.ts";
import { mentions } from "./mentions.ts";
import { namesProgram } from "./program-words.ts";
import { resolveSet } from "./resolve-set.ts";
import { knownReleases } from "./releases.ts";
import { normalizeId } from "./roster.ts";
import { sessionRecords } from "./session-records.ts";
import { targetRelease } from "./target-release.ts";
import { tighten } from "./tighten.ts";
import { schemaOf, validateSet } from "./validate.ts";
import { withdraw } from "./withdraw.ts";
import { wordsAt } from "./words.ts";

export const openclaw: Dialect = {
  id: "openclaw",
  isCompanion: false,
  roleOf,
  leading,
  isLive: (uri) => isLiveName(uri) || baseNameOf(uri) === approvalsFileName,
  owns,
  neighbours,
  readAs,
  targetRelease: (set, wanted) => targetRelease(set, configRoot(set), wanted),
  releases: knownReleases,
  validate: validateSet,
  resolve: resolveSet,
  tighten,
  withdraw,
  sessionRecords,
  chores,
  words: wordsAt,
  asksForProgram: namesProgram,
  links: (file, root) => includeLinks(file).filter(({ to }) => isInside(root, to)),
  keptPaths,
  mentions,
  agentId: normalizeId,
  aboutKey,
  schema: schemaOf,
  blocks: blocksAt,
};

/** A config, its approvals document and its contract belong together, and so do the files a config includes and the copies kept of it. */
function neighbours(file: ConfigFile, root: Uri): ReturnType<Dialect["neighbours"]> {
  const includes = includeLinks(file)
    .filter(({ to }) => isInside(root, to))
    .map(({ to }) => ({ uri: to, role: "include", grammar: "json5" as const }));
  const approvals = { uri: resolveUri(root, approvalsFileName), role: "approvals", grammar: "json" as const };
  const configs = configFileNames.map((name) => ({ uri: resolveUri(root, name), role: "config", grammar: "json5" as const }));
  switch (file.role) {
    case "config":
      return [approvals, ...includes, ...copiesOf(file, root)];
    case "approvals":
      return configs;
    case contractRole:
      return [...configs, approvals];
    case backupRole:
      return [];
    default:
      return includes;
  }
}

function copiesOf({ uri }: ConfigFile, root: Uri): ReturnType<Dialect["neighbours"]> {
  if (!isLiveName(uri)) return [];
  return backupsOf(baseNameOf(uri)).map((name) => ({ uri: resolveUri(root, name), role: backupRole, grammar: "json5", isCopy: true }));
}
