/** What the validator says about one node. Neutral: names no product, prints no secret. */
import type { Node } from "../syntax/tree.ts";

export type ShapeCode =
  "unknown-key" | "bad-key" | "missing-key" | "wrong-type" | "not-allowed" | "out-of-range" | "wrong-length" | "pattern" | "duplicate-item";

export interface ShapeProblem {
  /** Where to say it: the key for an unknown key, the object's own key for a missing one, otherwise the value. */
  readonly node: Node;
  readonly code: ShapeCode;
  /** One sentence without a full stop and without a hint. */
  readonly message: string;
  /** The nearest right key or word: `did you mean …?`. */
  readonly suggestion?: string;
  /** The key that is unknown, badly named or missing. */
  readonly key?: string;
  /** The object a key is unknown to or missing from. */
  readonly object?: Node;
}
