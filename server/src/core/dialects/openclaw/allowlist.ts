/**
 * What every allowlist entry of an approvals document grants in the release in use: its pattern, its arguments, what binds or defeats it.
 * Knows documents and entries; what patterns and arguments mean is asked elsewhere.
 */
import type { ExecPolicy } from "../../grants/grant.ts";
import type { Edit } from "../../finding.ts";
import { admitsAll, namesPrograms, type Allowlist, type AllowlistEntry, type EntryNarrowing } from "../../grants/allowlist.ts";
import type { Read } from "../../read.ts";
import { findMember, locationOf, type Node, type Path } from "../../syntax/tree.ts";
import type { ApprovalAgent, ApprovalsDocument, KeptEntry } from "./approvals.ts";
import { shutLists } from "./allowlist-gate.ts";
import { anchoredForm, readArguments, type Arguments } from "./patterns/arguments.ts";
import { argumentExamplesOf } from "./patterns/argument-examples.ts";
import { isTakenBare, launcherKind, launchersOf, programsNamed, type Launchers } from "./patterns/launchers.ts";
import { wakesLater } from "./patterns/later.ts";
import { isEveryName, readMeaning, slashForm, type Meaning } from "./patterns/meaning.ts";
import { narrowerEntry } from "./patterns/narrower.ts";
import { programExamplesOf } from "./patterns/program-examples.ts";
import { plainPath, writableFolder } from "./patterns/writable.ts";
import type { Behaviour } from "./releases.ts";
import { sendingPrograms, writingPrograms } from "./tables/steered-programs.ts";

/** The exec policies in force for an agent, one per kind of session; none for an agent that does not exist. */
export type PoliciesOf = (agentId: string) => readonly ExecPolicy[];

/** Whom the lists serve: the agents, what is in force for each, and where their workspaces are said to lie. */
export interface Served {
  readonly agentIds: readonly string[];
  readonly policiesOf: PoliciesOf;
  readonly workspaces?: readonly string[];
  /** The programs that an agent's contract names. */
  readonly programsOf?: (agentId: string) => readonly string[];
}

/** Every entry the release keeps, agent by agent in writing order. Each agent is also served by the wildcard agent's entries. */
export function resolveAllowlist(approvals: ApprovalsDocument, behaviour: Behaviour, served: Served): AllowlistEntry[] {
  const { agentIds, policiesOf, workspaces = [], programsOf = () => [] } = served;
  const shared = {
    behaviour,
    launchers: launchersOf(behaviour),
    sends: programsNamed(sendingPrograms, behaviour),
    writes: programsNamed(writingPrograms, behaviour),
    judged: new Map<string, Arguments>(),
    workspaces: [...new Set(workspaces.map(plainPath))],
  };
  const asks = (id: string) => policiesOf(id).some(asksAllowlist);
  const common = collectUnbounded(approvals.agents.get("*"), behaviour);
  const resolved: AllowlistEntry[][] = [];
  for (const agent of approvals.agents.values()) {
    if (agent.allowlist.length === 0) continue;
    const isWildcard = agent.id === "*";
    const consulted = isWildcard ? agentIds.some(asks) : asks(agent.id);
    const unbounded = isWildcard ? [common] : [common, collectUnbounded(agent, behaviour)];
    const lists = shutLists(approvals, agent, agentIds);
    const programs = isWildcard ? [] : programsOf(agent.id);
    resolved.push(agent.allowlist.map((entry) => resolveEntry(entry, { ...shared, list: lists(entry), consulted, unbounded, programs })));
  }
  return resolved.flat();
}

/** An allowlist is asked where the policy says so, and may be where the policy is not known. */
function asksAllowlist(policy: ExecPolicy): boolean {
  return (policy.security === "allowlist" || !policy.certain) && !policy.unchecked && policy.host !== "none";
}

interface Context {
  readonly list: Allowlist;
  readonly consulted: boolean;
  readonly behaviour: Behaviour;
  readonly launchers: Launchers;
  readonly sends: Launchers;
  readonly writes: Launchers;
  /** Entries that admit the same programs with any arguments, by pattern. */
  readonly unbounded: readonly ReadonlyMap<string, readonly KeptEntry[]>[];
  /** Argument patterns already read. */
  readonly judged: Map<string, Arguments>;
  readonly workspaces: readonly string[];
  readonly programs: readonly string[];
}

