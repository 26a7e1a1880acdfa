/**
 * Asks the editor to watch the very files the open sets are made of, and those they looked for in vain, wherever they lie: also outside
 * the folder that is open, also includes of any name. Knows which files, never what a change means.
 */
import { baseNameOf, folderOf, type ConfigSet, type Uri } from "../core/index.ts";

/** A file in a folder, as the protocol has it: `pattern` is a glob. */
export interface WatchedFile {
  readonly globPattern: { readonly baseUri: Uri; readonly pattern: string };
}

/** Starts watching; disposing ends it. */
export type RegisterWatch = (watchers: WatchedFile[]) => Promise<{ dispose(): void }>;

export interface FileWatch {
  /** One set took another's place; either may be missing. */
  replace(before: ConfigSet | undefined, now: ConfigSet | undefined): void;
}

/** `failed` hears when the editor refuses; what is watched already stays watched. */
export function createFileWatch(register: RegisterWatch, failed: (error: unknown) => void): FileWatch {
  const sets = new Set<ConfigSet>();
  let watched = "";
  let registered: Promise<{ dispose(): void } | undefined> = Promise.resolve(undefined);

  return {
    replace(before, now) {
      if (before) sets.delete(before);
      if (now) sets.add(now);
      const uris = [...new Set([...sets].flatMap(({ files, missing }) => [...files, ...missing].map(({ uri }) => uri)))]
        .filter(canChange)
        .sort();
      if (uris.join("\n") === watched) return;
      watched = uris.join("\n");
      registered = registered.then(async (previous) => {
        try {
          const next = uris.length === 0 ? undefined : await register(uris.map(toWatchedFile));
          previous?.dispose();
          return next;
        } catch (error) {
          failed(error);
          return previous;
        }
      });
    },
  };
}

/** Nothing on any disk stands behind a document that was never saved. */
function canChange(uri: Uri): boolean {
  return !uri.startsWith("untitled:");
}

/** A name's own glob signs match anything: rather one file too many. */
function toWatchedFile(uri: Uri): WatchedFile {
  return { globPattern: { baseUri: folderOf(uri), pattern: baseNameOf(uri).replace(/[*?{}[\]!]/g, "?") } };
}
