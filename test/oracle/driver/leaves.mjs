/**
 * The functions at the edge of OpenClaw that must never really run here (start a process, call the gateway, build every tool), and what is
 * done in their place. Each wrapped function calls `globalThis.grantlintLeaf`; without a handler the real one runs. Decides nothing itself.
 */

/** Names wrapped in every file that declares them. A release that lacks one simply has nothing to wrap. */
export const leafNames = [
  "runExecProcess", // starts the command
  "registerExecApprovalRequestForHostOrThrow", // asks the gateway for a human's approval
  "sendExecApprovalFollowupResult", // tells the session how an approval ended
  "emitExecSystemEvent", // the same, in early releases
  "callGatewayTool", // any call to a running gateway
  "callGateway", // the same, deeper down
  "listSpawnedSessionKeys", // asks the gateway which sessions a session started
  "listSpawnedSessionKeysWithResult", // the same, later
  "resolveSubagentModelAndThinkingPlan", // chooses a child's model once its start is admitted
  "listNodes", // paired devices
  "createOpenClawTools", // builds every tool and loads plugins
  "resolvePluginTools", // loads plugins
  "listChannelAgentTools", // tools of channel plugins
  "applyToolPolicyPipeline", // where all layers of tool policy meet
  "createLazyExecTool", // receives what the exec tool is really given
  "createExecTool", // the same, in early releases
  "resolveExecHostApprovalContext", // host policy as the exec tool uses it
  "executeNodeHostCommand", // runs the command on a paired device
  "listManifestToolNamesForAllowlist", // chooses among a plugin's tools
  "hasManifestToolAvailability", // looks for a plugin's credentials
  "getShellPathFromLoginShell", // starts a login shell to learn this machine's PATH
  "auditToolPolicyFilter", // writes each tool a policy removes to a log file
  "listBundledChannelIds", // reads every bundled plugin's manifest from disk, for every case
];

/** Always in place: the first keeps this machine out, the others save time and do not depend on the case. */
let bundledChannels;
const handlers = new Map([
  ["getShellPathFromLoginShell", () => null],
  ["auditToolPolicyFilter", () => undefined],
  ["listBundledChannelIds", (real, args) => (bundledChannels ??= real(...args))],
]);

globalThis.grantlintLeaf = (name, real, args) => {
  const handler = handlers.get(name);
  return handler ? handler(real, args) : real(...args);
};

/** Runs `body` with these handlers in place; each gets the real function and the arguments. */
export async function withLeaves(table, body) {
  const before = new Map(handlers);
  for (const [name, handler] of Object.entries(table)) handlers.set(name, handler);
  try {
    return await body();
  } finally {
    handlers.clear();
    for (const [name, handler] of before) handlers.set(name, handler);
  }
}
