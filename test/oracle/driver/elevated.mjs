/** Whether a sender may raise an agent's commands above its policy ("elevated"), and what a command then does. */
import { callExecTool } from "./exec.mjs";

const channel = "telegram";

/** The sender and channel are those of the case's direct message. */
export async function elevatedOf(context, { config, agent, sender, execDefaults }) {
  const { found } = context;
  const { enabled, allowed } = found.resolveElevatedPermissions({
    cfg: config,
    agentId: agent,
    ctx: senderContext(sender),
    provider: channel,
  });
  const level = config.agents?.defaults?.elevatedDefault ?? "on";
  const answer = { enabled, allowed, level };
  if (!allowed || level === "off") return answer;
  const elevated = { enabled, allowed, defaultLevel: level };
  return { ...answer, probe: await callExecTool(context, { ...execDefaults, elevated, messageProvider: channel }, "id -u") };
}

function senderContext({ senderId = "7777", senderUsername, senderName, senderE164 } = {}) {
  return {
    ...{
      Provider: channel,
      Surface: channel,
      AccountId: "default",
      From: `${channel}:${senderId}`,
      To: `${channel}:bot`,
      ChatType: "direct",
    },
    ...{ SenderId: senderId, SenderUsername: senderUsername, SenderName: senderName, SenderE164: senderE164 },
  };
}
