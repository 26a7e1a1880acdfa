/** Finds the smallest edits of the config that close a grant, by trying candidates out on the set, mildest first. */
import { readContract } from "../../contract.ts";
import type { ConfigFile, ConfigSet, TargetRelease, Tightening } from "../dialect.ts";
import type { Edit, Json } from "../../finding.ts";
import { isWider } from "../../grants/compare.ts";
import { keepsNeeded } from "../../grants/contract.ts";
import type { Gate, Grant } from "../../grants/grant.ts";
import type { EffectivePolicy } from "../../grants/policy.ts";
import { findNode, type Path, type Uri } from "../../syntax/tree.ts";
import { agentEntry } from "./agent-entry.ts";
import { configFile } from "./config-root.ts";
import { denials } from "./denials.ts";
import { resolveSet } from "./resolve-set.ts";
import { sandboxEveryone } from "./sandbox-everyone.ts";
import { tryOut } from "./try-out.ts";

export function tighten(set: ConfigSet, release: TargetRelease, grant: Grant, to: Tightening): readonly Edit[] {
  const file = configFile(set);
  if (!file) return [];
  if ("reach" in to) return grant.capability === "exec" ? sandboxEveryone(set, release, file.uri) : [];
  const before = resolveSet(set, release);
  const { contract } = readContract(set);
  const isClosed = (edits: readonly Edit[]): boolean => {
    const after = tryOut(set, release, edits);
    return after !== undefined && closes(after, grant) && !isWider(after, before) && keepsNeeded(after.agents, before.agents, contract);
  };
  return candidatesFor(set, release, file, grant, to.gate).find(isClosed) ?? [];
}

/** Commands get a gate; other tools can only be denied. */
function candidatesFor(set: ConfigSet, release: TargetRelease, file: ConfigFile, grant: Grant, gate: Gate): Edit[][] {
  if (grant.capability === "exec") return [...gating(set, file.uri, grant, gate), ...gatingOne(set, release, grant, gate)];
  return gate === "deny" ? denials(set, release, file, grant) : [];
}

/** True when the agent has no grant as wide as this one. */
function closes({ agents }: EffectivePolicy, grant: Grant): boolean {
  const agent = agents.find(({ id }) => id === grant.agent);
  const remains = agent?.grants.some(
    ({ capability, reach, gate, via }) =>
      via.length === 0 && capability === grant.capability && reach === grant.reach && gate === grant.gate,
  );
  return agent !== undefined && !remains;
}

/** A policy at the place that decides today: the agent's own block where it has one, the common one otherwise. */
function gating(set: ConfigSet, file: Uri, grant: Grant, gate: Gate): Edit[][] {
  const decisive = grant.because[0]?.read;
  const isOwn = decisive?.at.file === file && decisive.path[0] === "agents" && decisive.path[1] !== "defaults";
  return policyAt(set, file, [...(isOwn ? decisive.path.slice(0, 3) : []), "tools", "exec"], gate);
}

/** For this agent alone: what holds for all may not go for those whose commands run elsewhere. */
function gatingOne(set: ConfigSet, release: TargetRelease, { agent }: Grant, gate: Gate): Edit[][] {
  const entry = agentEntry(set, release, agent);
  return entry ? policyAt(set, entry.file, [...entry.path, "tools", "exec"], gate) : [];
}

function policyAt(set: ConfigSet, file: Uri, block: Path, gate: Gate): Edit[][] {
  const policy = policies[gate];
  if (!policy) return [];
  const root = set.files.find(({ uri }) => uri === file)?.parsed.root;
  const put = (key: string, value: Json): Edit => ({ op: "set", file, path: [...block, key], value });
  if (findNode(root, [...block, "mode"])) return [[put("mode", policy.mode)]];
  const words = [put("security", policy.security), put("ask", policy.ask)];
  // Where the release asks no policy because of where commands run, saying where is enough to put the written policy, or the default one, in force.
  return [[put("host", "gateway")], words, [put("host", "gateway"), ...words]];
}

const policies: Readonly<Partial<Record<Gate, { mode: string; security: string; ask: string }>>> = {
  deny: { mode: "deny", security: "deny", ask: "off" },
  allowlist: { mode: "allowlist", security: "allowlist", ask: "off" },
  "ask-on-miss": { mode: "ask", security: "allowlist", ask: "on-miss" },
};