function resolveEntry(entry: KeptEntry, context: Context): AllowlistEntry {
  const { node, path } = entry;
  const { list, consulted, behaviour } = context;
  const pattern = textOf(node);
  const argPattern = argPatternOf(node);
  const hasArgPattern = argPattern !== undefined && argPattern !== "";
  const base = {
    list,
    agent: list.agent,
    entry: { state: "set", value: pattern, at: locationOf(node), path, node } as const,
    pattern: readMember(node, "pattern", path),
    argPattern: readMember(node, "argPattern", path),
    consulted,
    fault: undefined,
    wakes: undefined,
    isBareShell: false,
    whyArgs: "",
    anchored: undefined,
    undoneBy: undefined,
    launchers: [],
    launcher: undefined,
    steered: nothingSteered,
    writable: undefined,
    lastUsed: numberOf(node, "lastUsedAt"),
    narrower: () => undefined,
    programExamples: () => undefined,
    argumentExamples: () => undefined,
    certain: true,
  };
  const binding = readBinding(node, pattern, argPattern, behaviour);
  if (binding) return { ...base, ...binding, fault: binding.admits === "nothing" ? "binding" : undefined };
  const limits = readLimits(pattern, argPattern, context);
  if (limits.admits === "none") return { ...base, admits: "nothing", args: "bound", why: limits.why, fault: "arguments" };
  const meaning = readMeaning(pattern, hasArgPattern, behaviour, context.launchers);
  if (meaning.admits === "nothing") {
    return {
      ...base,
      ...meaning,
      args: "bound",
      fault: meaning.certain ? "pattern" : undefined,
      wakes: wakesLater(pattern, hasArgPattern, behaviour),
    };
  }
  const isSteerable = limits.admits === "any" || (limits.admits === "loose" && limits.from === "start");
  const launchers = isSteerable ? meaning.launchers : [];
  return {
    ...base,
    ...meaning,
    args: limits.admits,
    isBareShell: !hasArgPattern && launchers.some((name) => pattern.endsWith(name) && isTakenBare(name, behaviour.release)),
    why: limits.why === "" ? meaning.why : `${meaning.why}; ${limits.why}`,
    whyArgs: limits.why,
    anchored: limits.admits === "loose" && argPattern !== undefined ? anchoredForm(argPattern) : undefined,
    undoneBy: limits.undoneBy && { at: locationOf(limits.undoneBy.node), path: limits.undoneBy.path },
    launchers,
    launcher: launchers[0] === undefined ? undefined : launcherKind(launchers[0]),
    steered: isSteerable && launchers.length === 0 ? steeredBy(pattern, meaning, context) : nothingSteered,
    narrower: () => narrowingOf(entry, meaning, limits, context),
    programExamples: () => (admitsAll(meaning.admits) ? undefined : programExamplesOf(pattern, behaviour)),
    argumentExamples: () => (limits.admits === "any" || argPattern === undefined ? undefined : argumentExamplesOf(argPattern)),
    writable: meaning.admits === "program" || meaning.admits === "directory" ? writableFolder(pattern, context.workspaces) : undefined,
  };
}

/** The entry as it would be; its argPattern stays where only the program becomes another. */
function narrowingOf(entry: KeptEntry, meaning: Meaning, { admits: args }: Arguments, context: Context): EntryNarrowing | undefined {
  const { node, path } = entry;
  const pattern = textOf(node);
  const narrower = narrowerEntry(
    {
      pattern,
      meaning,
      args,
      // One written as a text alone has no room for anything else.
      bindsArguments: node.type === "object" && honoursArguments(pattern, context.behaviour),
      hasArguments: argPatternOf(node) !== undefined,
      lastPath: writtenIn(node, "lastResolvedPath"),
      lastCommand: writtenIn(node, "lastUsedCommand"),
      programs: context.programs,
      isListed: (program) =>
        context.unbounded
          .flatMap((entries) => [keyOf(program, context.behaviour), "*"].flatMap((key) => entries.get(key) ?? []))
          .some((other) => other.node !== node),
    },
    context,
  );
  if (!narrower) return undefined;
  const { patterns, argPattern, admits, from } = narrower;
  const { file } = locationOf(node);
  const [first, ...others] = patterns;
  const list = path.slice(0, -1);
  return {
    admits,
    from,
    bindsArguments: argPattern !== undefined,
    edits: [
      { op: "set", file, path: node.type === "string" ? path : [...path, "pattern"], value: first },
      ...(argPattern === undefined ? [] : [{ op: "set", file, path: [...path, "argPattern"], value: argPattern } as const]),
      ...others.map((other): Edit => ({ op: "append", file, path: list, value: { pattern: other } })),
    ],
  };
}

