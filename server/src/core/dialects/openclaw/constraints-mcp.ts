/** Rules over several keys of MCP servers. Source: the packages' own validation, read and run. */
import { findMember, members, type Node } from "../../syntax/tree.ts";
import type { Complaint, Constraint } from "./constraints-types.ts";
import { during, isOpen, isSomething, keyOf, newest, text, trimmed } from "./constraints-values.ts";

export const mcpConstraints: readonly Constraint[] = during({ since: newest }, [
  { at: ["mcp.servers.*", "nodeHost.mcp.servers.*"], judge: judgeMcpServer },
]);

/** Keys of other programs' MCP settings. */
const foreignMcpKeys: Readonly<Record<string, string>> = {
  connectTimeout: "connectionTimeoutMs",
  connect_timeout: "connectionTimeoutMs",
  timeout: "requestTimeoutMs",
  workingDirectory: "cwd",
  supports_parallel_tool_calls: "supportsParallelToolCalls",
  ssl_verify: "sslVerify",
  client_cert: "clientCert",
  client_key: "clientKey",
};

function judgeMcpServer(server: Node): Complaint[] {
  const complaints: Complaint[] = [];
  for (const { key, keyNode } of members(server)) {
    const right = Object.hasOwn(foreignMcpKeys, key) ? foreignMcpKeys[key] : undefined;
    if (right !== undefined) complaints.push({ node: keyNode, message: `Unknown key "${key}"; did you mean "${right}"?` });
    if (key === "disabled") complaints.push({ node: keyNode, message: 'Unknown key "disabled"; use "enabled" with the opposite value' });
  }
  const codex = findMember(server, "codex");
  if (findMember(codex, "default_tools_approval_mode") && codex) {
    complaints.push({
      node: keyOf(codex, "default_tools_approval_mode"),
      message: 'Unknown key "default_tools_approval_mode"; did you mean "defaultToolsApprovalMode"?',
    });
  }
  const command = findMember(server, "command");
  const transport = findMember(server, "transport");
  const isUnknownCommand = isOpen(server) || (command?.type === "string" && text(command) === undefined);
  if (text(transport) === "stdio" && transport && !isUnknownCommand && trimmed(command) === undefined) {
    complaints.push({ node: transport, message: '"transport": "stdio" needs "command"' });
  }
  return [...complaints, ...judgeRequester(server, command, transport)];
}

/** A login of its own for every person who asks only works with a server over HTTP. */
function judgeRequester(server: Node, command: Node | undefined, transport: Node | undefined): Complaint[] {
  const oauth = findMember(server, "oauth");
  const identity = findMember(oauth, "identity");
  if (text(identity) !== "per-requester" || !identity || isOpen(server)) return [];
  const say = (message: string): Complaint => ({ node: identity, message: `"identity": "per-requester" ${message}` });
  const url = findMember(server, "url");
  return [
    ...(text(findMember(server, "auth")) === "oauth" ? [] : [say('needs "auth": "oauth"')]),
    ...(isSomething(findMember(oauth, "authProfileId")) ? [say('does not go with "authProfileId"')] : []),
    ...(isSomething(url) ? [] : [say('needs "url"')]),
    ...(command || text(transport) === "stdio" ? [say("needs a server over HTTP, not a command")] : []),
  ];
}
