/** What a value decides: the grants, of whichever agents, that have it among their reasons. */
import type { Analysis } from "../analyze.ts";
import type { Because, Grant } from "../grants/grant.ts";
import { listWords } from "../wording.ts";
import { code, escape } from "./markdown.ts";
import type { Explanation, Spot } from "./explanation.ts";

/** Only for single values: everything is decided somewhere inside an object. */
export function explainDecisions({ policy, release }: Analysis, { file, node, isKey }: Spot): Explanation | undefined {
  const value = isKey ? node?.parent?.children?.[1] : node;
  if (!node || !value || value.type === "object" || value.type === "array") return undefined;
  const isHere = ({ read }: Because): boolean => read.state === "set" && read.at.file === file && read.at.start === value.offset;
  const decided = new Map<string, { readonly says: string; readonly agents: Set<string> }>();
  for (const agent of policy.agents) {
    for (const grant of agent.grants.filter(({ via }) => via.length === 0)) {
      const because = grant.because.find(isHere);
      if (!because) continue;
      const key = outcome(grant);
      const known = decided.get(key) ?? { says: because.says, agents: new Set() };
      known.agents.add(agent.id);
      decided.set(key, known);
    }
  }
  if (decided.size === 0) return undefined;
  const lines = [...decided].slice(0, 8).map(([what, { says, agents }]) => {
    const who =
      agents.size === policy.agents.length && agents.size > 1
        ? `all ${agents.size} agents`
        : listWords(
            [...agents].map((id) => code(id)),
            4,
          );
    return `- ${who}: ${what} (${escape(says)})`;
  });
  return {
    text: [`What this comes to in OpenClaw ${escape(release.version)}:`, lines.join("\n")].join("\n\n"),
    at: { file, start: node.offset, end: node.offset + node.length },
  };
}

function outcome({ capability, reach, gate }: Grant): string {
  return `${capability} on ${reach}, ${gate === "none" ? "nothing in the way" : gate}`;
}
