/**
 * The exec policy of one session: where commands run, with which security, ask and fallback. Two witnesses are heard: the release's own pieces put
 * together as its exec tool does, and the tool itself, called with a harmless command. Where they differ the answer says so.
 */
import { callExecTool } from "./exec.mjs";

const probeCommand = "id -u";

/**
 * @returns {Promise<{ host, security, ask, askFallback, unchecked, blocked?, probe }>} `unchecked`: the tool consults no host policy before running;
 *   `blocked`: why nothing runs on the host at all, whatever the policy.
 */
export async function execPolicy(context, { agent, sandboxed, defaults }) {
  if (!defaults) throw new Error("the release gave the exec tool nothing");
  const probe = await callExecTool(context, defaults, probeCommand);
  const compose = context.found.resolveExecTarget ? composeWithTarget : composeEarly;
  const policy = composeOrBlocked(() => compose(context, { agent, sandboxed, defaults }), probe);
  const answer = { ...policy, probe };
  if (probe.policy && !agrees(policy, probe.policy)) answer.disagreement = { composed: policy, used: probe.policy };
  return answer;
}

/** A pending migration makes the approvals unreadable; the exec tool then fails with the very same words. */
function composeOrBlocked(compose, probe) {
  try {
    return compose();
  } catch (error) {
    if (probe.outcome !== "error" || probe.error !== error.message.slice(0, probe.error.length)) throw error;
    return { configured: "unknown", host: "gateway", security: "deny", ask: "off", unchecked: false, blocked: probe.error };
  }
}

function agrees(policy, used) {
  return ["security", "ask", "askFallback"].every((field) => used[field] === undefined || used[field] === policy[field]);
}

/** Releases up to spring 2026: the tool works everything out itself, and a missing sandbox means no check at all. */
function composeEarly({ found }, { agent, sandboxed, defaults }) {
  const host = defaults.host ?? "sandbox";
  const security = defaults.security ?? (host === "sandbox" ? "deny" : "allowlist");
  const ask = defaults.ask ?? "on-miss";
  if (host === "sandbox") {
    const reach = sandboxed ? "sandbox" : "gateway";
    return { configured: host, host: reach, security, ask, askFallback: undefined, unchecked: !sandboxed };
  }
  const { agent: floor } = found.resolveExecApprovals(agent, { security, ask });
  return {
    ...{ configured: host, host, unchecked: false },
    ...{ security: found.minSecurity(security, floor.security), ask: found.maxAsk(ask, floor.ask), askFallback: floor.askFallback },
  };
}

/** Later releases: host `auto`, modes, and a floor that the host's approvals set. */
function composeWithTarget({ found }, { agent, sandboxed, defaults }) {
  const target = found.resolveExecTarget({ configuredTarget: defaults.host, elevatedRequested: false, sandboxAvailable: sandboxed });
  const host = target.effectiveHost;
  const missing = target.selectedTarget === "sandbox" && !sandboxed;
  const wanted = found.resolveExecModePolicy({
    ...{ mode: defaults.mode, ask: defaults.ask ?? "off" },
    security: defaults.security ?? (host === "sandbox" ? "deny" : "full"),
  });
  const configured = {
    configured: target.configuredTarget,
    host: missing ? "none" : host,
    mode: wanted.mode,
    autoReview: wanted.autoReview,
  };
  if (host === "sandbox") return { ...configured, security: wanted.security, ask: wanted.ask, askFallback: undefined, unchecked: false };
  const file = found.loadExecApprovals();
  const floor = found.resolveExecApprovalsFromFile({ file, agentId: agent, overrides: { security: "full", ask: "off" } }).agent;
  const security = found.minSecurity(wanted.security, floor.security);
  const ask = found.maxAsk(wanted.ask, floor.ask);
  const { askFallback } = found.resolveExecApprovalsFromFile({ file, agentId: agent, overrides: { security, ask } }).agent;
  return { ...configured, security, ask, askFallback: found.minSecurity(security, askFallback), unchecked: false };
}
