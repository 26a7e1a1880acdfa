/** OpenClaw: which files are its own, how they belong together, what a release makes of them. */
import type { ConfigFile, Dialect } from "../dialect.ts";
import type { Uri } from "../../syntax/tree.ts";
import { isInside, resolveUri } from "../../uri.ts";
import { approvalsFileName, configFileNames, leading, owns, roleOf } from "./files.ts";
import { includedFiles } from "./include.ts";
import { configRoot } from "./config-root.ts";
import { resolveSet } from "./resolve-set.ts";
import { targetRelease } from "./target-release.ts";
import { tighten } from "./tighten.ts";
import { validateSet } from "./validate.ts";

export const openclaw: Dialect = {
  id: "openclaw",
  roleOf,
  leading,
  owns,
  neighbours,
  targetRelease: (set, wanted) => targetRelease(set, configRoot(set), wanted),
  validate: validateSet,
  resolve: resolveSet,
  tighten,
};

/** A config and its approvals document belong together, and so do the files a config includes. */
function neighbours(file: ConfigFile, root: Uri): ReturnType<Dialect["neighbours"]> {
  const includes = includedFiles(file)
    .filter((uri) => isInside(root, uri))
    .map((uri) => ({ uri, role: "include", grammar: "json5" as const }));
  switch (file.role) {
    case "config":
      return [{ uri: resolveUri(root, approvalsFileName), role: "approvals", grammar: "json" }, ...includes];
    case "approvals":
      return configFileNames.map((name) => ({ uri: resolveUri(root, name), role: "config", grammar: "json5" as const }));
    default:
      return includes;
  }
}
