/** Where one agent's own settings are written, for edits that concern nobody else. */
import type { ConfigSet, TargetRelease } from "../dialect.ts";
import type { Place } from "../../reader.ts";
import type { Path, Uri } from "../../syntax/tree.ts";
import { configPlace } from "./config-root.ts";
import { behaviour } from "./releases.ts";
import { readRoster } from "./roster.ts";
import { tableRelease } from "./target-release.ts";

export interface AgentEntry {
  readonly file: Uri;
  /** In its own file, which may be an included one. */
  readonly path: Path;
  readonly place: Place;
}

/** Undefined for an agent that is there without being listed, and for one whose entry is no object. */
export function agentEntry(set: ConfigSet, release: TargetRelease, id: string): AgentEntry | undefined {
  const { agents } = readRoster(configPlace(set), behaviour(tableRelease(release)));
  const place = agents.find((agent) => agent.id === id)?.entry;
  return place?.node?.type === "object" ? { file: place.at.file, path: place.path, place } : undefined;
}
