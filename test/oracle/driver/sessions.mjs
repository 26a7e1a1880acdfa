/**
 * The kinds of session a case asks about, each with the session key and the circumstances OpenClaw itself would give it.
 * Knows nothing of policy: what follows from a session is asked elsewhere.
 */

export const sessionKinds = ["main", "dm", "group", "cron", "hook", "subagent"];

const channel = "telegram";
const ids = { group: "-1001", sender: "1001", run: "00000000-0000-4000-8000-000000000001" };

/**
 * @returns {{ key: string, options: Record<string, unknown> }} the session's key and what the runner would hand to the tool builder with it.
 * The stranger in `dm` and `group` may be named by the case (`sender`, `group`), because toolsBySender rules look at it.
 */
export function describeSession({ found, config, agent, kind, sender, group }) {
  const mainKey = config.session?.mainKey;
  const person = { senderId: ids.sender, ...sender };
  const peer = (peerKind, peerId) =>
    found.buildAgentPeerSessionKey({
      ...{ agentId: agent, mainKey, channel, accountId: "default", peerKind, peerId, identityLinks: config.session?.identityLinks },
      ...{ dmScope: config.session?.dmScope ?? "main", groupScope: config.session?.groupScope },
    });
  const chat = { messageProvider: channel, messageChannel: channel, agentAccountId: "default" };
  switch (kind) {
    case "main":
      return { key: found.resolveAgentMainSessionKey({ cfg: config, agentId: agent }), options: {} };
    case "dm":
      return { key: peer("direct", person.senderId), options: { ...chat, ...person } };
    case "group": {
      const groupId = group ?? ids.group;
      return { key: peer("group", groupId), options: { ...chat, ...person, groupId } };
    }
    case "cron":
      return { key: `agent:${agent}:cron:${ids.run}`, options: { trigger: "cron" } };
    case "hook":
      return { key: `agent:${agent}:hook:${ids.run}`, options: {} };
    case "subagent":
      return { key: `agent:${agent}:subagent:${ids.run}`, options: {} };
  }
  throw new Error(`unknown session kind ${kind}`);
}

/** The model an agent runs with, as the release itself picks it: provider policies depend on it. */
export function modelOf({ found, config, agent }) {
  const model = found.resolveDefaultModelForAgent({ cfg: config, agentId: agent });
  return { modelProvider: model.provider, modelId: model.model };
}
