/** How OpenClaw's records of sessions name calls of tools, and what they leave out. Facts with their source, no logic. */

/** Source: `extractToolCallNames` of 2026.2.17 and 2026.6.1. */
export const toolCallTypes: readonly string[] = ["tool_use", "toolcall", "tool_call"];

/**
 * Tools that call others, whose own names are not in the record for certain.
 * Source: tool search and code mode of 2026.6.1 (docs/tools/tool-search, docs/reference/code-mode).
 */
export const indirectTools: readonly string[] = ["tool_search_code", "tool_call", "wait"];

/**
 * Answers that another program gave, of which only the text is written down.
 * Source: `persistCliTurnTranscript` and `persistAcpTurnTranscript` of 2026.6.1; `codex` is the provider of its Codex plugin.
 */
export const foreignRuntimes: readonly { readonly key: "api" | "provider" | "model"; readonly value: string }[] = [
  { key: "api", value: "cli" },
  { key: "model", value: "acp-runtime" },
  { key: "provider", value: "codex" },
];
