/** The effective grants as a tree for the editor: agents, what each may do, and the reads that decide it. */
import { agentPhrase, gateWords, nameOf, reachWords, shellCount, type Agent, type Because, type Grant } from "../core/index.ts";
import { converter } from "./convert.ts";
import type { GrantSet, GrantsResult, Place } from "./protocol.ts";
import type { Current, Session } from "./session.ts";

export async function grants(session: Session): Promise<GrantsResult> {
  const ofAgents = (await session.all()).filter(({ analysis }) => !analysis.dialect.isCompanion);
  return { sets: ofAgents.map((current) => setOf(current, session)) };
}

function setOf({ analysis }: Current, session: Session): GrantSet {
  const { set, policy, release } = analysis;
  const convert = converter(analysis, session.editorUri);
  const placeOf = (at: Because["read"]["at"]): Place => ({ uri: session.editorUri(at.file), range: convert.range(at) });
  return {
    root: session.editorUri(set.root),
    release: release.version,
    agents: policy.agents.map((agent) => ({
      id: agent.id,
      phrase: agentPhrase(agent, policy.agents.length),
      hasShell: shellCount([agent]) > 0,
      at: placeOf(nameOf(agent.entry)),
      grants: agent.grants.map((grant) => ({
        capability: grant.capability,
        words: grantWords(grant, agent),
        because: grant.because.map(({ layer, says, read }) => ({ says, layer, at: placeOf(read.at) })),
      })),
    })),
  };
}

function grantWords({ reach, gate, via, sessions, certain }: Grant, agent: Agent): string {
  const through = via.length > 0 ? `through ${via.join(" → ")}` : "";
  const where = sessions.length === agent.sessions.length ? "" : `in ${sessions.join(", ")} sessions only`;
  const words = [through, gateWords[gate], reachWords[reach], where].filter((part) => part !== "");
  return `${words.join(", ")}${certain ? "" : " ?"}`;
}
