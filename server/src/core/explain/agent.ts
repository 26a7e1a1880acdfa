/** An agent's effective grants with the reads that decided them: what the reader of a roster wants to know and no key says. */
import type { Analysis } from "../analyze.ts";
import { nameOf } from "../read.ts";
import type { Agent, Gate, Grant } from "../grants/grant.ts";
import { agentPhrase, exposureCell, gateWords, nothing, reachWords } from "../picture.ts";
import { code, escape } from "../markdown.ts";
import { commonReason, withoutTool } from "./reasons.ts";
import type { Explanation, Spot } from "./explanation.ts";

/** For the name of an agent's entry, and for the `id` in it. */
export function explainAgent({ policy, release }: Analysis, { file, offset, isKey, path, node }: Spot): Explanation | undefined {
  const agent = policy.agents.find(({ id, entry }) => {
    if (entry.state !== "set" || entry.at.file !== file) return false;
    const name = nameOf(entry);
    if (name.start <= offset && offset <= name.end) return true;
    const isInside = entry.at.start <= offset && offset <= entry.at.end && path.length === entry.path.length + 1;
    return isInside && !isKey && path.at(-1) === "id" && node?.value !== undefined && String(node.value).toLowerCase().trim() === id;
  });
  if (!agent || agent.entry.state !== "set") return undefined;
  const text = [
    `**Agent ${code(agent.id)}** in OpenClaw ${escape(release.version)}: ${escape(agentPhrase(agent, policy.agents.length))}`,
    ...byGate(agent),
    ...people(agent),
  ];
  return { text: text.join("\n\n"), at: node ? { file, start: node.offset, end: node.offset + node.length } : agent.entry.at };
}

/** What has nothing in its way comes first; what is denied is no grant. */
const gates = ["none", "allowlist", "ask-on-miss", "ask"] as const satisfies readonly Gate[];

function byGate({ grants, sessions }: Agent): string[] {
  const tools = new Set(sessions.flatMap((session) => session.tools));
  return gates.flatMap((gate) => {
    const lines = byReason(
      grants.filter((grant) => grant.gate === gate),
      tools,
    );
    return lines.length === 0 ? [] : [`${capitalized(gateWords[gate])}:`, lines.join("\n")];
  });
}

/** One line for all that is so for the same reason: nearly everything an agent may do comes from one setting, or from one that is not there. */
function byReason(grants: readonly Grant[], tools: ReadonlySet<string>): string[] {
  const groups = new Map<string, [Grant, ...Grant[]]>();
  for (const grant of grants) {
    const [first] = grant.because;
    const key = JSON.stringify([grant.reach, grant.via, first?.layer, first && withoutTool(first.says, tools)]);
    const group = groups.get(key);
    if (group) group.push(grant);
    else groups.set(key, [grant]);
  }
  return [...groups.values()].map((group) => {
    const [{ reach, via, because }] = group;
    const what = group.map(({ capability, certain }) => `${code(capability)}${certain ? "" : " ?"}`).join(" ");
    const through = via.length === 0 ? "" : ` through ${via.map((id) => code(id)).join(" → ")}`;
    const where = reachWords[reach] === "" ? "" : ` ${reachWords[reach]}`;
    const says = commonReason(
      group.flatMap((grant) => grant.because[0]?.says ?? []),
      tools,
    );
    const why = says === undefined ? "" : `: ${escape(says)} (${escape(because[0]?.layer ?? "")})`;
    return `- ${what}${where}${through}${why}`;
  });
}

function people(agent: Agent): string[] {
  const cell = exposureCell(agent);
  return cell === nothing ? [] : [`Who can talk to it: ${escape(cell)}`];
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
