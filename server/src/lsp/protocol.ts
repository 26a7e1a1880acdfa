/**
 * The requests of our own that server and client agree on, beyond LSP. Both sides import this file, so it imports nothing
 * and holds no more than names and shapes.
 */

/** Server to client: read a file the editor has not opened. The client asks the editor's file system, which also knows virtual folders. */
export const readFileRequest = "grantlint/readFile";

export interface ReadFileParams {
  readonly uri: string;
}

/** `absent`: surely not there. `unreadable`: there or not, nobody can tell; whatever depends on it stays unknown. */
export type ReadFileResult =
  { readonly state: "read"; readonly text: string } | { readonly state: "absent" } | { readonly state: "unreadable"; readonly why: string };

/** A larger file is answered as unreadable instead of being carried into memory. In bytes. */
export const largestReadableFile = 8 * 1024 * 1024;
