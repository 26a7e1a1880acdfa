/**
 * What every allowlist entry of an approvals document grants in the release in use: its pattern, its arguments, what binds or defeats it.
 * Knows documents and entries; what patterns and arguments mean is asked elsewhere.
 */
import type { ExecPolicy } from "../../grants/grant.ts";
import type { AllowlistEntry } from "../../grants/policy.ts";
import type { Read } from "../../read.ts";
import { findMember, locationOf, type Node, type Path } from "../../syntax/tree.ts";
import type { ApprovalAgent, ApprovalsDocument, KeptEntry } from "./approvals.ts";
import { readArguments, type Arguments } from "./patterns/arguments.ts";
import { launcherKind, launchersOf, type Launchers } from "./patterns/launchers.ts";
import { readMeaning, slashForm } from "./patterns/meaning.ts";
import type { Behaviour } from "./releases.ts";

/** The exec policies in force for an agent, one per kind of session; none for an agent that does not exist. */
export type PoliciesOf = (agentId: string) => readonly ExecPolicy[];

/** Every entry the release keeps, agent by agent in writing order. `agentIds`: all agents, each of whom the wildcard agent's entries serve. */
export function resolveAllowlist(
  approvals: ApprovalsDocument,
  behaviour: Behaviour,
  agentIds: readonly string[],
  policiesOf: PoliciesOf,
): AllowlistEntry[] {
  const launchers = launchersOf(behaviour);
  const judged = new Map<string, Arguments>();
  const asks = (id: string) => policiesOf(id).some(asksAllowlist);
  const common = collectUnbounded(approvals.agents.get("*"), behaviour);
  const resolved: AllowlistEntry[][] = [];
  for (const agent of approvals.agents.values()) {
    if (agent.allowlist.length === 0) continue;
    const isWildcard = agent.id === "*";
    const consulted = isWildcard ? agentIds.some(asks) : asks(agent.id);
    const unbounded = isWildcard ? [common] : [common, collectUnbounded(agent, behaviour)];
    const context = { agent: isWildcard ? undefined : agent.id, consulted, behaviour, launchers, unbounded, judged };
    resolved.push(agent.allowlist.map((entry) => resolveEntry(entry, context)));
  }
  return resolved.flat();
}

/** An allowlist is asked where the policy says so, and may be where the policy is not known. */
function asksAllowlist(policy: ExecPolicy): boolean {
  return (policy.security === "allowlist" || !policy.certain) && !policy.unchecked && policy.host !== "none";
}

interface Context {
  readonly agent: string | undefined;
  readonly consulted: boolean;
  readonly behaviour: Behaviour;
  readonly launchers: Launchers;
  /** Entries that admit the same programs with any arguments, by pattern. */
  readonly unbounded: readonly ReadonlySet<string>[];
  /** Argument patterns already read. */
  readonly judged: Map<string, Arguments>;
}

function resolveEntry(entry: KeptEntry, context: Context): AllowlistEntry {
  const { node, path } = entry;
  const pattern = textOf(node);
  const argPattern = argPatternOf(node);
  const hasArgPattern = argPattern !== undefined && argPattern !== "";
  const meaning = readMeaning(pattern, hasArgPattern, context.behaviour, context.launchers);
  const base = {
    agent: context.agent,
    entry: { state: "set", value: pattern, at: locationOf(node), path, node } as const,
    pattern: readMember(node, "pattern", path),
    argPattern: readMember(node, "argPattern", path),
    consulted: context.consulted,
    launcher: undefined,
  };
  const binding = readBinding(node, pattern, argPattern, context.behaviour);
  if (binding) return { ...base, ...binding, launchers: [], certain: true };
  const limits = readLimits(pattern, argPattern, context);
  if (limits.admits === "none") return { ...base, admits: "nothing", args: "bound", why: limits.why, launchers: [], certain: true };
  const isKept = limits.admits === "any" || (limits.admits === "loose" && limits.from === "start");
  const launchers = isKept ? meaning.launchers : [];
  return {
    ...base,
    ...meaning,
    args: meaning.admits === "nothing" ? "bound" : limits.admits,
    why: limits.why === "" || meaning.admits === "nothing" ? meaning.why : `${meaning.why}; ${limits.why}`,
    launchers,
    launcher: launchers[0] === undefined ? undefined : launcherKind(launchers[0]),
  };
}

