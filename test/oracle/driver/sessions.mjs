/**
 * The kinds of session a case asks about, each with the session key and the circumstances OpenClaw itself would give it.
 * Knows nothing of policy: what follows from a session is asked elsewhere.
 */

export const sessionKinds = ["main", "dm", "group", "cron", "hook", "subagent"];

const channel = "telegram";
const ids = { group: `${channel}:-9999`, sender: "7777", run: "00000000-0000-4000-8000-000000000001" };

/**
 * @returns {{ key: string, runKey?: string, options: Record<string, unknown> }} the key policy is looked up by, the session's own key where that is
 *   another one, and what the runner would hand to the tool builder besides.
 * The stranger in `dm` and `group` may be named by the case (`sender`, `group`), because toolsBySender rules look at it.
 */
export function describeSession({ found, config, agent, kind, sender, group }) {
  const mainKey = config.session?.mainKey;
  const person = { senderId: ids.sender, ...sender };
  const peer = (peerKind, peerId, through = channel) =>
    found.buildAgentPeerSessionKey({
      ...{
        agentId: agent,
        mainKey,
        channel: through,
        accountId: "default",
        peerKind,
        peerId,
        identityLinks: config.session?.identityLinks,
      },
      ...{ dmScope: config.session?.dmScope ?? "main", groupScope: config.session?.groupScope },
    });
  const chat = (through) => ({ messageProvider: through, messageChannel: through, agentAccountId: "default" });
  switch (kind) {
    case "main":
      return { key: found.resolveAgentMainSessionKey({ cfg: config, agentId: agent }), options: {} };
    case "dm": {
      const key = peer("direct", person.senderId);
      return { ...policyKeyOf({ found, config, agent, key, person }), options: { ...chat(channel), chatType: "direct", ...person } };
    }
    case "group": {
      const [, through, groupId] = /^([^:]*):(.*)$/.exec(group ?? ids.group);
      return { key: peer("group", groupId, through), options: { ...chat(through), chatType: "group", ...person, groupId } };
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

/** Later releases look policy up by a key of the person's own, also where all direct messages share the main session. */
function policyKeyOf({ found, config, agent, key, person }) {
  const ctx = {
    ...{ Provider: channel, Surface: channel, OriginatingChannel: channel, ChatType: "direct", AccountId: "default" },
    ...{ SenderId: person.senderId, SenderUsername: person.senderUsername, SenderE164: person.senderE164 },
  };
  const policyKey = found.resolveRuntimePolicySessionKey?.({ cfg: config, ctx, agentId: agent, sessionKey: key }) ?? key;
  return policyKey === key ? { key } : { key: policyKey, runKey: key };
}

/** The model an agent runs with, as the release itself picks it: provider policies depend on it. */
export function modelOf({ found, config, agent }) {
  const model = found.resolveDefaultModelForAgent({ cfg: config, agentId: agent });
  return { modelProvider: model.provider, modelId: model.model };
}
