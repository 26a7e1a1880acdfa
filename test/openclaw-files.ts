/** Small OpenClaw files for tests, out of values or texts, and the questions most asked about them. */
import { readApprovals, type ApprovalsDocument } from "../server/src/core/dialects/openclaw/approvals.ts";
import { resolveExecPolicy } from "../server/src/core/dialects/openclaw/exec-policy.ts";
import { behaviour, type Behaviour } from "../server/src/core/dialects/openclaw/releases.ts";
import type { ConfigFile } from "../server/src/core/dialects/dialect.ts";
import type { ExecPolicy } from "../server/src/core/grants/grant.ts";
import { at, elementsOf, member, membersOf, readString, rootPlace, type Place } from "../server/src/core/reader.ts";
import { parseText } from "../server/src/core/syntax/parse.ts";
import type { Grammar } from "../server/src/core/syntax/tree.ts";

export const releases = ["2026.2.17", "2026.6.1", "2026.9.6"] as const;
export type Release = (typeof releases)[number];

/**
 * What holds in a release for a document it takes: from 2026.8.1 on that is the one in the database, never a file, so the document is read
 * as the database holds it.
 */
export function behaviourFor(release: string): Behaviour {
  const found = behaviour(release);
  return found.approvalsStore === "database" ? { ...found, approvalsStore: "state-file" } : found;
}

export function fileOf(
  content: unknown,
  role: "config" | "approvals",
  grammar: Grammar = role === "config" ? "json5" : "json",
): ConfigFile {
  const uri = role === "config" ? "file:///openclaw.json" : "file:///exec-approvals.json";
  const text = typeof content === "string" ? content : JSON.stringify(content, null, 2);
  return { uri, role, grammar, text, parsed: parseText(text, { grammar, file: uri }) };
}

export function configPlaceOf(content: unknown): Place {
  const file = fileOf(content, "config");
  return rootPlace(file.parsed.root, file.uri, "the config is empty");
}

/** A document that does not exist when the content is undefined. */
export function approvalsOf(content: unknown, found: Behaviour): ApprovalsDocument {
  if (content !== undefined) return readApprovals(fileOf(content, "approvals"), found);
  return readApprovals({ uri: "file:///exec-approvals.json", role: "approvals", state: "absent", why: "there is no such file" }, found);
}

export function agentPlaceOf(config: Place, id: string): Place | undefined {
  const listed = elementsOf(at(config, "agents", "list")).find((place) => {
    const read = readString(member(place, "id"));
    return read.state === "set" && read.value.toLowerCase() === id;
  });
  return listed ?? membersOf(at(config, "agents", "entries")).find(({ key }) => key.toLowerCase() === id)?.place;
}

export interface PolicyCase {
  readonly config: unknown;
  readonly approvals?: unknown;
  readonly agent?: string;
  readonly sandboxed?: boolean;
}

export function policyOf({ config, approvals, agent = "main", sandboxed = false }: PolicyCase, found: Behaviour): ExecPolicy {
  const place = configPlaceOf(config);
  return resolveExecPolicy({
    config: place,
    agentId: agent,
    agent: agentPlaceOf(place, agent),
    approvals: approvalsOf(approvals, found),
    behaviour: found,
    session: { kind: "main", sandboxed },
  });
}

/** `gateway full/off`, `gateway allowlist/always>deny`: the answer to an unanswered prompt stands where a prompt can be. */
export function spell(policy: ExecPolicy): string {
  if (policy.unchecked) return `${policy.host} unchecked`;
  if (policy.security === "deny") return `${policy.host} deny`;
  const prompts = policy.ask === "always" || (policy.ask === "on-miss" && policy.security === "allowlist");
  return `${policy.host} ${policy.security}/${policy.ask}${prompts ? `>${policy.askFallback}` : ""}`;
}
