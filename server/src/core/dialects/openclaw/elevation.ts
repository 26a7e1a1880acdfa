/** What elevated mode is good for, agent by agent: the senders who may use it, and where their commands then run. */
import type { Edit } from "../../finding.ts";
import { gateOf, type Agent, type Session } from "../../grants/grant.ts";
import type { Elevation as Access } from "../../grants/elevation.ts";
import { elementsOf, type Place } from "../../reader.ts";
import { resolveElevated, type Elevation } from "./elevated.ts";
import { execOnGateway } from "./exec-policy.ts";
import type { ExecContext } from "./exec/context.ts";
import { byRead } from "./exec/context.ts";
import { says } from "./layer.ts";

export function findElevations(context: Omit<ExecContext, "allowlist">): Access[] {
  const { config, agents, roster, behaviour } = context;
  const common = resolveElevated(config, undefined, behaviour);
  if (common.length === 0) return [];
  const entries = new Map(roster.agents.map(({ id, entry }) => [id, entry]));
  const found = agents.flatMap((agent) => {
    const entry = entries.get(agent.id);
    const elevations = says(entry, "tools", "elevated") ? resolveElevated(config, entry, behaviour) : common;
    return elevations.flatMap((elevation) => accessOf(agent, entry, elevation, context));
  });
  const readOf = ({ because: [first] }: Access) => first?.read ?? roster.read;
  return byRead(found, readOf, ({ gains, gate, fromStart }) => [gains, gate, fromStart]).map(([first, ...others]) => {
    const [id] = first.agents;
    return { ...first, agents: [id, ...others.flatMap((one) => one.agents)] };
  });
}

/** Elevated commands still need the exec tool, and run in the conversations people have with the agent. */
function accessOf(agent: Agent, entry: Place | undefined, elevation: Elevation, context: Omit<ExecContext, "allowlist">): Access[] {
  const { config, approvals, behaviour } = context;
  const sessions = agent.sessions.filter(({ kind, exec }) => conversations.has(kind) && exec.host !== "none");
  const [session] = [...sessions].sort((one, other) => Number(isBoxed(other)) - Number(isBoxed(one)));
  const [because] = elevation.because;
  if (!session || !because) return [];
  const asked = { config, agentId: agent.id, agent: entry, approvals, behaviour, session };
  const policy = execOnGateway(asked, because);
  const overrides = elevation.overridesPolicy && (isBoxed(session) || gateOf(session.exec) !== "none");
  const fromStart = overrides ? elevation.level === "full" : elevation.leavesSandbox;
  const level = { file: config.at.file, path: ["agents", "defaults", "elevatedDefault"] };
  return [
    {
      channel: elevation.channel,
      who: elevation.who,
      agents: [agent.id],
      gains: overrides ? "past-policy" : isBoxed(session) && policy.security !== "deny" ? "out-of-sandbox" : "nothing",
      fromStart,
      gate: overrides ? "none" : gateOf(policy),
      because: overrides ? elevation.because : [...elevation.because, ...policy.because],
      certain: elevation.certain && session.sandboxBecause.every(({ read }) => read.state !== "unknown") && (overrides || policy.certain),
      narrow: withoutEveryone(elevation, config),
      startWithout: fromStart ? [{ op: "set", ...level, value: "off" }] : [],
    },
  ];
}

const conversations = new Set<Session["kind"]>(["main", "dm", "group"]);

function isBoxed({ sandboxed, exec }: Session): boolean {
  return sandboxed && exec.host === "sandbox";
}

/** A channel's own list that stands in for a missing one also says who may write: it is left alone. */
function withoutEveryone({ channel, because: [first] }: Elevation, config: Place): Edit[] {
  const read = first?.read;
  if (!read || read.state !== "set") return [];
  const own = ["tools", "elevated", "allowFrom", channel];
  if (read.path[0] !== "tools") return [{ op: "set", file: config.at.file, path: own, value: [] }];
  return elementsOf({ node: read.node, at: read.at, path: read.path }).flatMap(({ node, at, path }): Edit[] =>
    String(node?.value ?? "").trim() === "*" ? [{ op: "remove", file: at.file, path }] : [],
  );
}
