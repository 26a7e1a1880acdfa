/**
 * Tells the editor when what it shows inside a text has become untrue although that text is the same: another file of its set changed, came or went, or
 * the settings changed. Knows when that is so, nothing about what is shown.
 */
import type { Uri } from "../core/index.ts";
import type { Current } from "./session.ts";

export interface StaleViews {
  /** One analysis took another's place; either may be missing. */
  replace(before: Current | undefined, now: Current | undefined): void;
}

/** `refresh` has the editor ask again for all it shows; what becomes untrue until that is done is told once more, afterwards. */
export function createStaleViews(refresh: () => Promise<void>): StaleViews {
  let asked: Promise<void> | undefined;
  let again = false;

  const ask = (): void => {
    if (asked) {
      again = true;
      return;
    }
    asked = refresh().finally(() => {
      asked = undefined;
      if (!again) return;
      again = false;
      ask();
    });
  };

  return {
    replace(before, now) {
      if (isSomeTextTheSame(before, now)) ask();
    },
  };
}

/** Whether there may be an open text for which something else is shown now, although it is the same: nobody would ask for it by itself. */
function isSomeTextTheSame(before: Current | undefined, now: Current | undefined): boolean {
  // Of a set that comes or goes, one text was opened, closed or changed; the others may have been there before, or stay.
  if (!before || !now) return ((before ?? now)?.versions.size ?? 0) > 1;
  const uris = new Set([...before.versions.keys(), ...now.versions.keys()]);
  const isChanged = (uri: Uri): boolean => {
    const [version, next] = [before.versions.get(uri), now.versions.get(uri)];
    return version !== undefined && next !== undefined && version !== next;
  };
  return ![...uris].every(isChanged);
}
