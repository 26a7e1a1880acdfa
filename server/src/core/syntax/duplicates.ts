/** Finds keys that an object repeats. Both readers of OpenClaw's files take them without a word and keep the last one. */
import { duplicateKey, firstOfDuplicates } from "./faults.ts";
import { mostProblems } from "./problem-list.ts";
import { hasRepeatedKey, keyOf, type Node, type Problem } from "./tree.ts";

/** A warning at every key that stands in its object already, pointing at the first. It names the key when the text around is whole. */
export function duplicateKeys(root: Node | undefined, isWhole: boolean): Problem[] {
  const problems: Problem[] = [];
  const pending: Node[] = root?.children ? [root] : [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const children = node.children ?? [];
    if (node.type === "object" && hasRepeatedKey(children)) reportRepeatedKeys(children, isWhole, problems);
    for (const child of children) {
      const value = node.type === "object" ? child.children?.[1] : child;
      if (value?.children) pending.push(value);
    }
  }
  return problems;
}

function reportRepeatedKeys(properties: readonly Node[], isWhole: boolean, problems: Problem[]): void {
  const first = new Map<string, Node>();
  for (const property of properties) {
    const key = keyOf(property);
    const { offset, length } = property.children?.[0] ?? property;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, property.children?.[0] ?? property);
      continue;
    }
    if (problems.length >= mostProblems) return;
    const related = { offset: earlier.offset, length: earlier.length, message: firstOfDuplicates };
    problems.push({ ...duplicateKey(isWhole ? key : undefined), severity: "warning", offset, length, related });
  }
}
