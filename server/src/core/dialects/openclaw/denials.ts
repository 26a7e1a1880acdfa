/** Candidates of edits that take a capability away from an agent: the names of its tools on a deny list, the fewest first. */
import type { ConfigFile, ConfigSet, TargetRelease } from "../dialect.ts";
import type { Edit } from "../../finding.ts";
import type { Grant } from "../../grants/grant.ts";
import { findNode, type Path } from "../../syntax/tree.ts";
import { catalogueOf, noTools } from "./catalogue.ts";
import { resolveSet } from "./resolve-set.ts";
import { toolCapabilities } from "./tables/capabilities.ts";
import { tableRelease } from "./target-release.ts";

export function denials(set: ConfigSet, release: TargetRelease, file: ConfigFile, grant: Grant): Edit[][] {
  const catalogue = catalogueOf(tableRelease(release));
  const all = toolCapabilities.filter(({ capability }) => capability === grant.capability).flatMap(({ tools }) => tools);
  const known = all.filter((tool) => catalogue.tool(tool) !== noTools);
  const sessions = resolveSet(set, release).agents.find(({ id }) => id === grant.agent)?.sessions ?? [];
  const held = known.filter((tool) => sessions.some(({ tools }) => tools.includes(tool)));
  const path = denyListOf(grant, file);
  // Tools of plugins are in no session's list and still give the capability.
  return [held, known].filter(({ length }) => length > 0).map((names) => onList(file, path, names));
}

/** The agent's own list where its own entry decides, the common one otherwise. */
function denyListOf(grant: Grant, file: ConfigFile): Path {
  const decisive = grant.because[0]?.read;
  const isOwn = decisive?.at.file === file.uri && decisive.path[0] === "agents" && decisive.path[1] !== "defaults";
  return [...(isOwn ? decisive.path.slice(0, 3) : []), "tools", "deny"];
}

function onList(file: ConfigFile, path: Path, names: readonly string[]): Edit[] {
  const list = findNode(file.parsed.root, path);
  if (!list) return [{ op: "set", file: file.uri, path, value: names }];
  return names.map((value) => ({ op: "append", file: file.uri, path, value }));
}
