/** Puts one case to OpenClaw and to the engine, and names every point on which they do not agree. */
import JSON5 from "json5";
import { openclaw } from "../../server/src/core/dialects/openclaw/index.ts";
import type { SessionKind } from "../../server/src/core/grants/grant.ts";
import { gatherConfigSet, type FileText, type ReadRequest } from "../../server/src/core/gather.ts";
import type { Question } from "./answer.ts";
import { fromPolicy, type ComparableAgent } from "./comparable.ts";
import type { GeneratedCase, Writing } from "./generate.ts";
import { toShape, type Release } from "./shape.ts";

export const parts = ["agents", "sandboxed", "tools", "exec", "messages", "spawns", "failure"] as const;
export type Part = (typeof parts)[number];

export interface Difference {
  readonly part: Part;
  readonly agent: string;
  readonly kind?: SessionKind;
  readonly openclaw: unknown;
  readonly engine: unknown;
}

const folder = "file:///set";

/** The texts a person would have on disk, by file name. */
export function toTexts({ config, approvals, writing = {} }: GeneratedCase, release: Release): Readonly<Record<string, string>> {
  const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
  const { main, part } = divide(toShape(config, release), writing);
  return {
    "openclaw.json": writing.json5 ? JSON5.stringify(main, null, 1) : text(main),
    ...(part === undefined ? {} : { [partName]: text(part) }),
    ...(approvals === undefined ? {} : { "exec-approvals.json": text(approvals) }),
  };
}

const partName = "part.json5";

/** Moves a section into a file of its own. */
function divide(config: Record<string, unknown>, { section, include }: Writing): { main: Record<string, unknown>; part?: unknown } {
  const value = section && config[section];
  if (!section || !include || typeof value !== "object" || value === null) return { main: config };
  const address = `./${partName}`;
  if (include !== "beside") return { main: { ...config, [section]: { $include: include === "list" ? [address] : address } }, part: value };
  const keys = Object.keys(value);
  const staying = Object.fromEntries(Object.entries(value).filter(([key]) => keys.indexOf(key) % 2 === 0));
  return { main: { ...config, [section]: { $include: address, ...staying } }, part: value };
}

/** What OpenClaw is asked about a case: all files lie in its state folder, strangers write in every group chat it could be in. */
export function toQuestion(generated: GeneratedCase, release: Release, id: string | number): Question {
  const { "openclaw.json": config, "exec-approvals.json": approvals, [partName]: part } = toTexts(generated, release);
  return {
    ...{ id, config, groups: groupsOf(generated) },
    ...(approvals === undefined ? {} : { approvals, approvalsAs: "file" as const }),
    ...(part === undefined ? {} : { extra: { [partName]: part } }),
  };
}

interface Channel {
  readonly enabled?: boolean;
  readonly groups?: Readonly<Record<string, unknown>>;
}

/** The groups the config names, and one it does not name where it lets others in; in each channel that is on. */
function groupsOf({ config }: GeneratedCase): string[] {
  const channels = Object.entries((config["channels"] ?? {}) as Record<string, Channel>).filter(([, { enabled }]) => enabled !== false);
  const found = channels.flatMap(([channel, { groups = {} }]) => {
    const named = Object.keys(groups);
    const listed = named.filter((name) => name !== "*");
    const ids = listed.length < named.length || listed.length === 0 ? [...listed, "-9999"] : listed;
    return ids.map((group) => `${channel}:${group}`);
  });
  return found.length > 0 ? found : ["signal:-9999"];
}

/** What the engine makes of the texts. Throws what the engine throws. */
export async function resolveTexts(
  texts: Readonly<Record<string, string>>,
  release: string,
  catalogue: ReadonlySet<string>,
): Promise<readonly ComparableAgent[]> {
  const readFile = ({ uri }: ReadRequest): FileText => {
    const text = texts[decodeURIComponent(uri.slice(folder.length + 1))];
    return text === undefined ? { state: "absent" } : { state: "read", text };
  };
  const set = await gatherConfigSet(openclaw, `${folder}/openclaw.json`, readFile);
  if (!set) throw new Error("the engine does not take the config for one of OpenClaw's");
  return fromPolicy(openclaw.resolve(set, openclaw.targetRelease(set, release)), catalogue);
}

/** Everything on which the two differ; an agent only one of them has is one difference. */
export function compareAgents(wanted: readonly ComparableAgent[], actual: readonly ComparableAgent[]): Difference[] {
  const ids = (agents: readonly ComparableAgent[]): string => agents.map(({ id }) => id).join(" ");
  if (ids(wanted) !== ids(actual)) return [{ part: "agents", agent: "", openclaw: ids(wanted), engine: ids(actual) }];
  return wanted.flatMap((one, index) => {
    const other = actual[index];
    return other ? compareAgent(one, other) : [];
  });
}

function compareAgent(wanted: ComparableAgent, actual: ComparableAgent): Difference[] {
  const differences: Difference[] = [];
  const note = (part: Part, openclaw: unknown, engine: unknown, kind?: SessionKind): void => {
    if (JSON.stringify(openclaw) === JSON.stringify(engine)) return;
    differences.push({ part, agent: wanted.id, ...(kind ? { kind } : {}), openclaw, engine });
  };
  /** Shown with what only one side has: whole lists would hide the one name that matters. What the engine is not sure of it may leave out. */
  const noteLists = (part: Part, openclaw: readonly string[], engine: readonly string[], isSure: boolean, kind?: SessionKind): void => {
    const missing = isSure ? openclaw.filter((name) => !engine.includes(name)) : [];
    const surplus = engine.filter((name) => !openclaw.includes(name));
    if (missing.length + surplus.length > 0) note(part, { only: missing }, { only: surplus }, kind);
  };
  for (const [name, session] of Object.entries(wanted.sessions)) {
    const kind = name as SessionKind;
    const other = actual.sessions[kind];
    if (!other) {
      note("sandboxed", session.sandboxed, undefined, kind);
      continue;
    }
    note("sandboxed", session.sandboxed, other.sandboxed, kind);
    if (!(other.uncertain && other.exec === "none")) note("exec", session.exec, other.exec, kind);
    noteLists("tools", session.tools, other.tools, !other.uncertain, kind);
  }
  const isSure = Object.values(actual.sessions).every(({ uncertain }) => !uncertain);
  noteLists("messages", wanted.messages, actual.messages, isSure);
  noteLists("spawns", wanted.spawns, actual.spawns, isSure);
  return differences;
}

/** How many sessions the engine does not speak of with certainty. */
export function countUncertain(agents: readonly ComparableAgent[]): number {
  return agents.flatMap(({ sessions }) => Object.values(sessions)).filter(({ uncertain }) => uncertain).length;
}
