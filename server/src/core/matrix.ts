/**
 * What every agent may do as a table, agents by capabilities: the widest grant in a few words, all of them in full, and what became of a cell when
 * the table is held against an earlier one. Knows nothing of how a table is shown.
 */
import type { Analysis } from "./analyze.ts";
import { capabilityCards } from "./capability-cards.ts";
import { gates, isHeld } from "./grants/compare.ts";
import type { Agent, Because, Capability, Gate, Grant } from "./grants/grant.ts";
import { exposureCell, grantWords, nothing, peopleOf, reachCell } from "./picture.ts";

export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
}

export interface MatrixColumn {
  readonly name: string;
  /** One sentence for somebody who meets it for the first time. */
  readonly about: string;
}

export interface MatrixRow {
  readonly agent: Agent;
  /** It is in this table and not in the earlier one, or the other way round. */
  readonly presence: "both" | "new" | "gone";
  /** It runs commands itself, wherever, and no policy denies them. */
  readonly runsCommands: boolean;
  /** One for each column. */
  readonly cells: readonly MatrixCell[];
}

export interface MatrixCell {
  /** What stands in the way of the widest grant. Nothing where there is no grant, and in columns that are no capability. */
  readonly gate: Gate | undefined;
  /** Where its act lands, if it happens at all. */
  readonly reach: Grant["reach"] | undefined;
  /** `open, host` */
  readonly text: string;
  /** To sort by: more lets more happen. */
  readonly width: number;
  /** Everything the cell stands for, the widest first. */
  readonly details: readonly MatrixDetail[];
  /** The cell of the earlier table, where there is one, and what became of it. */
  readonly earlier?: MatrixCell;
  readonly change?: Direction;
}

export interface MatrixDetail {
  readonly words: string;
  readonly because: readonly Because[];
}

export type Direction = "narrower" | "wider" | "different";

/**
 * The table of an analysis. With an earlier analysis of the same files (or of the same set with fixes in them) its cells also say what changed, and
 * agents of either are listed. Columns are those capabilities that some agent has in either, in a fixed order.
 */
export function grantMatrix({ policy }: Analysis, earlier?: Analysis): Matrix {
  const [now, before] = [policy.agents, earlier?.policy.agents ?? []];
  const columns = [...capabilityColumns([...now, ...before]), ...otherColumns];
  const added = now.map((agent): MatrixRow => {
    const then = before.find(({ id }) => id === agent.id);
    const cells = columns.map(({ cellOf, directionOf }): MatrixCell => {
      const cell = cellOf(agent, now.length);
      const earlierCell = then && cellOf(then, before.length);
      if (!earlierCell) return cell;
      return isSame(cell, earlierCell)
        ? { ...cell, earlier: earlierCell }
        : { ...cell, earlier: earlierCell, change: directionOf(agent, then) };
    });
    return { agent, presence: earlier && !then ? "new" : "both", runsCommands: runsCommands(agent), cells };
  });
  const gone = before
    .filter(({ id }) => !now.some((agent) => agent.id === id))
    .map((agent): MatrixRow => {
      const cells = columns.map(({ cellOf }) => cellOf(agent, before.length));
      return { agent, presence: "gone", runsCommands: runsCommands(agent), cells };
    });
  return { columns: columns.map(({ name, about }) => ({ name, about })), rows: [...added, ...gone] };
}

interface Column extends MatrixColumn {
  /** `everybody`: how many agents there are. */
  readonly cellOf: (agent: Agent, everybody: number) => MatrixCell;
  readonly directionOf: (after: Agent, before: Agent) => Direction;
}

function capabilityColumns(agents: readonly Agent[]): Column[] {
  const held = new Set(agents.flatMap(({ grants }) => grants.map(({ capability }) => capability)));
  const capabilities = (Object.keys(capabilityCards) as Capability[]).filter((capability) => held.has(capability));
  return capabilities.map((capability) => {
    const grantsOf = ({ grants }: Agent): Grant[] => grants.filter((grant) => grant.capability === capability);
    return {
      name: capability,
      about: `Misled, ${capabilityCards[capability].danger}`,
      cellOf: (agent) => cellOfGrants(grantsOf(agent), agent),
      directionOf: (after, before) => directionFrom(wins(grantsOf(after), before), wins(grantsOf(before), after)),
    };
  });
}

