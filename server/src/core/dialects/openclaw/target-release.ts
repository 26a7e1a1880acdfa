/** Which release of OpenClaw a set is judged for: the one asked for, the one that last wrote the config, the one its shape fits, or the newest. */
import type { ConfigSet, TargetRelease } from "../dialect.ts";
import { elements, findMember, findNode, members, type Node } from "../../syntax/tree.ts";
import { compareReleases } from "./releases.ts";
import { lastReleaseBeforeDatabase, shapeFingerprints, supportedReleases } from "./tables/supported-releases.ts";

const newest = supportedReleases[supportedReleases.length - 1] ?? "";

/** True for a text that names a release: `2026.6.1`, `v2026.7.1-2`. */
export function isRelease(text: string): boolean {
  return /^v?\d{4}\.\d{1,2}\.\d{1,3}(?:-[\w.]+)?$/.test(text);
}

export function targetRelease(set: ConfigSet, root: Node | undefined, wanted: string | undefined): TargetRelease {
  if (wanted !== undefined && isRelease(wanted)) return settle(wanted, "setting");
  const stamp = findNode(root, ["meta", "lastTouchedVersion"])?.value;
  if (typeof stamp === "string" && isRelease(stamp)) return settle(stamp, "stamp");
  const fitting = releaseByShape(set, root);
  return fitting === undefined ? settle(newest, "newest") : settle(fitting, "shape");
}

function settle(version: string, source: TargetRelease["source"]): TargetRelease {
  const release = version.replace(/^v/, "");
  const atOrBelow = supportedReleases.filter((candidate) => compareReleases(candidate, release) <= 0);
  return { version: release, source, schema: atOrBelow.at(-1) ?? supportedReleases[0], ...beyond(release) };
}

function beyond(release: string): Pick<TargetRelease, "beyond"> {
  if (compareReleases(release, newest) > 0) return { beyond: "newest" };
  return compareReleases(release, supportedReleases[0]) < 0 ? { beyond: "oldest" } : {};
}

/** The release whose tables serve: what is older than the oldest we know of is judged by that one. */
export function tableRelease({ version }: TargetRelease): string {
  const [oldest] = supportedReleases;
  return compareReleases(version, oldest) < 0 ? oldest : version;
}

/** The newest release that knows every telling key; nothing when no key tells, or when they contradict each other. */
function releaseByShape(set: ConfigSet, root: Node | undefined): string | undefined {
  let since: string | undefined;
  let until: string | undefined;
  const narrow = (bounds: { readonly since?: string; readonly until?: string }): void => {
    if (bounds.since !== undefined && (since === undefined || compareReleases(bounds.since, since) > 0)) since = bounds.since;
    if (bounds.until !== undefined && (until === undefined || compareReleases(bounds.until, until) < 0)) until = bounds.until;
  };
  for (const fingerprint of shapeFingerprints) if (hasPath(root, fingerprint.path)) narrow(fingerprint);
  if (set.files.some((file) => file.role === "approvals")) narrow({ until: lastReleaseBeforeDatabase });
  if (since !== undefined && until !== undefined && compareReleases(since, until) > 0) return undefined;
  return until ?? (since === undefined ? undefined : newest);
}

function hasPath(node: Node | undefined, path: readonly string[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return node !== undefined;
  if (key !== "*") return hasPath(findMember(node, key), rest);
  const children = node?.type === "array" ? elements(node) : members(node).map(({ value }) => value);
  return children.some((child) => hasPath(child, rest));
}
