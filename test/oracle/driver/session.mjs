/** Everything asked about one session of one agent. */
import { elevatedOf } from "./elevated.mjs";
import { callExecTool } from "./exec.mjs";
import { execPolicy } from "./exec-policy.mjs";
import { canMessage, canSpawn } from "./reach.mjs";
import { describeSession } from "./sessions.mjs";
import { survivingTools } from "./tools.mjs";
import { wireSession } from "./wiring.mjs";

/** A tool no release knows, brought by a plugin no release knows. */
const probe = ["oracle_probe_tool"];

export async function answerSession(context, question, { config, agents, agent, kind, attempt, restoreApprovals }) {
  const { found, catalogue } = context;
  const { sender, group, commands = [] } = question;
  const session = describeSession({ found, config, agent, kind, sender, group });
  const { sandboxed } = found.resolveSandboxRuntimeStatus({ cfg: config, agentId: agent, sessionKey: session.key });
  const wire = (isOwner) => wireSession(context, { config, agent, session, sandboxed, isOwner });
  const wired = await wire(true);
  const { tools, notBuilt, probes } = survivingTools(catalogue, wired, probe);
  const answer = { kind, sandboxed, tools, pluginTools: probes.length > 0 };
  if (notBuilt.length > 0) answer.notBuilt = notBuilt;
  if (found.GATEWAY_OWNER_ONLY_CORE_TOOLS) {
    const left = survivingTools(catalogue, await wire(false), probe).tools;
    answer.ownerOnly = tools.filter((name) => !left.includes(name));
  }
  // The exec tool writes to the approvals document; every question must meet it as it was given.
  const afresh = (what, body) =>
    attempt(what, () => {
      restoreApprovals();
      return body();
    });
  const { execDefaults } = wired;
  answer.exec = await afresh("exec", () => execPolicy(context, { agent, sandboxed, defaults: execDefaults }));
  if (kind === "dm") answer.elevated = await afresh("elevated", () => elevatedOf(context, { config, agent, sender, execDefaults }));
  if (commands.length > 0) {
    answer.commands = {};
    for (const command of commands) {
      answer.commands[command] = await afresh(`command ${command}`, () => callExecTool(context, execDefaults, command));
    }
  }
  answer.canMessage = await attempt("canMessage", () => canMessage(context, { config, agents, agent, session, sandboxed }));
  answer.canSpawn = await attempt("canSpawn", () => canSpawn(context, { agents, agent, session, sandboxed }));
  return answer;
}
