/** What a key is about. An agent's own settings are the common ones said again, so their notes serve for both. */
import type { Path } from "../../syntax/tree.ts";
import type { TargetRelease } from "../dialect.ts";
import { escape } from "../../markdown.ts";
import { behaviour } from "./releases.ts";
import { approvalsKeyNotes, configKeyNotes, type KeyNote } from "./tables/key-notes.ts";

const documentation = "https://docs.openclaw.ai";

export function aboutKey(role: string, path: Path, release: TargetRelease): string | undefined {
  const notes = role === "approvals" ? approvalsKeyNotes : configKeyNotes;
  const candidates = role === "approvals" ? [path, approvalsDefault(path)] : [path, ...commonPlaces(path)];
  const found = candidates.map((candidate) => notes.find(({ key }) => matches(key, candidate))).find((note) => note !== undefined);
  return found && describe(found, role, release);
}

function describe({ key, note, page }: KeyNote, role: string, { version }: TargetRelease): string {
  const moved = role === "approvals" && behaviour(version).approvalsStore === "database";
  const store = moved ? " From 2026.8.1 OpenClaw keeps this document in its database; a file only serves to be imported." : "";
  return `**${escape(key)}**\n\n${note}${store}\n\n[OpenClaw documentation](${documentation}/${page})`;
}

/** `agents.list[3].tools.exec` and `agents.entries.cto.tools.exec` mean `tools.exec`, `agents.list[3].sandbox` means `agents.defaults.sandbox`. */
function commonPlaces(path: Path): Path[] {
  const [root, roster] = path;
  if (root !== "agents" || (roster !== "list" && roster !== "entries") || path.length < 4) return [];
  const own = path.slice(3);
  return [own, ["agents", "defaults", ...own]];
}

/** An agent's own settings are the defaults' said again. */
function approvalsDefault(path: Path): Path {
  return path[0] === "agents" && path.length === 3 ? ["defaults", ...path.slice(2)] : path;
}

function matches(key: string, path: Path): boolean {
  const segments = key.split(".");
  return segments.length === path.length && segments.every((segment, index) => segment === "*" || segment === path[index]);
}
