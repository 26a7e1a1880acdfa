/** Makes a case smaller for as long as it still shows what it shows: leaves out keys and elements, from the outside in, many at a time where possible. */

type Path = readonly (string | number)[];

/**
 * @param value any JSON value.
 * @param stillShow says for each candidate whether it still shows it; asked in batches, because each question alone waits for the answer before.
 * @returns a value from which nothing more can be left out.
 */
export async function shrink<Value>(
  value: Value,
  stillShow: (candidates: readonly Value[]) => Promise<readonly boolean[]>,
): Promise<Value> {
  let smallest = value;
  for (let depth = 1; ;) {
    const removable = pathsAt(smallest, depth);
    if (removable.length === 0) return smallest;
    const shows = await stillShow(removable.map((path) => without(smallest, [path])));
    const spare = removable.filter((_, index) => shows[index]);
    const before = smallest;
    smallest = await withoutMost(smallest, spare, stillShow);
    // What could not go alone may go once something else has gone.
    depth = smallest === before ? depth + 1 : 1;
  }
}

/** Without all of these if that still shows it, else without the largest half that does, else without one. */
async function withoutMost<Value>(
  value: Value,
  paths: readonly Path[],
  stillShow: (candidates: readonly Value[]) => Promise<readonly boolean[]>,
): Promise<Value> {
  for (let size = paths.length; size >= 1; size = Math.floor(size / 2)) {
    const groups: Path[][] = [];
    for (let from = 0; from < paths.length; from += size) groups.push(paths.slice(from, from + size));
    const candidates = groups.map((group) => without(value, group));
    const shows = size === 1 ? candidates.map(() => true) : await stillShow(candidates);
    const found = candidates.find((_, index) => shows[index]);
    if (found !== undefined) return found;
  }
  return value;
}

/** The paths of all keys and elements at a depth. */
function pathsAt(value: unknown, depth: number): Path[] {
  if (typeof value !== "object" || value === null) return [];
  const isList = Array.isArray(value);
  const members = Object.entries(value).map(([key, member]): [string | number, unknown] => [isList ? Number(key) : key, member]);
  if (depth === 1) return members.map(([key]) => [key]);
  return members.flatMap(([key, member]) => pathsAt(member, depth - 1).map((path) => [key, ...path]));
}

function without<Value>(value: Value, paths: readonly Path[]): Value {
  return leaveOut(value, paths) as Value;
}

function leaveOut(value: unknown, paths: readonly Path[]): unknown {
  if (paths.length === 0 || typeof value !== "object" || value === null) return value;
  const goes = (key: string | number): boolean => paths.some((path) => path.length === 1 && path[0] === key);
  const below = (key: string | number): Path[] => paths.filter((path) => path.length > 1 && path[0] === key).map((path) => path.slice(1));
  if (Array.isArray(value)) {
    const elements: readonly unknown[] = value;
    return elements.map((element, index) => leaveOut(element, below(index))).filter((_, index) => !goes(index));
  }
  const kept = Object.entries(value).filter(([key]) => !goes(key));
  return Object.fromEntries(kept.map(([key, member]) => [key, leaveOut(member, below(key))]));
}
