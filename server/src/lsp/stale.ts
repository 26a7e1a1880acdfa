/**
 * Tells the editor when what it shows inside a text has become untrue although that text is the same: another file of its set changed, or the settings.
 * Knows when that is so, nothing about what is shown.
 */
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
      if (before && now && [...now.versions].some(([uri, version]) => before.versions.get(uri) === version)) ask();
    },
  };
}
