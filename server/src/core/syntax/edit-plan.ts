/**
 * Edits to a plan: which children of which objects and arrays go, change, or come. All paths are those of the text as it is now.
 * Sees when edits clash. Knows nothing of text and layout.
 */
import type { Edit, Json } from "../finding.ts";
import { addInside, isInside, isList, isObject, isSame, type Addition } from "./edit-json.ts";
import { findProperty, toValue, type Node } from "./tree.ts";

/** What is to happen to the children of one object or array. */
export interface ContainerPlan {
  /** Properties or elements to be taken out. */
  readonly removed: Set<Node>;
  /** Objects: members to be put in. */
  readonly added: Map<string, Json>;
  /** Arrays: elements to be put in at the end. */
  readonly appended: Json[];
}

export interface Plan {
  readonly containers: ReadonlyMap<Node, ContainerPlan>;
  /** Values to be written over, by their nodes. */
  readonly replaced: ReadonlyMap<Node, Json>;
}

/** The plan for edits of one text, in their order; `undefined` when a path cannot be reached or two edits clash. */
export function planEdits(root: Node, edits: readonly Edit[]): Plan | undefined {
  const planner = new Planner(root);
  return edits.every((edit) => planner.take(edit)) ? planner : undefined;
}

class Planner implements Plan {
  readonly containers = new Map<Node, ContainerPlan>();
  readonly replaced = new Map<Node, Json>();
  /** Arrays that an edit sets anew: what an index means in them is no longer clear. */
  private readonly rearranged = new Set<Node>();
  private readonly root: Node;

  constructor(root: Node) {
    this.root = root;
  }

  /** False when the edit cannot be made. */
  take(edit: Edit): boolean {
    let node = this.root;
    for (const [depth, segment] of edit.path.entries()) {
      const written = this.replaced.get(node);
      if (written !== undefined) return this.rewrite(node, written, edit, depth);
      if (node.incomplete || this.rearranged.has(node)) return false;
      const child = childAt(node, segment);
      if (!child) return typeof segment === "string" && node.type === "object" && this.add(node, segment, edit, depth + 1);
      if (this.containers.get(node)?.removed.has(child)) return edit.op === "remove";
      if (edit.op === "remove" && depth === edit.path.length - 1) return this.remove(node, child);
      const value = valueOf(child);
      if (!value) return false;
      node = value;
    }
    return edit.op !== "remove" && this.change(node, edit);
  }

  /** A change of a value that is in the tree. */
  private change(node: Node, addition: Addition): boolean {
    const written = this.replaced.get(node);
    if (written !== undefined) {
      const rewritten = addInside(written, [], addition);
      if (rewritten !== undefined) this.replaced.set(node, rewritten);
      return rewritten !== undefined;
    }
    if (addition.op === "append") return this.append(node, addition.value);
    return this.isTouched(node) ? false : this.become(node, addition.value);
  }

  private append(node: Node, value: Json): boolean {
    if (node.type !== "array" || node.incomplete) return false;
    const { removed, appended } = this.planOf(node);
    const isThere = (node.children ?? []).some((element) => !removed.has(element) && isSame(toValue(element), value));
    if (!isThere && !appended.some((element) => isSame(element, value))) appended.push(value);
    return true;
  }

  /** An edit inside of a value that an earlier edit writes. */
  private rewrite(node: Node, written: Json, edit: Edit, depth: number): boolean {
    const path = edit.path.slice(depth);
    if (edit.op === "remove") return !isInside(written, path);
    const rewritten = addInside(written, path, edit);
    if (rewritten !== undefined) this.replaced.set(node, rewritten);
    return rewritten !== undefined;
  }

  /** An edit at or below a member that the object does not have yet. */
  private add(object: Node, key: string, edit: Edit, depth: number): boolean {
    const path = edit.path.slice(depth);
    const existing = this.containers.get(object)?.added.get(key);
    if (edit.op === "remove") return !isInside(existing, path);
    const member = addInside(existing, path, edit);
    if (member !== undefined) this.planOf(object).added.set(key, member);
    return member !== undefined;
  }

  /** Takes out a child; of a repeated key every one, so that no earlier one comes alive. */
  private remove(container: Node, child: Node): boolean {
    const key = keyOf(child);
    const doomed = key === undefined ? [child] : (container.children ?? []).filter((property) => keyOf(property) === key);
    if (doomed.some((node) => node.incomplete || this.isTouched(node))) return false;
    const { removed } = this.planOf(container);
    for (const node of doomed) removed.add(node);
    return true;
  }

  /** Makes a value another one by changing no more of it than must be, so that the comments in it survive. */
  private become(node: Node, value: Json): boolean {
    if (node.incomplete) return false;
    if (isSame(toValue(node), value)) return true;
    if (node.type === "object" && isObject(value)) return this.becomeObject(node, value);
    if (node.type === "array" && isList(value)) return this.becomeArray(node, value);
    this.replaced.set(node, value);
    return true;
  }

  private becomeObject(object: Node, value: { readonly [key: string]: Json }): boolean {
    const { removed, added } = this.planOf(object);
    for (const property of object.children ?? []) {
      const isKept = Object.hasOwn(value, keyOf(property) ?? "");
      if (!isKept && !removed.has(property) && !this.remove(object, property)) return false;
    }
    for (const [key, member] of Object.entries(value)) {
      const property = findProperty(object, key);
      if (!property) added.set(key, member);
      else {
        const existing = valueOf(property);
        if (!existing || !this.become(existing, member)) return false;
      }
    }
    return true;
  }

  private becomeArray(array: Node, value: readonly Json[]): boolean {
    const children = array.children ?? [];
    this.rearranged.add(array);
    if (children.length === value.length) return children.every((child, index) => this.become(child, value[index] ?? null));
    const kept = new Set<Node>();
    for (const child of children) {
      const next = value[kept.size];
      if (next !== undefined && isSame(toValue(child), next)) kept.add(child);
    }
    const { removed, appended } = this.planOf(array);
    for (const child of children) if (!kept.has(child)) removed.add(child);
    appended.push(...value.slice(kept.size));
    return true;
  }

  private planOf(container: Node): ContainerPlan {
    const existing = this.containers.get(container);
    if (existing) return existing;
    const plan: ContainerPlan = { removed: new Set(), added: new Map(), appended: [] };
    this.containers.set(container, plan);
    return plan;
  }

  /** Whether an earlier edit changes something in the text of a node. */
  private isTouched(node: Node): boolean {
    const isWithin = (other: Node): boolean => other.offset >= node.offset && other.offset + other.length <= node.offset + node.length;
    for (const other of this.replaced.keys()) if (isWithin(other)) return true;
    for (const [other, { removed, added, appended }] of this.containers) {
      if (isWithin(other) && removed.size + added.size + appended.length > 0) return true;
    }
    return false;
  }
}

/** The property or element that a segment names; of a repeated key the last. */
function childAt(node: Node, segment: string | number): Node | undefined {
  if (typeof segment === "string") return findProperty(node, segment);
  return node.type === "array" ? node.children?.[segment] : undefined;
}

/** The value of a property or element, unless it had to be guessed where it begins. */
function valueOf(child: Node): Node | undefined {
  if (child.type !== "property") return child;
  return child.incomplete ? undefined : child.children?.[1];
}

function keyOf(property: Node): string | undefined {
  return property.type === "property" ? String(property.children?.[0]?.value) : undefined;
}
