/** Everything asked about one session of one agent. */
import { elevatedOf } from "./elevated.mjs";
import { callExecTool } from "./exec.mjs";
import { execPolicy } from "./exec-policy.mjs";
import { pluginToolFilter } from "./plugin-tools.mjs";
import { canMessage, canSpawn } from "./reach.mjs";
import { describeSession } from "./sessions.mjs";
import { survivingTools } from "./tools.mjs";
import { wireSession } from "./wiring.mjs";

/** A tool no release knows, brought by a plugin no release knows. */
const probe = ["oracle_probe_tool"];

/** Asked in later sessions again and again, with the same answer each time. One per agent. */
export function rememberAnswers() {
  const answers = new Map();
  return async (key, body) => {
    if (!answers.has(key)) answers.set(key, await body());
    return answers.get(key);
  };
}

export async function answerSession(context, question, { config, agents, agent, kind, group, attempt, approvals, remember }) {
  const { found, catalogue } = context;
  const { sender, commands = [] } = question;
  const session = describeSession({ found, config, agent, kind, sender, group });
  const { sandboxed } = found.resolveSandboxRuntimeStatus({ cfg: config, agentId: agent, sessionKey: session.key });
  const wire = (isOwner, buildsOthers = false) => wireSession(context, { config, agent, session, sandboxed, isOwner, buildsOthers });
  const depth = kind === "subagent" ? "child" : "top";
  const wired = await wire(true);
  // The lists in force have a say in what is built: one that names a tool can bring it into being.
  const lists = JSON.stringify(wired.pluginLists);
  const { others, buildError } = await remember(`others ${sandboxed} ${depth} ${lists}`, () =>
    buildOthers(() => wire(true, true), approvals),
  );
  const usual = await usualTools(context, sandboxed, depth, approvals);
  const survivors = async (heard) => {
    const plugin = await pluginToolFilter(context, { config, lists: heard.pluginLists });
    // What is not built even for an empty config needs credentials or devices; those are taken to be there.
    return survivingTools(catalogue, heard, { plugin, other: (name) => others.includes(name) || !usual.includes(name) }, probe);
  };
  const { tools, notBuilt, probes } = await survivors(wired);
  const answer = { kind, ...(group ? { group } : {}), sandboxed, tools, pluginTools: probes.length > 0 };
  if (notBuilt.length > 0) answer.notBuilt = notBuilt;
  if (buildError) answer.buildError = buildError;
  if (found.GATEWAY_OWNER_ONLY_CORE_TOOLS) {
    const left = (await survivors(await wire(false))).tools;
    answer.ownerOnly = tools.filter((name) => !left.includes(name));
  }
  const { execDefaults } = wired;
  // The exec tool writes to the approvals document; every question must meet it as it was given.
  const afresh = (what, body) =>
    remember(`${what} ${execInputs(execDefaults)}`, () =>
      attempt(what, () => {
        approvals.restore();
        return body();
      }),
    );
  answer.exec = await afresh("exec", () => execPolicy(context, { agent, sandboxed, defaults: execDefaults }));
  if (kind === "dm") answer.elevated = await afresh("elevated", () => elevatedOf(context, { config, agent, sender, execDefaults }));
  if (commands.length > 0) {
    answer.commands = {};
    for (const command of commands) {
      answer.commands[command] = await afresh(`command ${command}`, () =>
        callExecTool(context, execDefaults, command.replaceAll("<bin>", context.home.bin)),
      );
    }
  }
  // Depth and sandbox are all that reach takes from a session.
  const reach = (what, body) => remember(`${what} ${sandboxed} ${depth}`, () => attempt(what, body));
  answer.canMessage = await reach("canMessage", () => canMessage(context, { config, agents, agent, session, sandboxed }));
  answer.canSpawn = await reach("canSpawn", () => canSpawn(context, { agents, agent, session, sandboxed }));
  return answer;
}

/** Where approvals that wait to be migrated make building fail, tells so, and what would be built without them. */
async function buildOthers(build, approvals) {
  const first = await build();
  if (!first.buildError || !approvals.lift) return first;
  approvals.lift();
  const second = await build();
  approvals.restore();
  return { ...second, buildError: first.buildError };
}

/** The tools the release builds for an empty config in the same circumstances. */
async function usualTools(context, sandboxed, depth, approvals) {
  context.usual ??= new Map();
  const key = `${sandboxed} ${depth}`;
  if (!context.usual.has(key)) {
    const { found } = context;
    const [agent] = found.listAgentIds({});
    const session = describeSession({ found, config: {}, agent, kind: depth === "child" ? "subagent" : "main" });
    const build = () => wireSession(context, { config: {}, agent, session, sandboxed, isOwner: true, buildsOthers: true });
    context.usual.set(key, (await buildOthers(build, approvals)).others);
  }
  return context.usual.get(key);
}

/** Everything the exec tool was given that can change what it does with a command; the rest names the session it reports to. */
function execInputs({ host, mode, security, ask, trigger, sandbox, messageProvider, ...rest } = {}) {
  const { node, pathPrepend, safeBins, safeBinProfiles, safeBinTrustedDirs, strictInlineEval } = rest;
  const bins = { node, pathPrepend, safeBins, safeBinProfiles, safeBinTrustedDirs, strictInlineEval };
  return JSON.stringify({ host, mode, security, ask, trigger, sandboxed: Boolean(sandbox), chat: Boolean(messageProvider), ...bins });
}
