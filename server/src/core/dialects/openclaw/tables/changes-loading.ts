/** When OpenClaw's way of loading its config changed. Facts with their source, no logic. */
import type { ChangePoint } from "./change-point.ts";

export interface LoadingBehaviour {
  /** What a running gateway works with once its config no longer loads: nothing at all (every default), or the last one that did. */
  readonly brokenConfig: "defaults" | "last-good";
  /** What `${NAME}` without such a variable does to the config: it is refused, or the text stays as written. */
  readonly missingVariable: "refused" | "literal";
}

/** What held in 2026.2.17 and before the first change point. */
export const firstLoadingBehaviour: LoadingBehaviour = { brokenConfig: "defaults", missingVariable: "refused" };

export const loadingChanges: readonly ChangePoint<LoadingBehaviour>[] = [
  {
    id: "T1",
    since: "2026.3.7",
    what: "a config that does not load no longer counts as empty",
    source: "loader read in 2026.3.2 and 2026.3.7, run in 2026.2.17 and 2026.6.1",
    values: { brokenConfig: "last-good" },
  },
  {
    id: "missing-variable",
    since: "2026.3.7",
    what: "a missing environment variable leaves its text in place",
    source: "read in 2026.3.2 and 2026.3.7, run in 2026.2.17, 2026.6.1 and 2026.9.6",
    values: { missingVariable: "literal" },
  },
];
