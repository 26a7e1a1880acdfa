/** One case in, one answer out: puts the parts together. Every part that cannot answer is named in `unanswered`, with the reason. */
import { approvalsHome, placeApprovals } from "./approvals.mjs";
import { placeFiles, readConfig } from "./config.mjs";
import { callExecTool } from "./exec.mjs";
import { execPolicy } from "./exec-policy.mjs";
import { describeSession, sessionKinds } from "./sessions.mjs";
import { catalogueOf, survivingTools } from "./tools.mjs";
import { wireSession } from "./wiring.mjs";

const probe = ["oracle_probe_tool"];

/**
 * @param question `{ id, config, approvals?, approvalsAs?, extra?, env?, sender?, group?, commands?, kinds? }`
 * @returns the answer; see `answer.ts` for its type.
 */
export async function answerCase(context, question) {
  const unanswered = [];
  const answer = { id: question.id, release: context.release, approvalsHome: approvalsHome(context) };
  placeFiles(context, question);
  const read = await readConfig(context);
  Object.assign(answer, { valid: read.valid, validationErrors: read.errors, warnings: read.warnings });
  answer.approvals = placeApprovals(context, question);
  if (!read.valid) return finish(context, answer, [{ what: "policy", why: "the release refuses the config" }]);
  const attempt = async (what, body) => {
    try {
      return await body();
    } catch (error) {
      unanswered.push({ what, why: String(error?.message ?? error).slice(0, 300) });
      return undefined;
    }
  };
  const { config } = read;
  context.catalogue ??= catalogueOf(context);
  const agents = (await attempt("agents", () => context.found.listAgentIds(config))) ?? [];
  answer.agents = [];
  for (const agent of agents) {
    const sessions = [];
    for (const kind of question.kinds ?? sessionKinds) {
      const session = await attempt(`agent ${agent} ${kind}`, () => answerSession(context, question, { config, agent, kind, attempt }));
      if (session) sessions.push(session);
    }
    answer.agents.push({ id: agent, sandbox: await attempt(`sandbox of ${agent}`, () => sandboxOf(context, config, agent)), sessions });
  }
  return finish(context, answer, unanswered);
}

async function answerSession(context, question, { config, agent, kind, attempt }) {
  const session = describeSession({ found: context.found, config, agent, kind, sender: question.sender, group: question.group });
  const status = context.found.resolveSandboxRuntimeStatus({ cfg: config, agentId: agent, sessionKey: session.key });
  const wire = (isOwner) => wireSession(context, { config, agent, session, sandboxed: status.sandboxed, isOwner });
  const owner = await wire(true);
  const { tools, notBuilt, probes } = survivingTools(context.catalogue, owner, probe);
  const answer = { kind, sandboxed: status.sandboxed, tools, pluginTools: probes.length > 0 };
  if (notBuilt.length > 0) answer.notBuilt = notBuilt;
  if (context.found.GATEWAY_OWNER_ONLY_CORE_TOOLS) {
    const stranger = survivingTools(context.catalogue, await wire(false), probe).tools;
    answer.ownerOnly = tools.filter((name) => !stranger.includes(name));
  }
  answer.exec = await attempt(`exec of ${agent} ${kind}`, () =>
    execPolicy(context, { config, agent, sandboxed: status.sandboxed, defaults: owner.execDefaults }),
  );
  if (question.commands) {
    answer.commands = {};
    for (const command of question.commands) {
      answer.commands[command] = await attempt(`command ${command}`, () => callExecTool(context, owner.execDefaults, command));
    }
  }
  return answer;
}

function sandboxOf({ found }, config, agent) {
  const { mode, scope, backend, workspaceAccess, docker, browser, tools } = found.resolveSandboxConfigForAgent(config, agent);
  const { network, binds, readOnlyRoot, capDrop, user, env } = docker ?? {};
  return {
    ...{ mode, scope, backend, workspaceAccess, tools: { allow: tools?.allow, deny: tools?.deny } },
    docker: { network, binds, readOnlyRoot, capDrop, user, env: Object.keys(env ?? {}).sort() },
    browser: { enabled: browser?.enabled, allowHostControl: browser?.allowHostControl },
  };
}

function finish({ home }, answer, unanswered) {
  return home.anonymise({ ...answer, unanswered });
}
