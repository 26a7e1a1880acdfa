/**
 * What an agent can do through others: it writes to one, or starts one's child, and that one acts. For every kind of grant one shortest way.
 * Works backwards from the agents that hold a grant, so that time grows with the number of agents and edges, not with pairs.
 */
import { covers } from "../../grants/compare.ts";
import type { Because, Capability, Grant, SessionKind } from "../../grants/grant.ts";
import { noTools, type Mask } from "./catalogue.ts";
import type { CapabilityRow } from "./own-grants.ts";
import { childKind, mainKind, sessionKinds, type ReachGraph, type Trust } from "./reach-graph.ts";
import type { MessagePolicy } from "./reach-policy.ts";

/** Acts that are worth reaching for. Writing to and starting agents are the way, not the goal. */
const goals: readonly Capability[] = [
  "exec",
  "fs.read",
  "fs.write",
  "net.fetch",
  "browser",
  "message.send",
  "control.plane",
  "schedule",
  "device",
  "memory.read",
];

export interface ReachContext {
  readonly graph: ReachGraph;
  readonly messages: MessagePolicy;
  readonly rows: readonly CapabilityRow[];
  /** Children keep what their parent is denied: starting one brings a capability only to agents that have its tool. */
  readonly childInherits: boolean;
}

/** The grants every agent gains through others, by its index. Those an own grant covers are left out. */
export function reachedGrants(context: ReachContext, own: readonly (readonly Grant[])[]): Grant[][] {
  const gained: Grant[][] = own.map(() => []);
  for (const { goal, sources } of classesOf(own)) {
    const mask = context.rows.find(({ capability }) => capability === goal.capability)?.mask ?? noTools;
    for (const trust of trustsOf(goal, context.graph)) {
      const aim = { capability: goal.capability, reach: goal.reach, gate: goal.gate, certain: trust === "certain" };
      const seekers = own.flatMap((grants, agent) =>
        [...grants, ...(gained[agent] ?? [])].some((grant) => isAsGood(grant, aim)) ? [] : [agent],
      );
      if (seekers.length === 0) continue;
      const next = walkBack(context, sources, mask, trust);
      for (const agent of seekers) {
        const way = wayOf(next, sources, agent);
        if (way) gained[agent]?.push(grantOf(context, own, agent, way, goal, trust));
      }
    }
  }
  return gained.map(withoutCovered);
}

/** Ways that are certain first, and merely possible ones only where some edge is in doubt. */
function trustsOf({ certain }: Grant, { hasDoubt }: ReachGraph): readonly Trust[] {
  if (!certain) return ["possible"];
  return hasDoubt ? ["certain", "possible"] : ["certain"];
}

/** What a grant comes to. */
type Aim = Pick<Grant, "capability" | "reach" | "gate" | "certain">;

/** The kinds of grant somebody holds, with the sessions they hold in: agent index and kind as one number. */
function classesOf(own: readonly (readonly Grant[])[]): { readonly goal: Grant; readonly sources: ReadonlySet<number> }[] {
  const classes = new Map<string, { goal: Grant; sources: Set<number> }>();
  own.forEach((grants, agent) => {
    for (const grant of grants) {
      if (!goals.includes(grant.capability) || grant.gate === "deny") continue;
      const key = `${grant.capability} ${grant.reach} ${grant.gate} ${grant.certain}`;
      const known = classes.get(key) ?? { goal: grant, sources: new Set<number>() };
      classes.set(key, known);
      for (const kind of grant.sessions) known.sources.add(nodeOf(agent, sessionKinds.indexOf(kind)));
    }
  });
  return [...classes.values()];
}

const kinds = sessionKinds.length;
const nodeOf = (agent: number, kind: number): number => agent * kinds + kind;
const agentOf = (node: number): number => Math.floor(node / kinds);