/** What is no capability and belongs to the picture: whom an agent moves, and who moves it. */
const otherColumns: readonly Column[] = [
  {
    name: "reaches",
    about: "The agents it can send a message to or start",
    cellOf: (agent, everybody) => ({
      ...empty,
      text: reachCell(agent, everybody),
      width: reached(agent).size,
      details: [
        { words: sentence("sends messages to", agent.canMessage), because: [] },
        { words: sentence("starts", agent.canSpawn), because: [] },
      ].filter(({ words }) => words !== ""),
    }),
    directionOf: (after, before) => directionFrom(hasMore(reached(after), reached(before)), hasMore(reached(before), reached(after))),
  },
  {
    name: "who can talk to it",
    about: "The channels and hooks that bring other people's text before it",
    cellOf: (agent) => ({
      ...empty,
      text: exposureCell(agent),
      width: Math.max(0, ...peopleOf(agent).map(({ who }) => openness.indexOf(who) + 1)),
      details: peopleOf(agent).map(({ who, through, name, because }) => ({ words: `${name} (${through}): ${doorWords[who]}`, because })),
    }),
    directionOf: () => "different",
  },
];

const openness = ["listed", "paired", "open"] as const;
const doorWords = { open: "anyone", listed: "named senders", paired: "senders approved one by one" } as const;

const empty: MatrixCell = { gate: undefined, reach: undefined, text: nothing, width: 0, details: [] };

/** As short as a cell: what is in the way of the act, if it happens at all. */
const shortGates: Readonly<Record<Gate, string>> = {
  none: "open",
  "ask-on-miss": "asks if unlisted",
  ask: "asks",
  allowlist: "listed only",
  deny: "denied",
};
const shortReaches: Readonly<Record<Grant["reach"], string>> = { host: "host", sandbox: "sandbox", node: "device", remote: "" };

/** From the least to the most. */
const reaches: readonly Grant["reach"][] = ["sandbox", "remote", "node", "host"];

function cellOfGrants(grants: readonly Grant[], agent: Agent): MatrixCell {
  const sorted = [...grants].sort((one, other) => widthOf(other) - widthOf(one));
  const [widest] = sorted;
  if (!widest) return empty;
  const { gate, reach, via, certain } = widest;
  const place = gate === "deny" ? "" : shortReaches[reach];
  const words = [shortGates[gate], place, via.length > 0 ? `via ${via[0]}` : ""].filter((word) => word !== "");
  return {
    gate,
    reach: gate === "deny" ? undefined : reach,
    text: `${words.join(", ")}${certain ? "" : " ?"}`,
    width: widthOf(widest),
    details: sorted.map((grant) => ({ words: grantWords(grant, agent), because: grant.because })),
  };
}

/** What an agent does itself comes before what it makes others do; then the gate counts, then the place. */
function widthOf({ gate, reach, via }: Grant): number {
  if (gate === "deny") return 1;
  return (via.length === 0 ? 1000 : 100) + 10 * gates.indexOf(gate) + reaches.indexOf(reach);
}

/** Whether both say the same in full; the reasons may be others. */
function isSame(one: MatrixCell, other: MatrixCell): boolean {
  const spell = ({ text, details }: MatrixCell): string => JSON.stringify([text, details.map(({ words }) => words)]);
  return spell(one) === spell(other);
}

function directionFrom(wins: boolean, loses: boolean): Direction {
  return wins === loses ? "different" : wins ? "wider" : "narrower";
}

/** Whether there is a grant that the other agent does not hold. A denial is none. */
function wins(grants: readonly Grant[], other: Agent): boolean {
  return grants.some((grant) => grant.gate !== "deny" && !isHeld(grant, other));
}

function runsCommands({ grants }: Agent): boolean {
  return grants.some(({ capability, via, gate }) => capability === "exec" && via.length === 0 && gate !== "deny");
}

function reached({ id, canMessage, canSpawn }: Agent): ReadonlySet<string> {
  return new Set([...canMessage, ...canSpawn].filter((other) => other !== id));
}

function hasMore(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((id) => !other.has(id));
}

function sentence(verb: string, ids: readonly string[]): string {
  return ids.length === 0 ? "" : `${verb} ${ids.join(", ")}`;
}
