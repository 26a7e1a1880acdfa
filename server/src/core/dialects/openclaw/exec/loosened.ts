/** Agents whose own exec policy lets more through than the common one: of the two, the agent's own is the one in force. */
import { covers } from "../../../grants/compare.ts";
import type { Edit } from "../../../finding.ts";
import { gateOf, type Because } from "../../../grants/grant.ts";
import type { LoosenedExec } from "../../../grants/exec-settings.ts";
import { requestedExec, resolveExecPolicy } from "../exec-policy.ts";
import { says } from "../layer.ts";
import { checkedSessions, grantOf, type ExecContext } from "./context.ts";

export function findLoosened({ config, approvals, roster, agents, behaviour }: ExecContext): LoosenedExec[] {
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  return roster.agents.flatMap(({ id, entry }) => {
    const agent = byId.get(id);
    const [session] = agent && entry && says(entry, "tools", "exec") ? checkedSessions(agent) : [];
    const grant = agent && session && grantOf(agent, session);
    if (!session || !grant) return [];
    const asked = { config, agentId: id, approvals, behaviour, session };
    const common = resolveExecPolicy({ ...asked, agent: undefined });
    const act = { capability: "exec", reach: "host" } as const;
    const isComparable = common.host === session.exec.host && !common.unchecked;
    if (!isComparable || covers({ ...act, gate: gateOf(common) }, { ...act, gate: gateOf(session.exec) })) return [];
    const written = requestedExec({ ...asked, agent: entry });
    const unwritten = requestedExec({ ...asked, agent: undefined });
    const looser = [
      { own: written.security, common: unwritten.security, order: ["deny", "allowlist", "full"] },
      { own: written.ask, common: unwritten.ask, order: ["always", "on-miss", "off"] },
    ].filter(({ own, common: usual, order }) => order.indexOf(own.value ?? "") > order.indexOf(usual.value ?? ""));
    const [first] = looser.filter(({ own, common: usual }) => own.because.read.state === "set" && usual.because.read.state === "set");
    if (!first) return [];
    const remedy = removals(looser.map(({ own }) => own.because));
    return [{ agent: id, own: first.own.because, common: first.common.because, gate: grant.gate, evidence: grant, remedy }];
  });
}

/** A mode stands for both fields and is taken away once. */
function removals(becauses: readonly Because[]): Edit[] {
  const paths = new Map(becauses.map(({ read }) => [read.path.join(" "), read]));
  return [...paths.values()].map(({ at, path }) => ({ op: "remove", file: at.file, path }));
}
