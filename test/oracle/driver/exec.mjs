/**
 * What the release's own exec tool does in one session: which policy it ends up with, and whether given commands run, are asked about or are
 * refused. The tool is really called; only the last step (starting a process, asking a human) is replaced by taking a note.
 */
import { withLeaves } from "./leaves.mjs";

/** Long enough for work the tool leaves running after it answered "approval pending"; that work never waits for anything real. */
const patience = 50;

/**
 * Calls the exec tool once.
 * @returns {Promise<{ outcome: string, unanswered?: string, policy?: object, host?: string, error?: string }>}
 *   outcome: `runs`, `asks`, `miss` (allowlist miss), `denied`, `sandbox` (runs inside the sandbox), `node` (handed to a paired device), `error`;
 *   `unanswered`: after `asks`, what happens when nobody answers; `policy`: host policy as the tool used it, where it came that far.
 */
export async function callExecTool({ found }, execDefaults, command) {
  const notes = { ran: undefined, asked: undefined, policy: undefined, denied: undefined, node: undefined };
  const handlers = {
    runExecProcess: (_real, [options]) => {
      notes.ran ??= { sandbox: Boolean(options.sandbox) };
      throw new Error(stopped);
    },
    registerExecApprovalRequestForHostOrThrow: (_real, [request]) => {
      notes.asked ??= { security: request.security, ask: request.ask };
      return Promise.resolve({ id: request.approvalId, expiresAtMs: Date.now() + 1000, finalDecision: null });
    },
    callGatewayTool: (_real, [method, , request]) => {
      if (method === "exec.approval.request") notes.asked ??= { security: request.security, ask: request.ask };
      return Promise.resolve({ decision: null });
    },
    sendExecApprovalFollowupResult: (_real, [, text]) => {
      notes.denied ??= String(text);
      return Promise.resolve();
    },
    emitExecSystemEvent: (_real, [text]) => {
      notes.denied ??= String(text);
    },
    resolveExecHostApprovalContext: (real, args) => {
      const note = (policy) => {
        notes.policy ??= { security: policy.hostSecurity, ask: policy.hostAsk, askFallback: policy.askFallback };
        return policy;
      };
      // Some releases answer at once, others with a promise; the caller must get what it expects.
      const policy = real(...args);
      return policy instanceof Promise ? policy.then(note) : note(policy);
    },
    listNodes: () => {
      notes.node = true;
      throw new Error(stopped);
    },
    executeNodeHostCommand: () => {
      notes.node = true;
      throw new Error(stopped);
    },
  };
  // Mode `auto` would ask a model first; a reviewer that never decides leaves the question to a human.
  const autoReviewer = () => Promise.resolve({ decision: "ask", risk: "high", rationale: "no reviewer here" });
  return await withLeaves(handlers, async () => {
    const tool = found.createExecTool({ ...execDefaults, autoReviewer, approvalRunningNoticeMs: 0 });
    const result = await tool.execute("call", { command }).then(
      (value) => ({ value }),
      (error) => ({ error: String(error?.message ?? error) }),
    );
    if (result.value?.details?.status === "approval-pending") await settled(() => notes.ran || notes.denied);
    return { ...describe(notes, result), ...(notes.policy ? { policy: notes.policy } : {}) };
  });
}

const stopped = "stopped by the oracle";

function describe(notes, { value, error }) {
  if (notes.node) return { outcome: "node" };
  if (notes.asked) return { outcome: "asks", unanswered: notes.ran ? "runs" : "denied", policy: notes.asked };
  if (notes.ran) return { outcome: notes.ran.sandbox ? "sandbox" : "runs" };
  const text = error ?? value?.details?.deniedReason ?? value?.content?.[0]?.text ?? "";
  if (/allowlist miss/i.test(text)) return { outcome: "miss" };
  if (/exec denied: host=\w+ security=deny/.test(text)) return { outcome: "denied" };
  return { outcome: "error", error: text.slice(0, 300) };
}

async function settled(isDone) {
  for (let turn = 0; turn < patience && !isDone(); turn++) await new Promise((resolve) => setTimeout(resolve, turn < 5 ? 0 : 2));
}
