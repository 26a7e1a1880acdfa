/** The neighbourhood of one agent as a small graph: who can move it on the left, whom it can move on the right. Places in numbers, nothing drawn. */
import type { MatrixAgent } from "../../server/src/lsp/protocol.ts";

export interface ReachNode {
  readonly label: string;
  /** A shell on the host stands behind it. */
  readonly hasShell: boolean;
  /** People, an agent, or several agents that found no room. */
  readonly kind: "door" | "agent" | "rest";
  /** How: by a message, by starting it; of a door nothing. */
  readonly by: readonly ("message" | "start")[];
  readonly x: number;
  readonly y: number;
}

export interface ReachGraph {
  readonly centre: ReachNode;
  readonly incoming: readonly ReachNode[];
  readonly outgoing: readonly ReachNode[];
  readonly width: number;
  readonly height: number;
}

export interface ReachLabels {
  /** Several agents in one node: `{0} more`. */
  readonly more: (number: number) => string;
  readonly door: (door: MatrixAgent["doors"][number]) => string;
}

/** In one column there is room for so many; the rest share a node. */
const room = 9;
const rowHeight = 26;
/** The middle of each column of nodes, and the width of all three. */
const columns = { left: 100, centre: 320, right: 540 } as const;
const width = 640;

export function reachGraph(agents: readonly MatrixAgent[], id: string, labels: ReachLabels): ReachGraph | undefined {
  const agent = agents.find((candidate) => candidate.id === id);
  if (!agent) return undefined;
  const shells = new Set(agents.filter(({ hasShell }) => hasShell).map((other) => other.id));
  const byOf = (from: MatrixAgent, to: string): ("message" | "start")[] => [
    ...(from.messages.includes(to) ? (["message"] as const) : []),
    ...(from.starts.includes(to) ? (["start"] as const) : []),
  ];
  const doors = agent.doors.map((door): Unplaced => ({ label: labels.door(door), hasShell: false, kind: "door", by: [] }));
  const sources = agents
    .filter((other) => other.id !== id)
    .map((other): Unplaced => ({ label: other.id, hasShell: shells.has(other.id), kind: "agent", by: byOf(other, id) }));
  const targets = [...new Set([...agent.messages, ...agent.starts])].map((other): Unplaced => ({
    label: other,
    hasShell: shells.has(other),
    kind: "agent",
    by: byOf(agent, other),
  }));
  const left = [
    ...unique(doors),
    ...shortened(
      sources.filter(({ by }) => by.length > 0),
      room - unique(doors).length,
      labels,
    ),
  ];
  const right = shortened(targets, room, labels);
  const height = Math.max(1, left.length, right.length) * rowHeight;
  const placed = (nodes: readonly Unplaced[], x: number): ReachNode[] =>
    nodes.map((node, index) => ({ ...node, x, y: (height * (index + 0.5)) / nodes.length }));
  return {
    centre: { label: id, hasShell: agent.hasShell, kind: "agent", by: [], x: columns.centre, y: height / 2 },
    incoming: placed(left, columns.left),
    outgoing: placed(right, columns.right),
    width,
    height,
  };
}

type Unplaced = Omit<ReachNode, "x" | "y">;

/** Those with a shell first, because they are what one looks for; what has no room is counted. */
function shortened(nodes: readonly Unplaced[], space: number, { more }: ReachLabels): Unplaced[] {
  const sorted = [...nodes].sort((one, other) => Number(other.hasShell) - Number(one.hasShell));
  if (sorted.length <= space) return sorted;
  const rest = sorted.slice(Math.max(0, space - 1));
  const node: Unplaced = {
    label: more(rest.length),
    hasShell: rest.some(({ hasShell }) => hasShell),
    kind: "rest",
    by: [...new Set(rest.flatMap(({ by }) => by))],
  };
  return [...sorted.slice(0, Math.max(0, space - 1)), node];
}

/** One channel lets in the same people for several kinds of conversation. */
function unique(doors: readonly Unplaced[]): Unplaced[] {
  return [...new Map(doors.map((door) => [door.label, door])).values()].slice(0, room - 2);
}
