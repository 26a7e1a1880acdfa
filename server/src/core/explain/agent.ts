/** An agent's effective grants with the reads that decided them: what the reader of a roster wants to know and no key says. */
import type { Analysis } from "../analyze.ts";
import { nameOf } from "../read.ts";
import type { Grant } from "../grants/grant.ts";
import { agentPhrase, gateWords } from "../picture.ts";
import { code, escape } from "./markdown.ts";
import type { Explanation, Spot } from "./explanation.ts";

/** For the name of an agent's entry, and for the `id` in it. */
export function explainAgent({ policy }: Analysis, { file, offset, isKey, path, node }: Spot): Explanation | undefined {
  const agent = policy.agents.find(({ id, entry }) => {
    if (entry.state !== "set" || entry.at.file !== file) return false;
    const name = nameOf(entry);
    if (name.start <= offset && offset <= name.end) return true;
    const isInside = entry.at.start <= offset && offset <= entry.at.end && path.length === entry.path.length + 1;
    return isInside && !isKey && path.at(-1) === "id" && node?.value !== undefined && String(node.value).toLowerCase().trim() === id;
  });
  if (!agent || agent.entry.state !== "set") return undefined;
  const rows = agent.grants.filter(({ gate }) => gate !== "deny").map(row);
  const head = `**Agent ${code(agent.id)}**: ${escape(agentPhrase(agent, policy.agents.length))}`;
  const table = rows.length === 0 ? [] : [["| may | where | in the way | because |", "| --- | --- | --- | --- |", ...rows].join("\n")];
  return { text: [head, ...table].join("\n\n"), at: node ? { file, start: node.offset, end: node.offset + node.length } : agent.entry.at };
}

function row({ capability, reach, gate, via, because, certain }: Grant): string {
  const [first] = because;
  const why = first ? `${escape(first.layer)}: ${escape(first.says)}` : "";
  const through = via.length === 0 ? "" : ` through ${via.map((id) => code(id)).join(" → ")}`;
  return `| ${capability}${certain ? "" : " ?"} | ${reach}${through} | ${gateWords[gate]} | ${why} |`;
}
