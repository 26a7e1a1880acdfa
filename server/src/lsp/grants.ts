/** The effective grants as a tree for the editor: agents, what each may do, and the reads that decide it. */
import { agentPhrase, gateWords, nameOf, type Because, type Grant } from "../core/index.ts";
import { converter } from "./convert.ts";
import type { GrantItem, GrantSet, GrantsResult, Place } from "./protocol.ts";
import type { Current, Session } from "./session.ts";

export async function grants(session: Session): Promise<GrantsResult> {
  return { sets: (await session.all()).map((current) => setOf(current, session)) };
}

function setOf({ analysis }: Current, session: Session): GrantSet {
  const { set, policy, release } = analysis;
  const convert = converter(analysis, session.editorUri);
  const placeOf = (at: Because["read"]["at"]): Place => ({ uri: session.editorUri(at.file), range: convert.range(at) });
  const item = ({ capability, reach, gate, via, sessions, certain, because }: Grant): GrantItem => ({
    capability,
    words: `on ${reach}, ${gateWords[gate]}${via.length > 0 ? `, through ${via.join(" → ")}` : ""} [${sessions.join(", ")}]${certain ? "" : " ?"}`,
    because: because.map(({ layer, says, read }) => ({ words: `${layer}: ${says}`, at: placeOf(read.at) })),
  });
  return {
    root: session.editorUri(set.root),
    release: release.version,
    agents: policy.agents.map((agent) => ({
      id: agent.id,
      phrase: agentPhrase(agent, policy.agents.length),
      at: placeOf(nameOf(agent.entry)),
      grants: agent.grants.map(item),
    })),
  };
}
