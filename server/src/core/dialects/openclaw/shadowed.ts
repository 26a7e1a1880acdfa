/** Of keys that an object repeats, those whose lost value was the stricter one: tried out by resolving the set as if that one counted. */
import type { Json } from "../../finding.ts";
import { isWider } from "../../grants/compare.ts";
import type { EffectivePolicy } from "../../grants/policy.ts";
import type { ShadowedSetting } from "../../grants/shadowed.ts";
import { applyToSet, toFileEdits } from "../../remedy.ts";
import { elements, locationOf, members, pathOf, toValue, type Node } from "../../syntax/tree.ts";
import type { ConfigFile, ConfigSet } from "../dialect.ts";
import { hasVariable } from "./constraints-values.ts";

/** Each one costs as much as an analysis; who repeats more keys than this has another problem. */
const most = 5;

export function findShadowed(set: ConfigSet, policy: EffectivePolicy, resolve: (edited: ConfigSet) => EffectivePolicy): ShadowedSetting[] {
  const lost = set.files.flatMap((file) => (hasRepeatedKeys(file) ? lostIn(file) : [])).slice(0, most);
  return lost.filter(({ restore }) => {
    const fileEdits = toFileEdits(set, restore);
    return fileEdits !== undefined && isNarrower(resolve(applyToSet(set, fileEdits)), policy);
  });
}

function hasRepeatedKeys({ parsed }: ConfigFile): boolean {
  return parsed.problems.some(({ code }) => code === "duplicate-key") && parsed.problems.every(({ severity }) => severity !== "error");
}

function lostIn({ uri, parsed }: ConfigFile): ShadowedSetting[] {
  const found: ShadowedSetting[] = [];
  const pending: (Node | undefined)[] = [parsed.root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const counting = members(node);
    for (const { key, keyNode, value } of counting) {
      for (const property of node.children ?? []) {
        const [name, lost] = property.children ?? [];
        if (!name || !lost || !value || name === keyNode || name.value !== key || !isKnown(lost)) continue;
        const edit = { op: "set" as const, file: uri, path: pathOf(value), value: toValue(lost) as Json };
        found.push({ key, at: locationOf(name), path: pathOf(value), by: locationOf(keyNode), restore: [edit] });
      }
    }
    pending.push(...counting.map(({ value }) => value), ...elements(node));
  }
  return found;
}

/** Whether everything in it is written out, and nothing is left to the environment. */
function isKnown(node: Node): boolean {
  const { value, children = [] } = node;
  return !(typeof value === "string" && hasVariable(value)) && children.every(isKnown);
}

/** Nobody could do more, nobody else could write in, and somebody could do less or fewer could write. */
function isNarrower(other: EffectivePolicy, policy: EffectivePolicy): boolean {
  const [fewer, doors] = [openDoors(other), openDoors(policy)];
  const opens = [...fewer].some((door) => !doors.has(door));
  return !opens && !isWider(other, policy) && (isWider(policy, other) || fewer.size < doors.size);
}

function openDoors({ agents }: EffectivePolicy): ReadonlySet<string> {
  const open = agents.flatMap(({ id, exposures }) =>
    exposures.flatMap((door) => (door.who === "open" ? [`${id} ${door.through} ${door.name}`] : [])),
  );
  return new Set(open);
}
