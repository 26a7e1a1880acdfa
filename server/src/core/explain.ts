/** What to tell a reader who points at a place: the findings there, the agent, what an allowlist entry admits, what a word means, what a value decides. */
import type { Analysis } from "./analyze.ts";
import { atlasVersion } from "./atlas/atlas.gen.ts";
import { explainAgent } from "./explain/agent.ts";
import { explainDecisions } from "./explain/decisions.ts";
import type { Explanation, Spot } from "./explain/explanation.ts";
import { explainFindings } from "./explain/findings.ts";
import { explainPattern } from "./explain/pattern.ts";
import { explainWord } from "./explain/word.ts";
import { nodeAt } from "./syntax/node-at.ts";
import { pathOf, type Uri } from "./syntax/tree.ts";
import { releaseWords } from "./wording.ts";

export type { Explanation } from "./explain/explanation.ts";

/** What is most to the point comes first. */
const kinds = [explainFindings, explainAgent, explainPattern, explainWord, explainDecisions];

/** The explanation for an offset, or nothing when there is nothing to say about it. */
export function explain(analysis: Analysis, file: Uri, offset: number): Explanation | undefined {
  const spot = spotAt(analysis, file, offset);
  const found = kinds.flatMap((kind) => kind(analysis, spot) ?? []);
  const [first] = found;
  if (!first) return undefined;
  const release = `Judged for OpenClaw ${releaseWords(analysis.release)}. ATLAS data v${atlasVersion}.`;
  return { text: analysis.redact([...found.map(({ text }) => text), release].join("\n\n---\n\n")), at: first.at };
}

function spotAt({ set }: Analysis, file: Uri, offset: number): Spot {
  const root = set.files.find(({ uri }) => uri === file)?.parsed.root;
  const node = nodeAt(root, offset);
  const isKey = node?.parent?.type === "property" && node.parent.children?.[0] === node;
  return { file, offset, node, path: node ? pathOf(node) : [], isKey };
}
