/** What a file says and loses because the same key stands in it again. Names no product. */
import type { Edit } from "../finding.ts";
import type { Location, Path } from "../syntax/tree.ts";

/** A value that does not count, and would allow less than the one that does. */
export interface ShadowedSetting {
  readonly key: string;
  /** The key that loses, and the one that counts. */
  readonly at: Location;
  readonly path: Path;
  readonly by: Location;
  /** Edits that put the lost value in the place of the one that counts. */
  readonly restore: readonly Edit[];
}
