/**
 * What OpenClaw writes down of its agents' sessions: one JSON document a line, a header first.
 * Source: `SessionManager` of 2026.2.17 and 2026.6.1 and its `appendMessage`; file names as `isUsageCountedSessionTranscriptFileName` of 2026.6.1
 * takes them; the database as 2026.9.6 names it (docs/reference/session-management-compaction, docs/gateway/doctor/state-and-sessions).
 */
import type { AgentEvidence, Evidence } from "../../grants/evidence.ts";
import type { Capability } from "../../grants/grant.ts";
import { at, readString } from "../../reader.ts";
import type { ConfigSet, TargetRelease } from "../dialect.ts";
import type { RecordedAgent, RecordedSession, SessionRecords } from "../session-records.ts";
import { catalogueOf } from "./catalogue.ts";
import { configPlace } from "./config-root.ts";
import { resolveSet } from "./resolve-set.ts";
import { normalizeId } from "./roster.ts";
import { toolCapabilities } from "./tables/capabilities.ts";
import { foreignRuntimes, indirectTools, toolCallTypes } from "./tables/session-records.ts";

export const sessionRecords: SessionRecords = {
  agentsFolder: "agents",
  recordsFolder: "sessions",
  unreadable: [{ path: "agent/openclaw-agent.sqlite", why: "its sessions are kept in a database, which is not read" }],
  isRecord,
  read,
  evidence,
};

/** Archives count too: they are what a reset or a deletion left. Checkpoints and trajectories hold the same once more. */
function isRecord(name: string): boolean {
  const archived = /\.jsonl\.(?:reset|deleted)\.\d{4}-\d{2}-\d{2}T[\d-]+(?:\.\d+)?Z$/.test(name);
  return archived || (name.endsWith(".jsonl") && !/\.(?:trajectory|checkpoint\.[0-9a-f-]{36})\.jsonl$/i.test(name));
}

function read(text: string, since: number): RecordedSession {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const entries = lines.map(parseLine);
  // The last line may be on its way to the disk.
  const isWhole = entries.every((entry, index) => entry !== undefined || index === entries.length - 1);
  if (entries[0]?.["type"] !== "session" || !isWhole) return { isRecent: true, tools: [], gap: "one of its sessions cannot be read" };
  const messages = entries.flatMap((entry) => (entry?.["type"] === "message" && isSince(entry, since) ? [objectIn(entry, "message")] : []));
  const said = messages.filter((message) => message["role"] === "assistant");
  const tools = new Set(messages.flatMap(toolsCalledIn));
  const isForeign = said.some((message) => foreignRuntimes.some(({ key, value }) => message[key] === value));
  const isIndirect = messages.some(runsCode) || indirectTools.some((name) => tools.has(name));
  const gap = isForeign ? "another program ran tools for it" : isIndirect ? "it called tools through other tools" : undefined;
  return { isRecent: said.length > 0, tools: [...tools], gap };
}

type Entry = Readonly<Record<string, unknown>>;

function parseLine(line: string): Entry | undefined {
  try {
    return asObject(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Entry | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Entry) : undefined;
}

function objectIn(entry: Entry, key: string): Entry {
  return asObject(entry[key]) ?? {};
}

/** An entry without a readable time counts: it may be recent. */
function isSince({ timestamp }: Entry, since: number): boolean {
  const time = typeof timestamp === "string" ? Date.parse(timestamp) : timestamp;
  return typeof time !== "number" || Number.isNaN(time) || time >= since;
}

function toolsCalledIn(message: Entry): string[] {
  const called = blocksOf(message).filter(({ type }) => typeof type === "string" && toolCallTypes.includes(type.trim().toLowerCase()));
  const names = [message["toolName"], message["tool_name"], ...called.map(({ name }) => name)];
  return names.flatMap((name) => (typeof name === "string" && name.trim() !== "" ? [name.trim().toLowerCase()] : []));
}

/** In code mode the tool of that name takes a program, which calls other tools. */
function runsCode(message: Entry): boolean {
  return blocksOf(message).some((call) => call["name"] === "exec" && objectIn(call, "arguments")["code"] !== undefined);
}

function blocksOf({ content }: Entry): Entry[] {
  return Array.isArray(content) ? (content as readonly unknown[]).map(asObject).filter((block) => block !== undefined) : [];
}

function evidence(set: ConfigSet, release: TargetRelease, since: number, days: number, recorded: readonly RecordedAgent[]): Evidence {
  const { normalize } = catalogueOf(release.version);
  const { agents, allowlist } = resolveSet(set, release);
  const store = readString(at(configPlace(set), "session", "store"));
  const elsewhere = store.state === "unset" ? undefined : "the config keeps its sessions somewhere else, or may";
  return {
    days,
    agents: agents.map(({ id }): AgentEvidence => {
      const own = recorded.find((agent) => normalizeId(agent.id) === id);
      // An entry that let a command pass is proof enough that commands are run.
      const isExecUsed = allowlist.some(({ agent, lastUsed = 0 }) => (agent === undefined || agent === id) && lastUsed >= since);
      const used = [...capabilitiesOf((own?.tools ?? []).map(normalize)), ...(isExecUsed ? (["exec"] as const) : [])];
      return { agent: id, sessions: own?.sessions ?? 0, used: [...new Set(used)], gap: own?.gap ?? elsewhere };
    }),
  };
}

function capabilitiesOf(tools: readonly string[]): Capability[] {
  return toolCapabilities.flatMap((row) => (row.tools.some((tool) => tools.includes(tool)) ? [row.capability] : []));
}
