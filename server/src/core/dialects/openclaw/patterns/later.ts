/** What a later release makes of a pattern that matches nothing in the one in use. By lookup in the table of change points alone. */
import type { AllowlistEntry } from "../../../grants/allowlist.ts";
import { reachedBy, type Behaviour } from "../releases.ts";
import { allowlistChanges } from "../tables/changes-allowlist.ts";
import { isNeverTaken } from "./launchers.ts";
import { bareAdmits } from "./meaning.ts";
import { isCommandLine } from "./never.ts";

/** Only names without a path come to life later; what else never matches does so in every release. */
export function wakesLater(pattern: string, hasArgPattern: boolean, { release }: Behaviour): AllowlistEntry["wakes"] {
  if (/[/\\~]/.test(pattern) || isCommandLine(pattern)) return undefined;
  if (pattern === "*" && hasArgPattern) return undefined;
  const isReached = reachedBy(release);
  const change = allowlistChanges.find(({ since, values: { barePattern } }) => {
    if (barePattern === undefined || isReached(since)) return false;
    return barePattern === "name" || (barePattern === "lone-star" && pattern === "*");
  });
  if (!change || isNeverTaken(pattern, change.since)) return undefined;
  return { admits: bareAdmits(pattern), since: change.since };
}
