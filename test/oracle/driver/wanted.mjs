/** Every function of OpenClaw the driver calls, by name. A release that lacks one has it reported as missing; most exist in all, or under a successor's name. */
export const wantedNames = [
  // reading and validating the config
  "createConfigIO",
  "setRuntimeConfigSnapshot",
  "clearRuntimeConfigSnapshot",
  // the roster
  "listAgentIds",
  "resolveDefaultAgentId",
  "resolveDefaultModelForAgent",
  // session keys
  "resolveAgentMainSessionKey",
  "buildAgentPeerSessionKey",
  "resolveRuntimePolicySessionKey",
  // tools
  "createOpenClawCodingTools",
  "CORE_TOOL_DEFINITIONS",
  "TOOL_GROUPS",
  "GATEWAY_OWNER_ONLY_CORE_TOOLS",
  // plugin tools
  "resolvePluginRuntimeLoadContext",
  "loadManifestContractSnapshot",
  "resolvePluginToolRuntimePluginIds",
  "resolvePluginToolPluginIds",
  "createPluginToolAllowlist",
  "normalizePluginsConfig",
  "resolveEffectivePluginActivationState",
  "resolveEnableState",
  "resolveMemorySlotDecision",
  // sandbox
  "resolveSandboxRuntimeStatus",
  "resolveSandboxConfigForAgent",
  // exec
  "createExecTool",
  "resolveExecTarget",
  "resolveExecModePolicy",
  "minSecurity",
  "maxAsk",
  // the approvals document
  "loadExecApprovals",
  "resolveExecApprovals",
  "resolveExecApprovalsFromFile",
  "normalizeExecApprovals",
  "parsePersistedExecApprovals",
  "parseConfigJson5",
  "openOpenClawStateDatabase",
  "writeExecApprovalsConfigRow",
  "deleteExecApprovalsConfigRow",
  "resetExecApprovalsMigrationGateForTest",
  // elevated
  "resolveElevatedPermissions",
  // reach
  "createAgentToAgentPolicy",
  "createSessionVisibilityGuard",
  "resolveEffectiveSessionToolsVisibility",
  "spawnSubagentDirect",
];
