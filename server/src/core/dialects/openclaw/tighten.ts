/** Finds the smallest edits of the config that close a grant, by trying candidates out on the set, mildest first. */
import type { ConfigSet, TargetRelease, Tightening } from "../dialect.ts";
import type { Edit, Json } from "../../finding.ts";
import type { Gate, Grant } from "../../grants/grant.ts";
import { applyToSet, toFileEdits } from "../../remedy.ts";
import { findNode, type Path, type Uri } from "../../syntax/tree.ts";
import { configFile } from "./config-root.ts";
import { denials } from "./denials.ts";
import { resolveSet } from "./resolve-set.ts";

export function tighten(set: ConfigSet, release: TargetRelease, grant: Grant, to: Tightening): readonly Edit[] {
  const file = configFile(set);
  if (!file) return [];
  if (grant.capability !== "exec") {
    return "gate" in to && to.gate === "deny"
      ? (denials(set, release, file, grant).find((edits) => closes(set, release, edits, grant)) ?? [])
      : [];
  }
  const candidates = "reach" in to ? sandboxing(file.uri) : gating(set, file.uri, grant, to.gate);
  return candidates.find((edits) => closes(set, release, edits, grant)) ?? [];
}

/** True when the edits leave the agent no grant as wide as this one. */
function closes(set: ConfigSet, release: TargetRelease, edits: readonly Edit[], grant: Grant): boolean {
  const fileEdits = toFileEdits(set, edits);
  if (!fileEdits) return false;
  const agent = resolveSet(applyToSet(set, fileEdits), release).agents.find(({ id }) => id === grant.agent);
  const remains = agent?.grants.some(
    ({ capability, reach, gate, via }) =>
      via.length === 0 && capability === grant.capability && reach === grant.reach && gate === grant.gate,
  );
  return agent !== undefined && !remains;
}

function sandboxing(file: Uri): Edit[][] {
  return [[{ op: "set", file, path: ["agents", "defaults", "sandbox", "mode"], value: "all" }]];
}

/** A policy at the place that decides today: the agent's own block where it has one, the common one otherwise. */
function gating(set: ConfigSet, file: Uri, grant: Grant, gate: Gate): Edit[][] {
  const policy = policies[gate];
  if (!policy) return [];
  const decisive = grant.because[0]?.read;
  const isOwn = decisive?.at.file === file && decisive.path[0] === "agents" && decisive.path[1] !== "defaults";
  const own = isOwn ? decisive.path.slice(0, 3) : [];
  const block: Path = [...own, "tools", "exec"];
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