const nothingSteered = { sends: [], writes: [] } as const;

function steeredBy(pattern: string, { admits, certain }: Meaning, { sends, writes }: Context): AllowlistEntry["steered"] {
  if (!certain || !namesPrograms(admits)) return nothingSteered;
  const path = slashForm(pattern);
  const name = path.slice(path.lastIndexOf("/") + 1);
  return { sends: sends.matching(name), writes: writes.matching(name) };
}

/** What the entry's argPattern leaves open, once the release and its neighbours have had their say. */
function readLimits(pattern: string, argPattern: string | undefined, context: Context): Arguments & { readonly undoneBy?: KeptEntry } {
  const { behaviour } = context;
  if (argPattern === undefined) return { admits: "any", why: "" };
  if (argPattern !== "" && behaviour.argPattern === "ignored") return { admits: "any", why: `${behaviour.release} ignores argPattern` };
  if (argPattern !== "" && behaviour.argPattern === "windows-only" && !isWindowsPath(pattern)) {
    return { admits: "any", why: `${behaviour.release} ignores argPattern except on Windows` };
  }
  const limits = judgeOnce(argPattern, context.judged);
  if (limits.admits === "any" || limits.admits === "none") return limits;
  const key = keyOf(pattern, behaviour);
  const undoneBy = context.unbounded.flatMap((entries) => entries.get(key) ?? entries.get("*") ?? [])[0];
  return undoneBy ? { admits: "any", why: "another entry admits the same program with any arguments", undoneBy } : limits;
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

/** The entries that admit their programs with any arguments, by pattern. */
function collectUnbounded(agent: ApprovalAgent | undefined, behaviour: Behaviour): ReadonlyMap<string, readonly KeptEntry[]> {
  const found = new Map<string, KeptEntry[]>();
  for (const entry of agent?.allowlist ?? []) {
    const { node } = entry;
    const argPattern = argPatternOf(node);
    const isSaved = findMember(node, "source")?.value === "allow-always" && behaviour.unboundAllowAlways === "nothing";
    const key = keyOf(textOf(node), behaviour);
    if ((argPattern !== undefined && argPattern !== "") || isSaved) continue;
    const same = found.get(key);
    if (same) same.push(entry);
    else found.set(key, [entry]);
  }
  return found;
}

/** Patterns that mean the same share a key; every pattern that admits everything, or whatever is called by its name, has `*`. */
function keyOf(pattern: string, { barePattern }: Behaviour): string {
  const isAll = pattern === "*" ? barePattern !== "nothing" : isEveryName(pattern) ? barePattern === "name" : isEveryPath(pattern);
  return isAll ? "*" : slashForm(pattern);
}

function isEveryPath(pattern: string): boolean {
  return /^\/?\*{2,}(?:\/\*+)?$/.test(pattern);
}

function honoursArguments(pattern: string, { argPattern }: Behaviour): boolean {
  return argPattern === "honoured" || (argPattern === "windows-only" && isWindowsPath(pattern));
}

function isWindowsPath(pattern: string): boolean {
  return /^[A-Za-z]:[\\/]|\\/.test(pattern);
}

function textOf(node: Node): string {
  return String((node.type === "string" ? node : findMember(node, "pattern"))?.value ?? "").trim();
}

function argPatternOf(node: Node): string | undefined {
  return writtenIn(node, "argPattern");
}

function writtenIn(node: Node, key: string): string | undefined {
  const value = findMember(node, key)?.value;
  return typeof value === "string" ? value : undefined;
}

function numberOf(node: Node, key: string): number | undefined {
  const value = findMember(node, key)?.value;
  return typeof value === "number" ? value : undefined;
}

function readMember(node: Node, key: "pattern" | "argPattern", path: Path): Read<string> {
  const own = node.type === "string" && key === "pattern";
  const value = own ? node : findMember(node, key);
  const memberPath = own ? path : [...path, key];
  if (value?.type === "string") return { state: "set", value: String(value.value), at: locationOf(value), path: memberPath, node: value };
  return { state: "unset", at: locationOf(node), path: memberPath };
}
