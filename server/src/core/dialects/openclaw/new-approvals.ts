/**
 * The approvals document that is not there, as one would write it: listed programs pass, a person is asked about others, and no answer is a no.
 * For each agent that runs host commands it lists the programs its contract names, as far as listing them admits those and no more.
 */
import { readContract } from "../../contract.ts";
import type { ConfigSet } from "../dialect.ts";
import type { CreateEdit, Edit, Json } from "../../finding.ts";
import type { AllowlistEntry } from "../../grants/allowlist.ts";
import { isWider } from "../../grants/compare.ts";
import { keepsNeeded, programsNeeded, termsOf, type Contract } from "../../grants/contract.ts";
import { ownGrants, type Agent } from "../../grants/grant.ts";
import type { EffectivePolicy } from "../../grants/policy.ts";
import { applyToSet, toFileEdits } from "../../remedy.ts";
import type { Path, Uri } from "../../syntax/tree.ts";
import { configFile } from "./config-root.ts";

type Lists = ReadonlyMap<string, readonly string[]>;

/** Nothing where the document exists or cannot be known to be absent. `resolve` gives what a changed set comes to mean. */
export function newApprovals(
  set: ConfigSet,
  before: EffectivePolicy,
  resolve: (edited: ConfigSet) => EffectivePolicy,
): readonly (CreateEdit | Edit)[] {
  const missing = set.missing.find(({ role, state }) => role === "approvals" && state === "absent");
  const file = configFile(set);
  if (!missing || !file) return [];
  const { contract } = readContract(set);
  const tryOut = (edits: readonly (CreateEdit | Edit)[]): EffectivePolicy | undefined => {
    const fileEdits = toFileEdits(set, edits);
    return fileEdits && resolve(applyToSet(set, fileEdits));
  };
  const create = (lists: Lists): CreateEdit => ({
    op: "create",
    file: missing.uri,
    role: "approvals",
    grammar: "json",
    value: document(lists),
  });
  const named = programsNamed(before, contract);
  const tried = tryOut([create(named)])?.allowlist ?? [];
  const admits = (agent: string, program: string): boolean =>
    tried.some(
      ({ agent: whose, pattern, ...entry }) => whose === agent && pattern.state === "set" && pattern.value === program && isPlain(entry),
    );
  const creation = create(new Map([...named].map(([agent, programs]) => [agent, programs.filter((program) => admits(agent, program))])));
  const isEnough = (edits: readonly (CreateEdit | Edit)[]): boolean => {
    const after = tryOut(edits);
    return (
      after !== undefined && openShells(after).length === 0 && !isWider(after, before) && keepsNeeded(after.agents, before.agents, contract)
    );
  };
  // Where the release asks no policy because of where commands run, the document alone changes nothing.
  const host = (path: Path, where: Uri): Edit => ({ op: "set", file: where, path: [...path, "tools", "exec", "host"], value: "gateway" });
  const entries = openShells(before).flatMap(({ entry }) => (entry.state === "set" ? [host(entry.path, entry.at.file)] : []));
  return [[creation], [creation, host([], file.uri)], [creation, ...entries]].find(isEnough) ?? [creation];
}

/** By agent that runs commands on the host: what its contract says they are. */
function programsNamed({ agents }: EffectivePolicy, contract: Contract): Lists {
  const shells = agents.filter((agent) => ownGrants(agent, "exec", { reach: "host" }).some(({ gate }) => gate !== "deny"));
  return new Map(shells.map(({ id }) => [id, programsNeeded(termsOf(contract, id))]));
}

function openShells({ agents }: EffectivePolicy): Agent[] {
  return agents.filter((agent) => ownGrants(agent, "exec", { reach: "host", gate: "none" }).length > 0);
}

/** It admits this program, wherever nobody can put another one, and the program leads no further. */
function isPlain({ admits, launchers, steered, writable }: Pick<AllowlistEntry, "admits" | "launchers" | "steered" | "writable">): boolean {
  return admits === "program" && launchers.length === 0 && steered.sends.length + steered.writes.length === 0 && writable === undefined;
}

function document(lists: Lists): Json {
  return {
    version: 1,
    defaults: { security: "allowlist", ask: "on-miss", askFallback: "deny" },
    agents: Object.fromEntries([...lists].map(([id, programs]) => [id, { allowlist: programs.map((pattern) => ({ pattern })) }])),
  };
}
