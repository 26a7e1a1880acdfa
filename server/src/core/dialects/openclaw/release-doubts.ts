/** Signs that a set was written for another release than the one it is judged for, where the release's own reader says nothing about them. */
import type { ReleaseDoubt } from "../../grants/release-doubt.ts";
import { findNode, findProperty, locationOf, pathOf, type Node } from "../../syntax/tree.ts";
import type { ConfigSet, TargetRelease } from "../dialect.ts";
import { configRoot } from "./config-root.ts";
import { compareReleases } from "./releases.ts";
import { isRelease } from "./target-release.ts";
import { rosterShapes } from "./tables/supported-releases.ts";

export function findReleaseDoubts(set: ConfigSet, release: TargetRelease): ReleaseDoubt[] {
  const root = configRoot(set);
  if (!root || release.source === "newest" || release.source === "shape") return [];
  return [...laterStamp(root, release), ...otherShape(root, release)];
}

/** The file was written by a later release than the one that is said to read it. */
function laterStamp(root: Node, { source, version }: TargetRelease): ReleaseDoubt[] {
  const stamp = findNode(root, ["meta", "lastTouchedVersion"]);
  if (source !== "setting" || typeof stamp?.value !== "string" || !isRelease(stamp.value)) return [];
  if (compareReleases(stamp.value.replace(/^v/, ""), version) <= 0) return [];
  return [
    {
      at: locationOf(stamp),
      path: pathOf(stamp),
      says: `This file was last written by ${stamp.value} and is judged for ${version}, which is older`,
    },
  ];
}

/** A roster in the form of another era: read anew by later releases without a word, and not known to earlier ones. */
function otherShape(root: Node, { version, schema }: TargetRelease): ReleaseDoubt[] {
  const agents = findNode(root, ["agents"]);
  return rosterShapes.flatMap(({ key, since, until }): ReleaseDoubt[] => {
    const name = findProperty(agents, key)?.children?.[0];
    if (!name) return [];
    const place = { at: locationOf(name), path: ["agents", key] };
    if (until !== undefined && compareReleases(version, until) > 0) {
      return [{ ...place, says: `"agents.${key}" is how releases up to ${until} list agents; ${version} takes it for "agents.entries"` }];
    }
    // Where the release's own schema is at hand it says that it does not know the key.
    if (since !== undefined && compareReleases(version, since) < 0 && version !== schema) {
      return [{ ...place, says: `"agents.${key}" comes with ${since}: ${version} does not know it` }];
    }
    return [];
  });
}
