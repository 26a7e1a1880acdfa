/** What a rule over several keys is made of, and how it finds the values it judges. */
import { elements, findMember, members, type Node } from "../../syntax/tree.ts";
import type { Registry } from "./registry.ts";

export interface Constraint {
  /** Where the rule looks: paths of the values it judges, `*` for every member or element. The empty path is the whole config. */
  readonly at: readonly string[];
  /** The first and the last of the releases it was seen in; in the releases between two that were looked at nothing is claimed. */
  readonly since?: string;
  readonly until?: string;
  /** What is wrong with a value; nothing when it keeps the rule, or when it cannot be known. */
  readonly judge: (node: Node, scope: Scope) => Complaints;
}

export type Complaints = Complaint | readonly Complaint[] | undefined;

export interface Complaint {
  readonly node: Node;
  /** One sentence without a full stop. */
  readonly message: string;
  /** Depends on what is installed beside OpenClaw itself, which we are not given. */
  readonly unless?: "installed";
}

export interface Scope {
  readonly root: Node;
  readonly registry: Registry;
  readonly release: string;
}

/** The values at a path such as `agents.list.*.tools`. */
export function select(root: Node, path: string): readonly Node[] {
  let nodes: readonly Node[] = [root];
  if (path === "") return nodes;
  for (const step of path.split(".")) {
    nodes = nodes.flatMap((node) => children(node, step));
    if (nodes.length === 0) break;
  }
  return nodes;
}

function children(node: Node, step: string): readonly Node[] {
  if (step !== "*") return [findMember(node, step) ?? []].flat();
  return node.type === "array" ? elements(node) : members(node).flatMap(({ value }) => value ?? []);
}
