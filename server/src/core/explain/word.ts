/** A name out of the product's vocabulary: a tool, a group, a profile, an agent; and a key that matters for security, also where its word is pointed at. */
import type { Analysis } from "../analyze.ts";
import type { Explanation, Spot } from "./explanation.ts";

export function explainWord({ set, release, policy, dialect }: Analysis, spot: Spot): Explanation | undefined {
  const { file, node, isKey } = spot;
  const written = set.files.find(({ uri }) => uri === file);
  if (!node || !written) return undefined;
  const { role, into } = dialect.readAs(set, written);
  const path = [...into, ...spot.path];
  const named = isKey
    ? undefined
    : dialect.words({ role, path, release, policy, programs: [] }).find(({ isSame }) => isSame(String(node.value)));
  const about = named?.about ?? dialect.aboutKey(role, path, release);
  return about === undefined ? undefined : { text: about, at: { file, start: node.offset, end: node.offset + node.length } };
}
