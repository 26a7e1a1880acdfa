/**
 * The neutral vocabulary of power: who may do what, where, and what stands in the way.
 * Names no product: every dialect fills these types, every rule judges them.
 */
import type { Edit } from "../finding.ts";
import type { Read } from "../read.ts";

/** A kind of act. */
export type Capability =
  | "exec"
  | "fs.read"
  | "fs.write"
  | "net.fetch"
  | "net.search"
  | "browser"
  | "message.send"
  | "session.read"
  | "session.send"
  | "agent.spawn"
  | "control.plane"
  | "schedule"
  | "device"
  | "memory.read"
  | "media.generate"
  | "plugin";

/** Where the act lands. `remote` is another machine or service, `node` a paired device. */
export type Reach = "sandbox" | "host" | "node" | "remote";

/**
 * What stands between a text and the act. `none`: nothing; `allowlist`: only listed programs pass, others are refused;
 * `ask-on-miss`: listed programs pass, a person is asked for others; `ask`: a person is asked every time; `deny`: never.
 */
export type Gate = "none" | "allowlist" | "ask-on-miss" | "ask" | "deny";

/** The kind of conversation an agent acts in: policy differs between them. */
export type SessionKind = "main" | "dm" | "group" | "cron" | "hook" | "subagent";

/** One read that took part in a decision. The decisive one comes first in a chain. */
export interface Because {
  /** The layer in the dialect's order of precedence, in the product's own words: `tools.exec (agent)`, `exec-approvals defaults`, `default of 2026.6.1`. */
  readonly layer: string;
  /** What this layer contributed, as a clause: `security is "full"`. */
  readonly says: string;
  readonly read: Read<unknown>;
}

/** What one agent can really do after all layers. */
export interface Grant {
  readonly agent: string;
  readonly capability: Capability;
  readonly reach: Reach;
  readonly gate: Gate;
  /** The kinds of session in which it holds. */
  readonly sessions: readonly SessionKind[];
  /** Ids of the agents the act goes through, nearest first; empty for the agent's own tools. */
  readonly via: readonly string[];
  readonly because: readonly Because[];
  /** False as soon as an unknown read took part. */
  readonly certain: boolean;
}

/** The exec policy in force in one session. */
export interface ExecPolicy {
  /** Where commands run; `none` when the tool is not there at all. */
  readonly host: "sandbox" | "gateway" | "node" | "none";
  readonly security: "deny" | "allowlist" | "full";
  readonly ask: "off" | "on-miss" | "always";
  /** What happens when a prompt is needed and nobody answers. */
  readonly askFallback: "deny" | "allowlist" | "full";
  /** True where the product runs commands without consulting any policy. */
  readonly unchecked: boolean;
  readonly because: readonly Because[];
  readonly certain: boolean;
}

/** What an exec policy puts before a command. Full security never asks on a miss, because nothing is a miss. */
export function gateOf({ security, ask, unchecked }: Pick<ExecPolicy, "security" | "ask" | "unchecked">): Gate {
  if (unchecked) return "none";
  if (security === "deny") return "deny";
  if (ask === "always") return "ask";
  if (security === "full") return "none";
  return ask === "on-miss" ? "ask-on-miss" : "allowlist";
}

/** One kind of session of one agent. */
export interface Session {
  readonly kind: SessionKind;
  /** The core tools that survive every layer, by the release's own names, sorted. */
  readonly tools: readonly string[];
  readonly exec: ExecPolicy;
  readonly sandboxed: boolean;
  /** Why it is sandboxed or not, decisive read first. */
  readonly sandboxBecause: readonly Because[];
  readonly certain: boolean;
}

/** A way for somebody else's text to come before the agent. */
export interface Exposure {
  /** `open`: anyone; `listed`: named senders; `paired`: senders approved one by one. */
  readonly who: "open" | "listed" | "paired";
  readonly through: "direct-message" | "group" | "hook" | "web" | "mail" | "browser" | "agent";
  /** The channel, hook or tool by its own name. */
  readonly name: string;
  /** Edits that keep strangers out, where it is open and an edit can. */
  readonly close?: readonly Edit[];
  /** The kinds of session the text comes up in: only what these may do answers to it at once. */
  readonly sessions: readonly SessionKind[];
  readonly because: readonly Because[];
  readonly certain: boolean;
}

/** The agent's own grants of one capability: what it does itself, not through another agent. */
export function ownGrants(agent: Agent, capability: Capability, wanted: { readonly reach?: Reach; readonly gate?: Gate } = {}): Grant[] {
  return agent.grants.filter(
    (grant) =>
      grant.capability === capability &&
      grant.via.length === 0 &&
      (wanted.reach === undefined || grant.reach === wanted.reach) &&
      (wanted.gate === undefined || grant.gate === wanted.gate),
  );
}

/** Undefined where it hangs on something that cannot be known. */
export function isSandboxed({ sandboxed, sandboxBecause }: Session): boolean | undefined {
  return sandboxBecause.some(({ read }) => read.state === "unknown") ? undefined : sandboxed;
}

/** Whether there is a kind of session in both. */
export function overlap(one: readonly SessionKind[], other: readonly SessionKind[]): boolean {
  return one.some((kind) => other.includes(kind));
}

/** The grant as something that one of its reads decided: that one comes first, wherever it stands in the chain. */
export function decidedBy(decisive: Because, grant: Grant): Grant {
  return { ...grant, because: [decisive, ...grant.because.filter(({ read }) => read !== decisive.read)] };
}

/** Items decided in the same places, in order of appearance: one setting often decides for many, and deserves one finding. */
export function byDecision<Item>(
  items: readonly Item[],
  decisionsOf: (item: Item) => readonly { readonly because: readonly Because[] }[],
): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const reads = decisionsOf(item).map(({ because }) => because[0]?.read);
    const key = JSON.stringify([...new Set(reads.map((read) => JSON.stringify([read?.at, read?.path])))].sort());
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

export interface Agent {
  readonly id: string;
  /** The agent's own entry in the config; the roster or the root when it is implicit. */
  readonly entry: Read<unknown>;
  readonly sessions: readonly Session[];
  readonly canMessage: readonly string[];
  readonly canSpawn: readonly string[];
  readonly grants: readonly Grant[];
  readonly exposures: readonly Exposure[];
}
