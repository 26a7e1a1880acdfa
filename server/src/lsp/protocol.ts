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
  /** It wants to be told the overview after each analysis, and what is gone. */
  readonly overview?: boolean;
  /** False: somebody may not trust what is opened. Left out by editors that know no trust. */
  readonly isTrusted?: boolean;
}

/** Client to server: what is opened has come to be trusted. */
export const trustedNotification = "grantlint/trusted";

/** Server to client, after each analysis: what the status bar shows. */
export const overviewNotification = "grantlint/overview";

export interface OverviewParams {
  /** The files of the set. */
  readonly files: readonly string[];
  /** In words: its number, and what it is judged as where nobody here knows it. */
  readonly release: string;
  readonly agents: number;
  /** How many of them have a shell on the host. */
  readonly shells: number;
}

/** Server to client, which asked for overviews: these files belong to no set any more, or not to the one they did. What is shown of them is untrue. */
export const goneNotification = "grantlint/gone";

export interface GoneParams {
  readonly files: readonly string[];
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

/** Client to server: agents by capabilities, for one open set. */
export const matrixRequest = "grantlint/matrix";

export interface MatrixParams {
  /** The config whose set is meant, as the server names it, or any file of the set; without, or when none of those is open, the first. */
  readonly config?: string;
  readonly view: MatrixView;
}

/** The files as they are; as they would be with every offered fix made; as another release would read them. */
export type MatrixView = { readonly kind: "now" } | { readonly kind: "fixed" } | { readonly kind: "release"; readonly release: string };

export interface MatrixResult {
  /** The configs of all open sets. */
  readonly configs: readonly string[];
  readonly shown: ShownMatrix | null;
}

export interface ShownMatrix {
  readonly config: string;
  readonly view: MatrixView;
  /** The release the table is for. */
  readonly release: string;
  /** The releases it can be had for, the newest first. */
  readonly releases: readonly string[];
  /** Why that release would not start with these files. */
  readonly refusals: readonly string[];
  /** How many fixes were made for it. */
  readonly fixes: number;
  readonly columns: readonly { readonly name: string; readonly about: string }[];
  readonly agents: readonly MatrixAgent[];
}

export interface MatrixAgent {
  readonly id: string;
  readonly at: Place;
  /** All it may do, in one line. */
  readonly phrase: string;
  readonly presence: "both" | "new" | "gone";
  readonly runsCommands: boolean;
  /** It has a shell on the host. */
  readonly hasShell: boolean;
  /** Agents it can send messages to, and agents it can start. */
  readonly messages: readonly string[];
  readonly starts: readonly string[];
  /** Who can write to it: `telegram groups`, anyone. */
  readonly doors: readonly { readonly name: string; readonly who: "open" | "listed" | "paired" }[];
  /** One for each column. */
  readonly cells: readonly MatrixCell[];
}

export interface MatrixCell {
  /** What is in the way of the widest grant; null where there is none. */
  readonly gate: "none" | "allowlist" | "ask-on-miss" | "ask" | "deny" | null;
  /** Where its act lands; null where it does not happen. */
  readonly reach: "sandbox" | "host" | "node" | "remote" | null;
  readonly text: string;
  /** More lets more happen. */
  readonly width: number;
  readonly details: readonly { readonly words: string; readonly reasons: readonly MatrixReason[] }[];
  /** The line that decides it; null where none does. */
  readonly at: Place | null;
  /** What became of the cell in this view; null where it is as it was. */
  readonly change: CellChange | null;
}

export interface CellChange {
  readonly direction: "narrower" | "wider" | "different";
  /** The text of the cell before; the same text can stand for grants in other kinds of session. */
  readonly before: string;
  readonly details: readonly string[];
}

export interface MatrixReason {
  readonly says: string;
  readonly layer: string;
  /** In a text as it is open; null for a place in a text that fixes would lead to. */
  readonly at: Place | null;
}
