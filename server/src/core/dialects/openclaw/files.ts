/** Which files are OpenClaw's: by name first, then by content, because others use these names too. */
import type { ConfigFile } from "../dialect.ts";
import { members, type Grammar, type Node, type Uri } from "../../syntax/tree.ts";
import { baseNameOf } from "../../uri.ts";
import { knownRootKeys } from "./tables/root-keys.ts";

export type Role = "config" | "approvals" | "include" | typeof backupRole;

/** A copy that OpenClaw keeps of the config before it writes a new one. Nothing reads it; it can hold what the live file no longer does. */
export const backupRole = "backup";

export const approvalsFileName = "exec-approvals.json";

/**
 * Names of a live config, the one OpenClaw reads first: today's name, then those of its earlier brands.
 * Source: config path candidates of 2026.2.17, 2026.6.1 and 2026.9.6; `.json5` spellings are what people keep in repositories.
 */
export const configFileNames = [
  "openclaw.json",
  "openclaw.json5",
  "moltbot.json",
  "moltbot.json5",
  "clawdbot.json",
  "clawdbot.json5",
] as const;

/** A template or variant kept beside the live file: `openclaw.example.json`, `openclaw.json.template`, `openclaw-prod.json5`. */
const templateName = /^(?:openclaw|moltbot|clawdbot)(?:[.-][\w.-]+)?\.json[5c]?(?:\.(?:example|sample|template|tmpl|tpl|dist))?$/i;

/** `openclaw.json.bak`, `openclaw.json.bak.3`. */
const backupName = /^(?:openclaw|moltbot|clawdbot)\.json5?\.bak(?:\.\d+)?$/i;

/** The copies beside a config, newest first. Source: config writer of 2026.2.17, 2026.6.1 and 2026.9.6. */
export function backupsOf(name: string): readonly string[] {
  return ["", ".1", ".2", ".3", ".4"].map((rotation) => `${name}.bak${rotation}`);
}

/** Names that fit the pattern and are known to be something else: plugin and skill manifests, package metadata. */
const foreignName = /\.(?:plugin|schema|package|lock|bak)\.json|\.bak(?:\.\d+)?$/i;

/** Whether OpenClaw would read a file of this name. */
export function isLiveName(uri: Uri): boolean {
  return (configFileNames as readonly string[]).includes(baseNameOf(uri));
}

export function roleOf(uri: Uri): { role: Role; grammar: Grammar; isCopy?: true } | undefined {
  const name = baseNameOf(uri);
  if (name === approvalsFileName) return { role: "approvals", grammar: "json" };
  if ((configFileNames as readonly string[]).includes(name)) return { role: "config", grammar: "json5" };
  if (backupName.test(name)) return { role: backupRole, grammar: "json5", isCopy: true };
  if (templateName.test(name) && !foreignName.test(name)) return { role: "config", grammar: "json5" };
  return undefined;
}

/** Of names in one folder: the live config first, then the approvals document, then templates, then copies. */
export function leading(names: readonly string[]): readonly string[] {
  const order: readonly string[] = [...configFileNames, approvalsFileName];
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length + (backupName.test(name) ? 1 : 0));
  return names.filter((name) => roleOf(name) !== undefined).sort((one, other) => rank(one) - rank(other));
}

/**
 * Is this file what its name says? An object none of whose keys OpenClaw has ever known is somebody else's.
 * A live name with nothing in it yet, or with text that is still being typed, counts as ours.
 */
export function owns(file: ConfigFile): boolean {
  if (file.role === "include" || file.role === backupRole) return true;
  const isLive = file.role === "approvals" || (configFileNames as readonly string[]).includes(baseNameOf(file.uri));
  const { root } = file.parsed;
  if (root?.type !== "object") return isLive;
  // A key without a value is still being typed: the first one decides nothing before it is there.
  const keys = members(root).flatMap(({ key, value }) => (value ? [key] : []));
  if (keys.length === 0) return isLive;
  const known = keys.filter((key) => (file.role === "approvals" ? approvalsKeys : knownRootKeys).has(key));
  if (file.role === "approvals") return known.length > 0;
  // A fragment (the inside of `agents.defaults`, a bare `{ mcpServers }`) has at most keys of common words; a template must look the part.
  return known.length > (isLive ? 0 : keys.length / 2) && !isFragment(root, keys);
}

const approvalsKeys: ReadonlySet<string> = new Set([
  "version",
  "socket",
  "defaults",
  "agents",
  "security",
  "allowlist",
  "allow",
  "deny",
  "mode",
]);

/** `{ model, sandbox, … }` or `{ provider, model }` saved under the config's name. */
function isFragment(root: Node, keys: readonly string[]): boolean {
  return root.type === "object" && keys.every((key) => fragmentKeys.has(key));
}

const fragmentKeys: ReadonlySet<string> = new Set(["provider", "model", "mcpServers", "sandbox", "workspace", "name", "description"]);
