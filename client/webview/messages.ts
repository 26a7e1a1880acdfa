/** What the matrix page and the extension say to each other, and the words the page is given. Both sides import this file. */
import type { MatrixResult, MatrixView } from "../../server/src/lsp/protocol.ts";

export type FromPage =
  /** The page listens now, or somebody chose something else: what it wants to be shown. */
  | { readonly type: "want"; readonly config?: string; readonly view: MatrixView }
  /**
   * Go to a line. By numbers into what was shown last, so that the page can lead nowhere else: the agent, and of it the cell (without: the agent's
   * entry), and of that the detail and its reason (without: the line that decides).
   */
  | { readonly type: "open"; readonly agent: number; readonly cell?: number; readonly detail?: number; readonly reason?: number };

export type ToPage =
  | { readonly type: "show"; readonly result: MatrixResult }
  /** A release to be looked at was chosen outside of the page. */
  | { readonly type: "view"; readonly view: MatrixView };

/** What the page keeps while it is hidden, and over a reload of the window. */
export interface PageState {
  /** The config that was shown last. */
  readonly shown?: string;
}

/** Everything the page writes that does not come from a file or from the server. `{0}` is filled in. */
export interface PageWords {
  readonly agent: string;
  readonly now: string;
  readonly fixed: string;
  readonly otherRelease: string;
  readonly shownOf: string;
  readonly nothingOpen: string;
  readonly loading: string;
  readonly refused: string;
  readonly fixesMade: string;
  readonly changes: string;
  readonly noChanges: string;
  readonly was: string;
  readonly narrower: string;
  readonly wider: string;
  readonly different: string;
  readonly newAgent: string;
  readonly goneAgent: string;
  readonly noGrant: string;
  readonly reachOf: string;
  readonly reachesNobody: string;
  readonly shell: string;
  readonly more: string;
  readonly messages: string;
  readonly starts: string;
  readonly graphLegend: string;
  readonly anyone: string;
  readonly listed: string;
  readonly paired: string;
}
