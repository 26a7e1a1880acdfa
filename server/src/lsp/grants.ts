/** The effective grants as a tree for the editor: agents, what each may do, and the reads that decide it. */
import { agentPhrase, grantWords, nameOf, shellCount } from "../core/index.ts";
import { converter } from "./convert.ts";
import { placesFor } from "./places.ts";
import type { GrantSet, GrantsResult } from "./protocol.ts";
import type { Current, Session } from "./session.ts";
import { withVisibleTexts } from "./visible-texts.ts";

export async function grants(session: Session): Promise<GrantsResult> {
  const ofAgents = (await session.all()).filter(({ analysis }) => !analysis.dialect.isCompanion);
  return withVisibleTexts({ sets: ofAgents.map((current) => setOf(current, session)) });
}

function setOf({ analysis }: Current, session: Session): GrantSet {
  const { set, policy, release } = analysis;
  const { placeOf, reasonOf } = placesFor(converter(analysis, session.editorUri), session);
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
        because: grant.because.map(reasonOf),
      })),
    })),
  };
}
