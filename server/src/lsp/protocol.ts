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

/** A command of the client, named in code lenses: shows why at a place (arguments: the document's address, the position). */
export const showReasonsCommand = "grantlint.showReasons";

/** What a client tells about itself when it starts the server. */
export interface InitializationOptions {
  /** Commands of its own that the server may name. */
  readonly commands?: readonly string[];
  /** It wants to be told the overview after each analysis. */
  readonly overview?: boolean;
}

/** Server to client, after each analysis: what the status bar shows. */
export const overviewNotification = "grantlint/overview";

export interface OverviewParams {
  /** The files of the set. */
  readonly files: readonly string[];
  readonly release: string;
  readonly agents: number;
  /** How many of them have a shell on the host. */
  readonly shells: number;
}

/** Client to server: what every agent of every open set may do, with the places that decide it. */
export const grantsRequest = "grantlint/grants";

export interface Place {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface GrantsResult {
  readonly sets: readonly GrantSet[];
}

export interface GrantSet {
  readonly root: string;
  readonly release: string;
  readonly agents: readonly AgentGrants[];
}

export interface AgentGrants {
  readonly id: string;
  /** All it may do, in one line. */
  readonly phrase: string;
  readonly hasShell: boolean;
  readonly at: Place;
  readonly grants: readonly GrantItem[];
}

export interface GrantItem {
  readonly capability: string;
  /** Through whom, where, what is in the way, and in which sessions if not in all. */
  readonly words: string;
  readonly because: readonly Reason[];
}

export interface Reason {
  /** `security is "full"` */
  readonly says: string;
  /** `tools.exec (agent)` */
  readonly layer: string;
  readonly at: Place;
}

/** Client to server: the least-privilege plan for the set that a document belongs to. */
export const planRequest = "grantlint/plan";

export interface PlanParams {
  readonly uri: string;
}

export interface PlanResult {
  /** Markdown; null when the document belongs to no set. */
  readonly text: string | null;
}
