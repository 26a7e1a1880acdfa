/**
 * Which other agents a session can write to and start, as the release's own session guard and spawn function decide. Whether the session has
 * the tools for it (`sessions_send`, `sessions_spawn`) is another question: see `tools` in the answer.
 */
import { withLeaves } from "./leaves.mjs";
import { describeSession } from "./sessions.mjs";

/** @returns {Promise<string[]>} ids of the other agents whose main session this session may write to. */
export async function canMessage({ found }, { config, agents, agent, session, sandboxed }) {
  const nobodySpawned = {
    listSpawnedSessionKeys: () => Promise.resolve(new Set()),
    listSpawnedSessionKeysWithResult: () => Promise.resolve({ ok: true, value: new Set() }),
  };
  return await withLeaves(nobodySpawned, async () => {
    const guard = await found.createSessionVisibilityGuard({
      ...{ action: "send", requesterSessionKey: session.key, requesterAgentId: agent },
      visibility: found.resolveEffectiveSessionToolsVisibility({ cfg: config, sandboxed }),
      a2aPolicy: found.createAgentToAgentPolicy(config),
    });
    const reachable = (target) => guard.check(describeSession({ found, config, agent: target, kind: "main" }).key).allowed;
    return agents.filter((target) => target !== agent && reachable(target));
  });
}

/** @returns {Promise<string[]>} ids of the agents this session may start a child run of, its own included. */
export async function canSpawn(context, { agents, agent, session, sandboxed }) {
  const targets = [];
  for (const target of agents) if (await spawns(context, { agent, session, sandboxed, target })) targets.push(target);
  return targets;
}

/** Calls the release's spawn function and stops it at the first thing it does once the spawn is admitted. */
async function spawns({ found }, { agent, session, sandboxed, target }) {
  let admitted = false;
  const admit = (result) => () => {
    admitted = true;
    return result();
  };
  const stop = () => Promise.reject(new Error("stopped by the oracle"));
  const plan = { status: "error", error: "stopped by the oracle" };
  const handlers = {
    // Early releases go straight to the gateway; later ones choose a model first.
    callGateway: admit(stop),
    resolveSubagentModelAndThinkingPlan: admit(() => plan),
  };
  // A child of its own is what an agent gets by naming no agent.
  const request = target === agent ? { task: "task" } : { task: "task", agentId: target };
  const requester = { agentSessionKey: session.key, requesterAgentIdOverride: agent, sandboxed };
  const result = await withLeaves(handlers, () => found.spawnSubagentDirect(request, requester));
  if (!admitted && result.status !== "forbidden") throw new Error(`spawn of ${target}: ${result.error ?? result.status}`);
  return admitted;
}
