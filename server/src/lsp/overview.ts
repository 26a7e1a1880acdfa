/** A set in three numbers, for a status bar. */
import { shellCount, type Uri } from "../core/index.ts";
import type { OverviewParams } from "./protocol.ts";
import type { Current } from "./session.ts";

export function overviewOf({ analysis: { set, policy, release } }: Current, editorUri: (uri: Uri) => Uri): OverviewParams {
  return {
    files: set.files.map(({ uri }) => editorUri(uri)),
    release: release.version,
    agents: policy.agents.length,
    shells: shellCount(policy.agents),
  };
}
