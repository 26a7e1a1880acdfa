/**
 * What holds in which release of OpenClaw, by lookup alone: the tables of change points are laid over each other up to the release asked for.
 * To add a behaviour: name it in the interface of one of the `tables/changes-*.ts`, give its first value there, add a row per change.
 */
import { perRelease } from "./per-release.ts";
import type { ChangePoint } from "./tables/change-point.ts";
import { agentChanges, firstAgentBehaviour, type AgentBehaviour } from "./tables/changes-agents.ts";
import { allowlistChanges, firstAllowlistBehaviour, type AllowlistBehaviour } from "./tables/changes-allowlist.ts";
import { execChanges, firstExecBehaviour, type ExecBehaviour } from "./tables/changes-exec.ts";
import { firstGatewayBehaviour, gatewayChanges, type GatewayBehaviour } from "./tables/changes-gateway.ts";
import { firstLoadingBehaviour, loadingChanges, type LoadingBehaviour } from "./tables/changes-loading.ts";
import { firstToolBehaviour, toolChanges, type ToolBehaviour } from "./tables/changes-tools.ts";
import { supportedReleases } from "./tables/supported-releases.ts";

/** The named values that hold in one release. */
export interface Behaviour extends ExecBehaviour, AllowlistBehaviour, ToolBehaviour, AgentBehaviour, LoadingBehaviour, GatewayBehaviour {
  /** The release they were looked up for, as written. */
  readonly release: string;
}

export const changePoints: readonly ChangePoint<Behaviour>[] = [
  ...loadingChanges,
  ...execChanges,
  ...allowlistChanges,
  ...toolChanges,
  ...agentChanges,
  ...gatewayChanges,
];

/** Every release that changes something, and those we hold the schema of; the newest first. */
export const knownReleases: readonly string[] = [...new Set([...supportedReleases, ...changePoints.map(({ since }) => since)])].sort(
  (one, other) => compareReleases(other, one),
);

/** The values in force in a release (`2026.6.1`, `2026.7.1-2`). A text that is no release number is judged as the newest. */
export const behaviour: (release: string) => Behaviour = perRelease((release) => {
  const first = {
    ...firstLoadingBehaviour,
    ...firstExecBehaviour,
    ...firstAllowlistBehaviour,
    ...firstToolBehaviour,
    ...firstAgentBehaviour,
    ...firstGatewayBehaviour,
    release,
  };
  const isReached = reachedBy(release);
  const passed = changePoints.filter(({ since }) => isReached(since)).map((change) => ({ change, numbers: numbersOf(change.since) }));
  passed.sort((one, other) => compareNumbers(one.numbers, other.numbers));
  return Object.assign({}, first, ...passed.map(({ change }) => change.values)) as Behaviour;
});

/** Whether a change that came with a release is in this one. */
export const reachedBy: (release: string) => (since: string) => boolean = perRelease((release) => {
  const numbers = numbersOf(release);
  return (since) => compareNumbers(numbersOf(since), numbers) <= 0;
});

/** The row of a table of eras that holds in a release: the last one that begins at or before it, or the first of all. */
export function inForce<Row extends { readonly since: string }>(rows: readonly [Row, ...Row[]], release: string): Row {
  return rows.reduce((held, row) => (compareReleases(row.since, release) <= 0 ? row : held), rows[0]);
}

/**
 * Orders two releases as numbers: year, month, patch, then the number after a dash (`2026.7.1-2` follows `2026.7.1`).
 * Words after a dash (`-beta.1`) do not count. A text that is no release number comes after all others.
 */
export function compareReleases(one: string, other: string): number {
  return compareNumbers(numbersOf(one), numbersOf(other));
}

function compareNumbers(left: readonly number[], right: readonly number[]): number {
  for (let index = 0; index < left.length; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0 && !Number.isNaN(difference)) return Math.sign(difference);
  }
  return 0;
}

function numbersOf(release: string): readonly number[] {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(?:-(\d+))?/.exec(release);
  return match ? match.slice(1, 5).map((digits) => Number(digits ?? 0)) : [Infinity, 0, 0, 0];
}
