/** A set in three numbers, for a status bar, and what left it. */
import { releaseWords, shellCount, type Uri } from "../core/index.ts";
import type { GoneParams, OverviewParams } from "./protocol.ts";
import type { Current } from "./session.ts";

export function overviewOf({ analysis: { set, policy, release } }: Current, editorUri: (uri: Uri) => Uri): OverviewParams {
  return {
    files: set.files.map(({ uri }) => editorUri(uri)),
    release: releaseWords(release),
    agents: policy.agents.length,
    shells: shellCount(policy.agents),
  };
}

/** The files that one analysis had and the one that took its place has not; none where there is no such file. */
export function goneFrom(before: Current, now: Current | undefined, editorUri: (uri: Uri) => Uri): GoneParams | undefined {
  const remaining = new Set((now?.analysis.set.files ?? []).map(({ uri }) => uri));
  const gone = before.analysis.set.files.filter(({ uri }) => !remaining.has(uri));
  return gone.length === 0 ? undefined : { files: gone.map(({ uri }) => editorUri(uri)) };
}
