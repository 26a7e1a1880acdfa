/** The same edits on plain values: what a text must mean after its edits. Written without a look at how the texts are edited. */
import { isDeepStrictEqual } from "node:util";
import type { Edit, Json } from "../../server/src/core/finding.ts";

type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

/** A copy of the value after the edit; `undefined` when the path cannot be reached. */
export function editPlain(before: unknown, edit: Edit): { readonly value: unknown } | undefined {
  const holder: { [key: string]: Plain } = { root: structuredClone(before) as Plain };
  let parent: Plain = holder;
  let last: string | number = "root";
  for (const segment of edit.path) {
    let child = childOf(parent, last);
    if (child === undefined) {
      if (typeof last === "string" && edit.op === "remove") return { value: before };
      if (typeof last === "number" || typeof segment === "number") return undefined;
      child = {};
      put(parent, last, child);
    }
    if (typeof child !== "object" || child === null) return undefined;
    if (Array.isArray(child) ? typeof segment !== "number" || segment >= child.length : typeof segment !== "string") return undefined;
    parent = child;
    last = segment;
  }
  const existing = childOf(parent, last);
  if (edit.op === "remove") {
    if (edit.path.length === 0) return undefined;
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete (parent as { [key: string]: Plain })[last];
  } else if (edit.op === "set") {
    put(parent, last, edit.value as Plain);
  } else {
    if (existing !== undefined && !Array.isArray(existing)) return undefined;
    if (existing?.some((element) => isDeepStrictEqual(element, edit.value))) return { value: holder["root"] };
    put(parent, last, [...(existing ?? []), edit.value as Plain]);
  }
  return { value: holder["root"] };
}

function childOf(parent: Plain, segment: string | number): Plain | undefined {
  if (Array.isArray(parent)) return parent[Number(segment)];
  const object = parent as { [key: string]: Plain };
  return Object.hasOwn(object, segment) ? object[segment] : undefined;
}

function put(parent: Plain, segment: string | number, value: Plain): void {
  Object.defineProperty(parent, segment, { value, writable: true, enumerable: true, configurable: true });
}

/** Every path of a value, the empty one first. */
export function pathsOf(value: unknown, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [at];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [at, ...entries.flatMap(([segment, child]) => pathsOf(child, [...at, segment]))];
}

/** Values to write, of every type. */
export const sampleValues: readonly Json[] = [
  "always",
  'it\'s "quoted"',
  3,
  -0.5,
  -0,
  true,
  null,
  [],
  {},
  ["a", "b"],
  [1, [2]],
  { a: 1, "b-c": { d: ["x"] } },
];
