/** What every kind of explanation is asked, and answers with. */
import type { Location, Node, Path, Uri } from "../syntax/tree.ts";

/** Where the reader points. */
export interface Spot {
  readonly file: Uri;
  readonly offset: number;
  /** The innermost key or value there. */
  readonly node: Node | undefined;
  /** Its path in its own document; that of a key is its value's. */
  readonly path: Path;
  /** Whether it is the key that is pointed at. */
  readonly isKey: boolean;
}

export interface Explanation {
  /** Markdown. */
  readonly text: string;
  /** The range it speaks of. */
  readonly at: Location;
}
