/** What is written about running commands, part by part; nothing is worked out before a rule asks for it. */
import type { Because } from "../../../grants/grant.ts";
import type { ExecSettings } from "../../../grants/exec-settings.ts";
import { findInlineCode } from "./inline-code.ts";
import { findLoosened } from "./loosened.ts";
import { findPlacements } from "./placements.ts";
import { findProgramFolders } from "./program-folders.ts";
import { findReviewed } from "./reviewed.ts";
import { findSafePrograms } from "./safe-programs.ts";
import { findUpgrade } from "./upgrade.ts";
import { decidingPlaces, type ExecContext } from "./context.ts";

export function readExecSettings(context: ExecContext): ExecSettings {
  let placements: ExecSettings["placements"] | undefined;
  return {
    get loosened() {
      return findLoosened(context);
    },
    get placements() {
      placements ??= findPlacements(context);
      return placements;
    },
    get safePrograms() {
      return findSafePrograms(context);
    },
    get programFolders() {
      return findProgramFolders(context);
    },
    get inlineCode() {
      return findInlineCode(context);
    },
    get reviewed() {
      return findReviewed(context);
    },
    get upgrade() {
      return findUpgrade(context);
    },
    get unwritten() {
      return findUnwritten(context);
    },
  };
}

/** Agents of whose commands neither file says a word, not even one this release does not know. */
function findUnwritten(context: ExecContext): ReadonlySet<string> {
  const moded = new Set<string>(
    decidingPlaces(context, "tools", "exec", "mode").flatMap(({ place, agents }) => (place.node ? agents : [])),
  );
  const silent = context.agents.filter(
    ({ id, sessions }) => !moded.has(id) && sessions.every(({ exec }) => exec.host !== "none" && exec.because.every(isUnwritten)),
  );
  return new Set(silent.map(({ id }) => id));
}

/** A document that is kept elsewhere says nothing here; a word that cannot be known says something. */
function isUnwritten({ layer, read }: Because): boolean {
  return read.state === "unset" || (read.state === "unknown" && layer === "exec-approvals");
}
