/**
 * The graph of who can make whose sessions act: one node per agent and kind of session, message and spawn edges between them.
 * Agents that may all write to each other share one hub instead of an edge per pair, so that thousands of them cost no more than their number.
 */
import type { SessionKind } from "../../grants/grant.ts";
import type { Mask } from "./catalogue.ts";
import { noTools } from "./catalogue.ts";
import type { SessionFacts } from "./own-grants.ts";
import type { MessagePolicy, SpawnPolicy, SpawnTargets } from "./reach-policy.ts";

export const sessionKinds: readonly SessionKind[] = ["main", "dm", "group", "cron", "hook", "subagent"];

/** An agent as far as reach needs it. */
export interface ReachAgent {
  readonly id: string;
  /** In the order of `sessionKinds`. */
  readonly facts: readonly SessionFacts[];
  readonly spawns: SpawnTargets;
}

/** How sure an edge must be to count. */
export type Trust = "certain" | "possible";

export interface ReachGraph {
  readonly agents: readonly ReachAgent[];
  /** Whether an agent is among those that may write to each other. */
  isMember(agent: number, trust: Trust): boolean;
  /** Whether an agent's sessions of a kind may write to the members. */
  sends(agent: number, kind: number, trust: Trust): boolean;
  /** Whether they may start children, of themselves or of others; `inside`: only sandboxed ones. */
  starts(agent: number, kind: number, trust: Trust): "anyone" | "inside" | "nobody";
  /** Whether an agent's children run in a sandbox. */
  isInside(agent: number, trust: Trust): boolean;
  /** The agents that name this one as one they may start. */
  readonly spawners: readonly (readonly number[])[];
  readonly spawnersOfEveryone: readonly number[];
  /** Whether some edge is possible without being certain. */
  readonly hasDoubt: boolean;
}

export interface ReachPolicies {
  readonly messages: MessagePolicy;
  readonly spawns: SpawnPolicy;
  /** The tools that write to sessions and that start children. */
  readonly send: Mask;
  readonly spawn: Mask;
}

export function buildReachGraph(agents: readonly ReachAgent[], { messages, spawns, send, spawn }: ReachPolicies): ReachGraph {
  const indexes = new Map(agents.map(({ id }, index) => [id, index]));
  const members = agents.map(({ id }) => messages.includes(id));
  const spawners: number[][] = agents.map(() => []);
  const spawnersOfEveryone: number[] = [];
  agents.forEach(({ spawns: targets }, index) => {
    if (targets.everyone) spawnersOfEveryone.push(index);
    else for (const id of new Set(targets.named)) spawners[indexes.get(id) ?? -1]?.push(index);
  });
  const factsOf = (agent: number, kind: number): SessionFacts | undefined => agents[agent]?.facts[kind];
  const has = (agent: number, kind: number, tool: Mask, trust: Trust): boolean => {
    const passing = factsOf(agent, kind)?.tools.passing;
    return passing !== undefined && ((trust === "certain" ? passing.sure : passing.maybe) & tool) !== noTools;
  };
  const edgeTools = send | spawn;
  const isDoubtful = ({ tools, sandboxed }: SessionFacts): boolean =>
    sandboxed === undefined || (tools.passing.sure & edgeTools) !== (tools.passing.maybe & edgeTools);
  const isOpen = [messages.open(false), messages.open(true), spawns.open("subagent")];
  return {
    agents,
    hasDoubt:
      members.includes(undefined) ||
      isOpen.some(({ value }) => value === undefined) ||
      agents.some((agent) => !agent.spawns.certain || agent.facts.some(isDoubtful)),
    spawners,
    spawnersOfEveryone,
    isMember: (agent, trust) => holds(members[agent], trust),
    sends: (agent, kind, trust) =>
      holds(members[agent], trust) && has(agent, kind, send, trust) && holds(messages.open(factsOf(agent, kind)?.sandboxed).value, trust),
    starts(agent, kind, trust) {
      const session = sessionKinds[kind];
      const isOpen = session !== undefined && has(agent, kind, spawn, trust) && holds(spawns.open(session).value, trust);
      if (!isOpen || (trust === "certain" && !agents[agent]?.spawns.certain)) return "nobody";
      const sandboxed = factsOf(agent, kind)?.sandboxed;
      return !spawns.keepsInside || sandboxed === false || (trust === "possible" && sandboxed === undefined) ? "anyone" : "inside";
    },
    isInside: (agent, trust) => holds(factsOf(agent, childKind)?.sandboxed, trust),
  };
}

/** The node a message lands in, and the one a child is. */
export const mainKind = sessionKinds.indexOf("main");
export const childKind = sessionKinds.indexOf("subagent");

function holds(value: boolean | undefined, trust: Trust): boolean {
  return value === true || (trust === "possible" && value === undefined);
}

/** The ids of the other agents this one can write to, in any of its sessions and for certain. */
export function messageTargets(graph: ReachGraph, agent: number): string[] {
  if (!sessionKinds.some((_, kind) => graph.sends(agent, kind, "certain"))) return [];
  return graph.agents.flatMap(({ id }, index) => (index !== agent && graph.isMember(index, "certain") ? [id] : []));
}

/** The ids of the other agents whose children this one can start, in any of its sessions and for certain. */
export function spawnTargets(graph: ReachGraph, agent: number): string[] {
  const starts = sessionKinds.map((_, kind) => graph.starts(agent, kind, "certain"));
  if (starts.every((whom) => whom === "nobody")) return [];
  const targets = graph.agents[agent]?.spawns;
  const named = new Set(targets?.named);
  return graph.agents.flatMap(({ id }, index) => {
    const isTarget = index !== agent && (targets?.everyone === true || named.has(id));
    return isTarget && (starts.includes("anyone") || graph.isInside(index, "certain")) ? [id] : [];
  });
}