/** What the entry's argPattern leaves open, once the release and its neighbours have had their say. */
function readLimits(pattern: string, argPattern: string | undefined, context: Context): Arguments {
  const { behaviour } = context;
  if (argPattern === undefined || argPattern === "") return { admits: "any", why: "" };
  if (behaviour.argPattern === "ignored") return { admits: "any", why: `${behaviour.release} ignores argPattern` };
  if (behaviour.argPattern === "windows-only" && !isWindowsPath(pattern)) {
    return { admits: "any", why: `${behaviour.release} ignores argPattern except on Windows` };
  }
  const limits = judgeOnce(argPattern, context.judged);
  const key = keyOf(pattern, behaviour);
  if (limits.admits !== "any" && context.unbounded.some((patterns) => patterns.has(key) || patterns.has("*"))) {
    return { admits: "any", why: "another entry admits the same program with any arguments" };
  }
  return limits;
}

/** The same few argument patterns repeat in real documents; one of nothing but different ones must not fill the memory. */
function judgeOnce(argPattern: string, judged: Map<string, Arguments>): Arguments {
  const known = judged.get(argPattern) ?? readArguments(argPattern);
  if (judged.size < 1000) judged.set(argPattern, known);
  return known;
}

/** Entries saved by pressing "allow always" stand for one command, and older or unbound ones for nothing. */
function readBinding(
  node: Node,
  pattern: string,
  argPattern: string | undefined,
  behaviour: Behaviour,
): Pick<AllowlistEntry, "admits" | "args" | "why"> | undefined {
  const { commandText, directoryAndArguments } = behaviour.boundEntries;
  const isSaved = findMember(node, "source")?.value === "allow-always";
  if (/^=(?:node-)?command:/.test(pattern)) {
    return isSaved && commandText
      ? { admits: "program", args: "bound", why: "it stands for one command, saved by pressing allow always" }
      : { admits: "nothing", args: "bound", why: "it stands for a saved command, but not where this release looks for one" };
  }
  if (directoryAndArguments && argPattern?.startsWith("sha256:argv:")) {
    return { admits: "nothing", args: "bound", why: `${behaviour.release} no longer takes arguments saved without their directory` };
  }
  if (directoryAndArguments && argPattern?.startsWith("sha256:cwd-argv:v1:")) {
    return { admits: "program", args: "bound", why: "it stands for one command in one directory, saved by pressing allow always" };
  }
  if (isSaved && behaviour.unboundAllowAlways === "nothing") {
    return { admits: "nothing", args: "bound", why: `${behaviour.release} takes a saved entry only when it binds directory and arguments` };
  }
  return undefined;
}

/** The patterns that admit their programs with any arguments. */
function collectUnbounded(agent: ApprovalAgent | undefined, behaviour: Behaviour): ReadonlySet<string> {
  const patterns = new Set<string>();
  for (const { node } of agent?.allowlist ?? []) {
    const argPattern = argPatternOf(node);
    const pattern = textOf(node);
    const isSaved = findMember(node, "source")?.value === "allow-always" && behaviour.unboundAllowAlways === "nothing";
    if ((argPattern === undefined || argPattern === "") && !isSaved) patterns.add(keyOf(pattern, behaviour));
  }
  return patterns;
}

/** Patterns that mean the same share a key; every pattern that admits everything has `*`. */
function keyOf(pattern: string, behaviour: Behaviour): string {
  if (/^\/?\*{2,}(?:\/\*+)?$/.test(pattern) || (pattern === "*" && behaviour.barePattern !== "nothing")) return "*";
  return slashForm(pattern);
}

function isWindowsPath(pattern: string): boolean {
  return /^[A-Za-z]:[\\/]|\\/.test(pattern);
}

function textOf(node: Node): string {
  return String((node.type === "string" ? node : findMember(node, "pattern"))?.value ?? "").trim();
}

function argPatternOf(node: Node): string | undefined {
  const value = findMember(node, "argPattern")?.value;
  return typeof value === "string" ? value : undefined;
}

function readMember(node: Node, key: "pattern" | "argPattern", path: Path): Read<string> {
  const own = node.type === "string" && key === "pattern";
  const value = own ? node : findMember(node, key);
  const memberPath = own ? path : [...path, key];
  if (value?.type === "string") return { state: "set", value: String(value.value), at: locationOf(value), path: memberPath, node: value };
  return { state: "unset", at: locationOf(node), path: memberPath };
}
