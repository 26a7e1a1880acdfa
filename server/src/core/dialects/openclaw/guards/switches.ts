/** Guards lowered by one value: a walk over the table of such settings. */
import type { LoweredGuard } from "../../../grants/lowered-guard.ts";
import { readAny } from "../../../reader.ts";
import { compareReleases } from "../releases.ts";
import { guardSwitches, type GuardSwitch } from "../tables/guard-switches.ts";
import { isSwitchedOn, loweredGuard, putting, type GuardContext } from "./context.ts";

export function findSwitches({ config, placesAt, behaviour }: GuardContext): LoweredGuard[] {
  return guardSwitches.flatMap((row) => {
    if (!isInForce(row, behaviour.release) || (row.needs !== undefined && !isSwitchedOn(config, row.needs))) return [];
    const reads = placesAt(row.path).map(readAny);
    return reads
      .filter((read) => read.state === "set" && (row.lowered === "any" || read.value === row.lowered))
      .map((read) =>
        loweredGuard({
          kind: row.kind,
          read,
          says: row.says,
          door: row.door,
          weight: row.weight ?? "usual",
          restore: putting(row.title, read, row.restored),
        }),
      );
  });
}

function isInForce({ since, until }: GuardSwitch, release: string): boolean {
  return (since === undefined || compareReleases(since, release) <= 0) && (until === undefined || compareReleases(release, until) < 0);
}
