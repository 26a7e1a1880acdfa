/** Places of secrets that a product has names for, found by path. Knows paths, never values. */
import type { Credential } from "../../grants/policy.ts";
import type { Path } from "../../syntax/tree.ts";

export interface NamedPlace {
  /** With dots; `*` is any one segment. */
  readonly path: string;
  /** What stands there, in plain words. */
  readonly kind: string;
  /** The environment variable by which the product's own documentation knows it. */
  readonly variable?: string;
  /** The door of the product's own that it is the login to. */
  readonly opens?: NonNullable<Credential["opens"]>;
  /** The product writes it for itself. */
  readonly isOwn?: true;
}

/** Looks up the row for a path. Asked for every key of every file, so only rows that end alike are compared. */
export function finderOf(places: readonly NamedPlace[]): (path: Path) => NamedPlace | undefined {
  const byEnd = new Map<string, { place: NamedPlace; segments: string[] }[]>();
  for (const place of places) {
    const segments = place.path.split(".");
    const end = segments.at(-1) ?? "";
    byEnd.set(end, [...(byEnd.get(end) ?? []), { place, segments }]);
  }
  return (path) =>
    [...(byEnd.get(String(path.at(-1))) ?? []), ...(byEnd.get("*") ?? [])].find(
      ({ segments }) =>
        segments.length === path.length && segments.every((segment, index) => segment === "*" || segment === String(path[index])),
    )?.place;
}
