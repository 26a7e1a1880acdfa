/**
 * A place in a container file. These files are put together from outside by variables, and most say what holds without them: so their texts are
 * taken as they are written, and who judges one says what its variables leave open.
 */
import type { Edit, Json } from "../../finding.ts";
import type { SetRead } from "../../read.ts";
import { elements, findMember, locationOf, members, type Node, type Path } from "../../syntax/tree.ts";

export interface Spot {
  readonly node: Node;
  readonly path: Path;
}

export function spotOf({ node, path }: Spot, key: string): Spot | undefined {
  const value = findMember(node, key);
  return value && { node: value, path: [...path, key] };
}

export function itemsOf(spot: Spot | undefined): Spot[] {
  return spot ? elements(spot.node).map((node, index) => ({ node, path: [...spot.path, index] })) : [];
}

export function membersOf(spot: Spot | undefined): (Spot & { readonly key: string })[] {
  return members(spot?.node).flatMap(({ key, value }) => (spot && value ? [{ key, node: value, path: [...spot.path, key] }] : []));
}

/** A single value as text. */
export function textOf(spot: Spot | undefined): string | undefined {
  const value = spot?.node.value;
  return value === undefined || value === null ? undefined : String(value);
}

export function written({ node, path }: Spot): SetRead<unknown> {
  return { state: "set", value: node.value ?? null, at: locationOf(node), path, node };
}

export function setting({ node, path }: Spot, value: Json): Edit[] {
  return [{ op: "set", file: locationOf(node).file, path, value }];
}
