/** Whose file tools reach beyond the workspace while somebody else's text comes before them. */
import { ownGrants, type Agent, type Capability } from "./grant.ts";
import type { EffectivePolicy } from "./policy.ts";
import { confidenceIn } from "./standing.ts";
import type { LimitedAct, ToolLimit } from "./tool-limit.ts";
import { actsOnText } from "./untrusted-text.ts";

/** One setting that does not confine files, with the agents for which that matters. */
export interface FileReach {
  readonly limit: ToolLimit;
  readonly agents: readonly string[];
  readonly acts: readonly ("read" | "write")[];
}

/** Agents with a shell on the host are left out: they need no file tools, and other findings speak of the shell. */
export function filesBeyondWorkspace(policy: EffectivePolicy): FileReach[] {
  const exposed = new Map(policy.agents.filter((agent) => !hasShell(agent, policy)).map((agent) => [agent.id, agent]));
  return byPlace(policy.tools.limits).flatMap((limits) => {
    const found = limits.map((limit) => ({ limit, ids: limit.agents.filter((id) => reaches(exposed.get(id), limit)) }));
    const [first, ...others] = found.filter(({ ids }) => ids.length > 0);
    if (!first) return [];
    const acts = [first, ...others].map(({ limit }) => (limit.act === "file-reads" ? ("read" as const) : ("write" as const)));
    return [{ limit: first.limit, agents: [...new Set([first, ...others].flatMap(({ ids }) => ids))], acts }];
  });
}

const capabilities: Readonly<Partial<Record<LimitedAct, Capability>>> = {
  "file-reads": "fs.read",
  "file-writes": "fs.write",
  patches: "fs.write",
};

function reaches(agent: Agent | undefined, { act }: ToolLimit): boolean {
  const capability = capabilities[act];
  if (!agent || !capability) return false;
  return actsOnText(agent, capability, { reach: "host" });
}

function hasShell(agent: Agent, policy: EffectivePolicy): boolean {
  return ownGrants(agent, "exec", { reach: "host", gate: "none" }).some((grant) => confidenceIn(grant, policy) !== undefined);
}

/** One setting may decide for reading and for writing. */
function byPlace(limits: readonly ToolLimit[]): ToolLimit[][] {
  const places = new Map<string, ToolLimit[]>();
  for (const limit of limits) {
    if (!capabilities[limit.act] || !limit.isOpen) continue;
    const key = JSON.stringify([limit.read.at.file, limit.read.path]);
    places.set(key, [...(places.get(key) ?? []), limit]);
  }
  return [...places.values()];
}
