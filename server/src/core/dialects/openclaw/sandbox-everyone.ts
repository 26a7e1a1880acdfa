/**
 * Puts every agent's sessions into a sandbox, but those of agents whose contract needs the host; and lets into the sandbox what contracts need
 * there. Without a contract nothing is known of needs, so it is one setting.
 */
import { readContract } from "../../contract.ts";
import type { ConfigSet, TargetRelease } from "../dialect.ts";
import type { Edit } from "../../finding.ts";
import { isNeeded, keepsNeeded, termsOf, type Contract } from "../../grants/contract.ts";
import type { Agent, Capability } from "../../grants/grant.ts";
import type { EffectivePolicy } from "../../grants/policy.ts";
import type { Path, Uri } from "../../syntax/tree.ts";
import { agentEntry } from "./agent-entry.ts";
import { catalogueOf, noTools } from "./catalogue.ts";
import { capabilityRows } from "./own-grants.ts";
import { behaviour } from "./releases.ts";
import { resolveSet } from "./resolve-set.ts";
import { tableRelease } from "./target-release.ts";
import { tryOut } from "./try-out.ts";

export function sandboxEveryone(set: ConfigSet, release: TargetRelease, file: Uri): readonly Edit[] {
  const { contract } = readContract(set);
  const before = resolveSet(set, release);
  const isOnHost = (id: string): boolean => termsOf(contract, id)?.needs.some(({ reach }) => reach === "host") ?? false;
  const edits: Edit[] = [
    { op: "set", file, path: ["agents", "defaults", "sandbox", "mode"], value: "all" },
    ...before.agents.filter(({ id }) => isOnHost(id)).flatMap(({ id }) => stayingOutside(set, release, id)),
  ];
  const after = tryOut(set, release, edits);
  if (!after) return [];
  const lost = lostIn(after, before, contract);
  const complete = lost.length === 0 ? edits : [...edits, ...lettingIn(release, file, lost)];
  const result = tryOut(set, release, complete);
  if (!result || !keepsNeeded(result.agents, before.agents, contract)) return [];
  const isInside = ({ sessions, id }: Agent): boolean => isOnHost(id) || sessions.every(({ sandboxed }) => sandboxed);
  return result.agents.every(isInside) ? complete : [];
}

/** In the agent's own entry. The agent that is there without being listed has none, so for it the common setting would have to do. */
function stayingOutside(set: ConfigSet, release: TargetRelease, id: string): Edit[] {
  const entry = agentEntry(set, release, id);
  return entry ? [{ op: "set", file: entry.file, path: [...entry.path, "sandbox", "mode"], value: "off" }] : [];
}

/** Capabilities that an agent needs and had, and would not have in the sandbox. */
function lostIn(after: EffectivePolicy, before: EffectivePolicy, contract: Contract): Capability[] {
  const lost = before.agents.flatMap((agent) => {
    const terms = termsOf(contract, agent.id);
    const now = after.agents.find(({ id }) => id === agent.id);
    const kept = new Set(now?.grants.filter(({ via }) => via.length === 0).map(({ capability }) => capability));
    const had = agent.grants.filter((grant) => grant.via.length === 0 && isNeeded(terms?.needs ?? [], grant));
    return had.map(({ capability }) => capability).filter((capability) => !kept.has(capability));
  });
  return [...new Set(lost)];
}

/** The sandbox has a list of tools of its own, which lacks most of what works outside of it. Writing it replaces the release's own, unless names can be added. */
function lettingIn(release: TargetRelease, file: Uri, capabilities: readonly Capability[]): Edit[] {
  const version = tableRelease(release);
  const catalogue = catalogueOf(version);
  const names = capabilityRows(catalogue).flatMap(({ capability, tools }) =>
    capabilities.includes(capability) ? tools.filter((tool) => catalogue.tool(tool) !== noTools) : [],
  );
  const path = (key: string): Path => ["tools", "sandbox", "tools", key];
  if (behaviour(version).sandboxReallow) return names.map((value): Edit => ({ op: "append", file, path: path("alsoAllow"), value }));
  return [...catalogue.lists.sandboxAllow, ...names].map((value): Edit => ({ op: "append", file, path: path("allow"), value }));
}
