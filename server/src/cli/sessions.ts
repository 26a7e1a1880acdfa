/**
 * Reads the records of agents' sessions, where somebody asked for it: what tools were called in the last days. Reads no more than that, keeps nothing
 * of what was said, and says where it could not look.
 */
import { encodeSegment, type Dialect, type RecordedAgent, type SessionRecords, type TargetRelease, type ConfigSet } from "../core/index.ts";

/** Reading a folder of records. Nothing here throws. */
export interface SessionFiles {
  /** What lies in a folder, given by its address; links count as what they lead to. Undefined where that cannot be known. */
  readonly list: (folder: string) => readonly FolderEntry[] | undefined;
  /** The text of a regular file that really lies below a folder; undefined when it cannot be had, or is larger than so many bytes. */
  readonly read: (file: string, below: string, mostBytes: number) => string | undefined;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder";
  /** When it last changed, in milliseconds since 1970. */
  readonly changed: number;
  readonly bytes: number;
}

export interface SessionSource {
  readonly files: SessionFiles;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const day = 24 * 60 * 60 * 1000;

/** For one agent. More is more than anybody's sessions of a quarter; what is left out is never taken for unused. */
const mostRecords = 5000;
const mostBytes = 512 * 1024 * 1024;

/** The set with what its agents were seen to use in the last days. */
export function withEvidence(set: ConfigSet, dialect: Dialect, release: TargetRelease, days: number, source: SessionSource): ConfigSet {
  const { sessionRecords } = dialect;
  if (!sessionRecords) return set;
  const since = source.now() - days * day;
  const agents = recordedAgents(set.root, sessionRecords, since, source.files);
  return { ...set, evidence: sessionRecords.evidence(set, release, since, days, agents) };
}

function recordedAgents(root: string, records: SessionRecords, since: number, files: SessionFiles): RecordedAgent[] {
  const folder = addressIn(root, records.agentsFolder);
  const folders = (files.list(folder) ?? []).filter(({ kind }) => kind === "folder");
  return folders.map(({ name }) => recordedAgent(name, root, addressIn(folder, name), records, since, files));
}

function recordedAgent(
  id: string,
  root: string,
  folder: string,
  { recordsFolder, unreadable, isRecord, read }: SessionRecords,
  since: number,
  files: SessionFiles,
): RecordedAgent {
  const place = addressIn(folder, recordsFolder);
  const found = files.list(place);
  const records = (found ?? []).filter(({ kind, name, changed }) => kind === "file" && isRecord(name) && changed >= since);
  const tools = new Set<string>();
  const gaps = new Set(unreadable.flatMap(({ path, why }) => (isThere(addressIn(folder, path), files) ? [why] : [])));
  if (!found) gaps.add("the folder of its sessions cannot be read");
  if (records.length > mostRecords) gaps.add("it has too many sessions to read them all");
  let [sessions, left] = [0, mostBytes];
  for (const { name, bytes } of records.slice(0, mostRecords)) {
    const text = files.read(addressIn(place, name), root, left);
    left -= bytes;
    if (text === undefined) {
      gaps.add("one of its sessions cannot be read");
      continue;
    }
    const { isRecent, tools: called, gap } = read(text, since);
    if (isRecent) sessions++;
    for (const tool of called) tools.add(tool);
    if (gap !== undefined) gaps.add(gap);
  }
  return { id, sessions, tools: [...tools], gap: [...gaps][0] };
}

/** A file of that name in its folder. */
function isThere(address: string, files: SessionFiles): boolean {
  const cut = address.lastIndexOf("/");
  const name = decodeURIComponent(address.slice(cut + 1));
  return files.list(address.slice(0, cut))?.some((entry) => entry.name === name) ?? false;
}

function addressIn(folder: string, path: string): string {
  return `${folder.replace(/\/$/, "")}/${path.split("/").map(encodeSegment).join("/")}`;
}

/** How far the evidence of a set goes, in one line for the person who asked for it. */
export function evidenceWords({ evidence }: ConfigSet): string {
  if (!evidence) return "there are no records of sessions to read";
  const read = evidence.agents.filter(({ sessions }) => sessions > 0);
  const gaps = evidence.agents.flatMap(({ agent, gap }) => (gap === undefined ? [] : [`${agent} (${gap})`]));
  const time = evidence.days === 1 ? "the last day" : `the last ${evidence.days} days`;
  const counts = read.length === 0 ? "none" : read.map(({ agent, sessions }) => `${agent} ${sessions}`).join(", ");
  return `sessions of ${time}: ${counts}${gaps.length === 0 ? "" : `; what these need stays open: ${gaps.join(", ")}`}`;
}
