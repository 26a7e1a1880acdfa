/**
 * The files and folders of OpenClaw that others must not get at. Source: what the file system checks of its audit look at in 2026.2.17, 2026.6.1 and
 * 2026.9.6, and its page on the state folder.
 */
import type { KeptPath } from "../../grants/kept-file.ts";
import { findMember, type Location, type Uri } from "../../syntax/tree.ts";
import { encodeSegment, resolveUri } from "../../uri.ts";
import type { ConfigSet } from "../dialect.ts";
import { backupRole } from "./files.ts";
import { mentions } from "./mentions.ts";

const fileNames: Readonly<Record<string, string>> = {
  config: "The config",
  include: "The included file",
  approvals: "The approvals file",
  [backupRole]: "The copy of the config",
};

export function keptPaths(set: ConfigSet, exists: (uri: Uri) => boolean): KeptPath[] {
  const own = set.files.flatMap(({ uri, role, text }): KeptPath[] => {
    const name = fileNames[role];
    return name === undefined ? [] : [{ uri, name, holds: "policy", at: { file: uri, start: 0, end: Math.min(1, text.length) } }];
  });
  const [first] = own;
  return first ? [...own, ...stateOf(set, exists, first.at), ...logOf(set)] : [];
}

/** Below the config's folder, where that is the state folder and no mere place for a config. */
function stateOf({ root, ...set }: ConfigSet, exists: (uri: Uri) => boolean, at: Location): KeptPath[] {
  const below = (path: string): Uri => resolveUri(root, path);
  if (!["credentials", "agents", "state"].some((folder) => exists(below(folder)))) return [];
  const agents = new Set(["main", ...mentions({ root, ...set }).map(({ id }) => id.toLowerCase())]);
  const ofAgents = [...agents].flatMap((id): KeptPath[] => [
    {
      uri: below(`agents/${encodeSegment(id)}/agent/auth-profiles.json`),
      name: `The file of logins of "${id}"`,
      holds: "secrets",
      at,
    },
    {
      uri: below(`agents/${encodeSegment(id)}/sessions/sessions.json`),
      name: `The list of sessions of "${id}"`,
      holds: "records",
      at,
    },
  ]);
  return [
    { uri: root, name: "The state folder", holds: "policy", at },
    { uri: below("credentials"), name: "The folder of credentials", holds: "secrets", at },
    { uri: below("state/openclaw.sqlite"), name: "The database", holds: "policy", at },
    ...ofAgents,
  ];
}

function logOf({ files }: ConfigSet): KeptPath[] {
  return files.flatMap(({ role, uri, parsed }): KeptPath[] => {
    const node = role === "config" ? findMember(findMember(parsed.root, "logging"), "file") : undefined;
    if (typeof node?.value !== "string" || !node.value.startsWith("/")) return [];
    const at = { file: uri, start: node.offset, end: node.offset + node.length };
    return [{ uri: `file://${node.value.split("/").map(encodeSegment).join("/")}`, name: "The log", holds: "records", at }];
  });
}
