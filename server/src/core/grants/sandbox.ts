/** The sandboxes agents run in, and what each lets through from the machine around it. Names no product. */
import type { Edit, Remediation } from "../finding.ts";
import type { Read } from "../read.ts";
import type { Location, Path } from "../syntax/tree.ts";
import { byDecision, overlap, type Agent, type Because, type SessionKind } from "./grant.ts";
import { openDoors } from "./threads.ts";

/** A setting with the layer that gave it. `value` is undefined when it cannot be known. */
export interface SandboxSetting<Value> {
  readonly value: Value | undefined;
  readonly because: Because;
}

/** One way to be sandboxed, with all agents that share its settings. Only where some session of theirs really runs in it. */
export interface SandboxSetup {
  /** Ids of the agents, in the order of the roster. */
  readonly agents: readonly string[];
  /** The kinds of session that run in it. */
  readonly sessions: readonly SessionKind[];
  /** Why these, decisive read first. */
  readonly because: readonly Because[];
  /** One sandbox for each conversation, for each agent, or for all agents together. */
  readonly scope: SandboxSetting<"session" | "agent" | "shared">;
  /** Which of the agent's own files are in it: none, all to read, all to write. */
  readonly workspace: SandboxSetting<"none" | "ro" | "rw">;
  /** Whether sandboxed sessions may drive the browser of the host. */
  readonly hostBrowser: SandboxSetting<boolean>;
  /** Undefined where the sandbox is no container on this machine, or its kind is not known. */
  readonly container: SandboxContainer | undefined;
  /** Edits after which every session of these agents runs in it; none where these files do not decide. */
  readonly always: readonly Edit[];
  /** Edits after which each agent has a sandbox of its own; none where that would put settings in force that nobody has in force today. */
  readonly apart: readonly Edit[];
}

export interface SandboxContainer {
  readonly binds: readonly SandboxBind[];
  readonly network: SandboxSetting<string>;
  /** What the network lets through: nothing; whatever another container may do; the outside. */
  readonly connects: "nothing" | "another-container" | "outside" | undefined;
  /** Edits that take the network away; none where nobody wrote one. */
  readonly disconnect: readonly Edit[];
  readonly weaknesses: readonly SandboxWeakness[];
  /** The image it is made from, where somebody chose one. */
  readonly image: SandboxSetting<string>;
  /** What runs in it once, before the agent does; empty where nothing does. */
  readonly setup: SandboxSetting<string>;
}

/** A part of the host's files that is put into a container. */
export interface SandboxBind {
  readonly source: string;
  readonly writable: boolean;
  /** What it shows of the host; `workspace`: only what the agent is given anyway. */
  readonly shows: "engine" | "system" | "programs" | "home" | "credentials" | "state" | "workspace" | "folder";
  /** The same in plain words: "SSH keys". */
  readonly what: string;
  /** What the product does with it when the container is made; undefined where that cannot be known. */
  readonly fate: "accepted" | "refused" | undefined;
  readonly because: readonly [Because, ...Because[]];
}

/** Something that would hold a process inside, and was taken away. */
export interface SandboxWeakness {
  readonly kind: "capabilities" | "root" | "writable-system" | "outside-binds" | "covered-mounts" | "joined-network";
  readonly because: readonly [Because];
  readonly remedy: { readonly title: string; readonly edits: readonly Edit[] };
}

/** Facts about several sandboxes, each once where it was decided, with all agents it holds for. */
export function eachDecision<Fact extends { readonly because: readonly Because[] }>(
  setups: readonly SandboxSetup[],
  factsOf: (setup: SandboxSetup) => readonly Fact[],
): { readonly fact: Fact; readonly agents: readonly string[] }[] {
  const items = setups.flatMap((setup) => factsOf(setup).map((fact) => ({ fact, agents: setup.agents })));
  return byDecision(items, ({ fact }) => [fact]).map((group) => ({
    fact: group[0].fact,
    agents: [...new Set(group.flatMap(({ agents }) => agents))],
  }));
}

/** The binds of some kinds, each once, as far as it is known what becomes of them. */
export function bindsOf(
  setups: readonly SandboxSetup[],
  ...kinds: readonly SandboxBind["shows"][]
): { readonly fact: SandboxBind; readonly agents: readonly string[] }[] {
  const wanted = (bind: SandboxBind): boolean => bind.fate !== undefined && kinds.includes(bind.shows);
  // A common bind can be refused for one agent and accepted for another; what is accepted counts.
  const accepted = eachDecision(setups, ({ container }) =>
    (container?.binds ?? []).filter((bind) => wanted(bind) && bind.fate === "accepted"),
  );
  const refused = eachDecision(setups, ({ container }) =>
    (container?.binds ?? []).filter((bind) => wanted(bind) && bind.fate === "refused"),
  );
  return [...accepted, ...refused];
}

/** Agents that anyone may write to in a session that runs in one of these sandboxes. */
export function openAgents(setups: readonly SandboxSetup[], agents: readonly Agent[]): Agent[] {
  return agents.filter((agent) => {
    const setup = setups.find(({ agents: ids }) => ids.includes(agent.id));
    return setup !== undefined && openDoors(agent).some(({ sessions }) => overlap(sessions, setup.sessions));
  });
}

/** What is wrong with a bind. A refused one harms nobody; it keeps the agents it was written for from working at all. */
export function bindMessage({ fate, shows, source, what, writable }: SandboxBind, agents: string): string {
  if (fate === "refused") return `No sandbox is made for ${agents}, because "${source}" is refused: it holds ${what}`;
  return `"${source}" puts ${what} into the sandbox of ${agents}${writable && shows !== "engine" ? ", where it can be written" : ""}`;
}

/** Takes a bind off its list. Review always, because the agent may need what is in it. */
export function bindRemoval({ because: [{ read }] }: SandboxBind): Remediation {
  return { title: "Remove this bind mount", safety: "review", edits: () => removal(read) };
}

/** Removes what was read, or nothing when it is not definitely there. */
export function removal(read: Read<unknown>): Edit[] {
  return read.state === "set" ? [{ op: "remove", file: read.at.file, path: read.path }] : [];
}

/** Where a fact was decided, as the evidence of a finding. */
export function decidedAt(because: readonly [Because, ...Because[]]): {
  readonly at: Location;
  readonly path: Path;
  readonly because: readonly Because[];
} {
  const [{ read }, ...rest] = because;
  return { at: read.at, path: read.path, because: rest };
}
