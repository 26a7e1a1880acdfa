/** A sign that the files are not those of the release they are judged for. Names no product. */
import type { Location, Path } from "../syntax/tree.ts";

export interface ReleaseDoubt {
  readonly at: Location;
  readonly path: Path;
  /** What does not fit, as a sentence without a full stop. */
  readonly says: string;
}