/** For each session that can bring a grant about, the session it must make act; breadth first, so the ways are shortest. */
function walkBack({ graph, childInherits }: ReachContext, sources: ReadonlySet<number>, mask: Mask, trust: Trust): Map<number, number> {
  const next = new Map<number, number>();
  const queue = [...sources];
  const everyAgent = graph.agents.map((_, agent) => agent);
  const enter = (agent: number, to: number, isOpen: (kind: number) => boolean): void => {
    if (agent === agentOf(to)) return;
    for (let kind = 0; kind < kinds; kind++) {
      const node = nodeOf(agent, kind);
      if (sources.has(node) || next.has(node) || !isOpen(kind)) continue;
      next.set(node, to);
      queue.push(node);
    }
  };
  const keeps = (agent: number, kind: number): boolean => {
    const passing = graph.agents[agent]?.facts[kind]?.tools.passing;
    return !childInherits || (passing !== undefined && ((trust === "certain" ? passing.sure : passing.maybe) & mask) !== noTools);
  };
  const starts = (agent: number, kind: number, whom: "anyone" | "inside") =>
    graph.starts(agent, kind, trust) === whom && keeps(agent, kind);
  // Everybody who may write to one member may write to all, and so on: each such group is gone through once for all its targets.
  const writers = hub(everyAgent, enter, (agent, kind) => graph.sends(agent, kind, trust));
  const starters = hub(graph.spawnersOfEveryone, enter, (agent, kind) => starts(agent, kind, "anyone"));
  const insiders = hub(graph.spawnersOfEveryone, enter, (agent, kind) => starts(agent, kind, "inside"));
  for (let index = 0; index < queue.length; index++) {
    const node = queue[index] ?? 0;
    const agent = agentOf(node);
    if (node % kinds === mainKind && graph.isMember(agent, trust)) writers(node);
    if (node % kinds !== childKind) continue;
    starters(node);
    const isInside = graph.isInside(agent, trust);
    if (isInside) insiders(node);
    for (const parent of graph.spawners[agent] ?? []) {
      enter(parent, node, (kind) => starts(parent, kind, "anyone") || (isInside && starts(parent, kind, "inside")));
    }
  }
  return next;
}

type Enter = (agent: number, to: number, isOpen: (kind: number) => boolean) => void;

/**
 * Agents with the same targets. The first target serves all of them but the agent it belongs to, the second one that agent; further ones are
 * no nearer to anybody.
 */
function hub(agents: readonly number[], enter: Enter, isOpen: (agent: number, kind: number) => boolean): (to: number) => void {
  let first: number | undefined;
  let isDone = false;
  return (to) => {
    if (isDone) return;
    if (first === undefined) {
      first = agentOf(to);
      for (const agent of agents) enter(agent, to, (kind) => isOpen(agent, kind));
    } else if (agentOf(to) !== first && agents.includes(first)) {
      const left = first;
      isDone = true;
      enter(left, to, (kind) => isOpen(left, kind));
    }
  };
}

interface Way {
  readonly sessions: readonly SessionKind[];
  /** Sessions made to act, nearest first; the last one holds the grant. */
  readonly nodes: readonly number[];
  readonly kind: SessionKind;
}

/** The shortest way from any session of an agent, and every kind of session that has one. */
function wayOf(next: ReadonlyMap<number, number>, sources: ReadonlySet<number>, agent: number): Way | undefined {
  let best: Way | undefined;
  const sessions: SessionKind[] = [];
  sessionKinds.forEach((kind, index) => {
    const start = next.get(nodeOf(agent, index));
    if (start === undefined) return;
    sessions.push(kind);
    const nodes = [start];
    while (!sources.has(nodes.at(-1) ?? 0)) nodes.push(next.get(nodes.at(-1) ?? 0) ?? 0);
    if (!best || nodes.length < best.nodes.length) best = { sessions, nodes, kind };
  });
  return best;
}

function grantOf(context: ReachContext, own: readonly (readonly Grant[])[], agent: number, way: Way, goal: Grant, trust: Trust): Grant {
  const { graph } = context;
  const [first = 0] = way.nodes;
  const holder = agentOf(way.nodes.at(-1) ?? 0);
  return {
    agent: graph.agents[agent]?.id ?? "",
    capability: goal.capability,
    reach: goal.reach,
    gate: goal.gate,
    sessions: way.sessions,
    via: way.nodes.map((node) => graph.agents[agentOf(node)]?.id ?? ""),
    get because() {
      const held = own[holder]?.find(
        (grant) => grant.capability === goal.capability && grant.reach === goal.reach && grant.gate === goal.gate,
      );
      return [...stepBecause(context, agent, way.kind, first), ...(held?.because ?? [])];
    },
    certain: trust === "certain",
  };
}

/** Why an agent can make this session act: it may start it, or write to it. */
function stepBecause({ graph, messages }: ReachContext, agent: number, kind: SessionKind, node: number): readonly Because[] {
  const session = graph.agents[agent]?.facts.find((facts) => facts.kind === kind);
  const spawns = graph.agents[agent]?.spawns.because;
  if (node % kinds === childKind) return [...(spawns ? [spawns] : []), ...(session?.tools.explain("sessions_spawn").slice(0, 1) ?? [])];
  return [...messages.open(session?.sandboxed).because, ...(session?.tools.explain("sessions_send").slice(0, 1) ?? [])];
}

/** Of what is gained, only what nothing else gained covers; of two that cover each other, the first. */
function withoutCovered(gained: readonly Grant[]): Grant[] {
  const beats = (other: Grant, grant: Grant, isEarlier: boolean) => isAsGood(other, grant) && (isEarlier || !isAsGood(grant, other));
  return gained.filter((grant, index) => !gained.some((other, place) => place !== index && beats(other, grant, place < index)));
}

function isAsGood(one: Aim, other: Aim): boolean {
  return covers(one, other) && (one.certain || !other.certain);
}
