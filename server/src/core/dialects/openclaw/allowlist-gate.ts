/**
 * The lists of an approvals document as wholes: whom each serves, and the edits that put it in force. A list is only asked where the
 * document or the config says `allowlist`.
 */
import type { Edit } from "../../finding.ts";
import type { Allowlist } from "../../grants/allowlist.ts";
import { locationOf } from "../../syntax/tree.ts";
import type { ApprovalAgent, ApprovalFields, ApprovalsDocument, KeptEntry } from "./approvals.ts";

/** The list of each entry that serves an agent: one value for all entries of one list. Those of `agents.default` serve `main` too. */
export function shutLists(
  approvals: ApprovalsDocument,
  agent: ApprovalAgent,
  agentIds: readonly string[],
): (entry: KeptEntry) => Allowlist {
  const lists = new Map<string, Allowlist>();
  return ({ node, path }) => {
    const key = String(path[1]);
    const known = lists.get(key);
    if (known) return known;
    const written = node.parent ?? node;
    const list: Allowlist = {
      agent: agent.id === "*" ? undefined : agent.id,
      read: { state: "set", value: written, at: locationOf(written), path: path.slice(0, -1), node: written },
      get shut() {
        return shut(approvals, agent, key, agentIds);
      },
    };
    lists.set(key, list);
    return list;
  };
}

/** Stricter words beside the list, and wherever an agent's own words would go before those of the wildcard agent. */
function shut(approvals: ApprovalsDocument, agent: ApprovalAgent, key: string, agentIds: readonly string[]): readonly Edit[] {
  const { file } = approvals.at;
  const edits = (owner: string, fields: ApprovalFields, isUnsetToo: boolean): Edit[] => [
    ...((fields.security.state === "set" ? fields.security.value === "full" : isUnsetToo)
      ? [{ op: "set" as const, file, path: ["agents", owner, "security"], value: "allowlist" }]
      : []),
    ...((fields.ask.state === "set" ? fields.ask.value === "off" : isUnsetToo)
      ? [{ op: "set" as const, file, path: ["agents", owner, "ask"], value: "on-miss" }]
      : []),
  ];
  if (agent.id !== "*") return edits(key, agent, true);
  const own = agentIds.flatMap((id) => {
    const fields = approvals.agents.get(id);
    return fields ? edits(id, fields, false) : [];
  });
  return [...edits(key, agent, true), ...own];
}
