/**
 * Has the release put an agent's tools together for one session and listens: which layers of tool policy it applied in which order,
 * which of its own coding tools it built, and what it gave the exec tool. The layers are the release's, not ours.
 */
import { withLeaves } from "./leaves.mjs";
import { modelOf } from "./sessions.mjs";

/**
 * @param buildsOthers whether to build the tools besides the coding tools too, which takes a while.
 * @returns {Promise<{ steps: object[], applyPipeline: Function, built: string[], others?: string[], execDefaults?: object, pluginLists: object }>}
 *   `built`: the release's own coding tools as constructed, before any policy; `others`: its other own tools, or `buildError` when building them
 *   fails; `pluginLists`: what it tells plugins of the lists in force.
 */
export async function wireSession(context, { config, agent, session, sandboxed, isOwner, buildsOthers }) {
  const { found, home } = context;
  const heard = {
    steps: undefined,
    applyPipeline: undefined,
    built: [],
    others: undefined,
    buildError: undefined,
    execDefaults: undefined,
    pluginLists: {},
  };
  const hearExec = (real, args) => {
    heard.execDefaults ??= args[0];
    return real(...args);
  };
  const options = {
    ...{ config, agentId: agent, sessionKey: session.key, workspaceDir: home.work, agentDir: home.work },
    ...modelOf({ found, config, agent }),
    ...session.options,
    ...(session.runKey ? { runSessionKey: session.runKey } : {}),
    senderIsOwner: isOwner,
    ...(sandboxed ? { sandbox: pretendSandbox(context, config, agent) } : {}),
    toolConstructionPlan: {
      ...{ includeBaseCodingTools: true, includeShellTools: true },
      ...{ includeChannelTools: false, includeOpenClawTools: true, includePluginTools: true },
    },
  };
  const handlers = {
    resolvePluginTools: () => [],
    createOpenClawTools: (real, [others]) => {
      heard.pluginLists = { allow: others.pluginToolAllowlist, deny: others.pluginToolDenylist };
      if (buildsOthers)
        Object.assign(
          heard,
          buildOthers(() => real({ ...others, disablePluginTools: true })),
        );
      return [];
    },
    listChannelAgentTools: () => [],
    createLazyExecTool: hearExec,
    createExecTool: hearExec,
    applyToolPolicyPipeline: (real, args) => {
      // Later releases also ask about single tools on the way; the last call is the one that decides about all of them.
      Object.assign(heard, { steps: args[0].steps, applyPipeline: real, built: args[0].tools.map((tool) => tool.name) });
      return real(...args);
    },
  };
  await withLeaves(handlers, () => found.createOpenClawCodingTools(options));
  if (!heard.steps) throw new Error("the release built tools without applying any tool policy");
  return heard;
}

/** Approvals that wait to be migrated make even the building of tools fail; the answer says so, and goes on as if it had not. */
function buildOthers(build) {
  try {
    return { others: build().map((tool) => tool.name) };
  } catch (error) {
    return { buildError: String(error?.message ?? error).slice(0, 300) };
  }
}

/** A sandbox good enough to build tools against: same settings as the real one would have, but no container behind it. */
export function pretendSandbox({ found, home }, config, agent) {
  const settings = found.resolveSandboxConfigForAgent(config, agent);
  const refuse = () => {
    throw new Error("no container behind this sandbox");
  };
  return {
    ...{ enabled: true, sessionKey: "sandbox", workspaceDir: home.work, agentWorkspaceDir: home.work, containerName: "none" },
    ...{ containerWorkdir: "/workspace", docker: settings.docker, tools: settings.tools, workspaceAccess: settings.workspaceAccess },
    browserAllowHostControl: settings.browser?.allowHostControl === true,
    fsBridge: { resolvePath: refuse, readFile: refuse, writeFile: refuse, stat: refuse, readDirectory: refuse },
    backend: { id: "docker", env: {}, buildExecSpec: refuse, finalizeExec: refuse },
  };
}
