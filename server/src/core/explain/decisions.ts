/** What a value decides: the grants, of whichever agents, that have it among their reasons. */
import type { Analysis } from "../analyze.ts";
import type { Because } from "../grants/grant.ts";
import { gateWords } from "../picture.ts";
import { listWords } from "../wording.ts";
import { commonReason } from "./reasons.ts";
import { code, escape } from "../markdown.ts";
import type { Explanation, Spot } from "./explanation.ts";

/** Only for single values: everything is decided somewhere inside an object. */
export function explainDecisions({ policy, release }: Analysis, { file, node, isKey }: Spot): Explanation | undefined {
  const value = isKey ? node?.parent?.children?.[1] : node;
  if (!node || !value || value.type === "object" || value.type === "array") return undefined;
  const isHere = ({ read }: Because): boolean => read.state === "set" && read.at.file === file && read.at.start === value.offset;
  const decided = new Map<string, Decision>();
  for (const agent of policy.agents) {
    const tools = new Set(agent.sessions.flatMap((session) => session.tools));
    const byOutcome = new Map<string, { readonly capabilities: Set<string>; readonly reasons: string[] }>();
    for (const { capability, reach, gate, because } of agent.grants.filter(({ via }) => via.length === 0)) {
      const says = because.find(isHere)?.says;
      if (says === undefined) continue;
      const outcome = `on ${reach}, ${gateWords[gate]}`;
      const known = byOutcome.get(outcome) ?? { capabilities: new Set(), reasons: [] };
      known.capabilities.add(capability);
      known.reasons.push(says);
      byOutcome.set(outcome, known);
    }
    for (const [outcome, { capabilities, reasons }] of byOutcome) {
      const what = `${[...capabilities].join(", ")} ${outcome}`;
      const known = decided.get(what) ?? { says: commonReason(reasons, tools), agents: [] };
      known.agents.push(agent.id);
      decided.set(what, known);
    }
  }
  if (decided.size === 0) return undefined;
  const lines = [...decided].slice(0, 8).map(([what, { says, agents }]) => {
    const who =
      agents.length === policy.agents.length && agents.length > 1
        ? `all ${agents.length} agents`
        : listWords(
            agents.map((id) => code(id)),
            4,
          );
    return `- ${who}: ${what}${says === undefined ? "" : ` (${escape(says)})`}`;
  });
  return {
    text: [`What this comes to in OpenClaw ${escape(release.version)}:`, lines.join("\n")].join("\n\n"),
    at: { file, start: node.offset, end: node.offset + node.length },
  };
}

/** The same outcome for several agents. */
interface Decision {
  readonly says: string | undefined;
  readonly agents: string[];
}
