/**
 * Makes a structured edit inside of a plain value: what a later edit does to something that an earlier one writes.
 * Never changes the value it is given.
 */
import type { Json } from "../finding.ts";
import type { Path } from "./tree.ts";

export interface Addition {
  readonly op: "set" | "append";
  readonly value: Json;
}

/**
 * The value with something set or appended at a path below it, missing objects created on the way;
 * `undefined` when the path cannot be reached, or something else stands there already.
 */
export function addInside(value: Json | undefined, path: Path, addition: Addition): Json | undefined {
  const [segment, ...rest] = path;
  if (segment === undefined) return addHere(value, addition);
  if (typeof segment === "number") {
    if (!isList(value) || value[segment] === undefined) return undefined;
    const element = addInside(value[segment], rest, addition);
    return element === undefined ? undefined : value.map((existing, index) => (index === segment ? element : existing));
  }
  if (value !== undefined && !isObject(value)) return undefined;
  const member = addInside(memberOf(value, segment), rest, addition);
  return member === undefined ? undefined : withMember(value ?? {}, segment, member);
}

/** Whether something stands at a path below a value. */
export function isInside(value: Json | undefined, path: Path): boolean {
  const [segment, ...rest] = path;
  if (value === undefined || segment === undefined) return value !== undefined;
  if (typeof segment === "number") return isList(value) && isInside(value[segment], rest);
  return isObject(value) && isInside(memberOf(value, segment), rest);
}

function addHere(value: Json | undefined, { op, value: added }: Addition): Json | undefined {
  if (op === "set") return value === undefined || isSame(value, added) ? added : undefined;
  if (value === undefined) return [added];
  if (!isList(value)) return undefined;
  return value.some((element) => isSame(element, added)) ? value : [...value, added];
}

function memberOf(object: { readonly [key: string]: Json } | undefined, key: string): Json | undefined {
  return object && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A copy of an object with one more or another member. `__proto__` is a key like any other. */
function withMember(object: { readonly [key: string]: Json }, key: string, member: Json): Json {
  return Object.fromEntries([...Object.entries(object).filter(([existing]) => existing !== key), [key, member]]);
}

/** `Array.isArray`, which does not narrow to readonly arrays. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !isList(value);
}

/** Whether two plain values are the same, whatever the order of their members. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [members, others] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return members.size === others.size && [...members].every(([key, value]) => others.has(key) && isSame(value, others.get(key)));
}
