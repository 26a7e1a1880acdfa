/** From a set to its effective policy: reads both files, resolves every agent, and gathers what rules judge besides agents. */
import type { ConfigSet, TargetRelease } from "../dialect.ts";
import type { EffectivePolicy, PolicyDocument } from "../../grants/policy.ts";
import { nameOf } from "../../read.ts";
import { at, readAny, type Place } from "../../reader.ts";
import { resolveAllowlist } from "./allowlist.ts";
import { resolveApprovalsDocument } from "./approvals-document.ts";
import { readApprovals } from "./approvals.ts";
import { catalogueOf } from "./catalogue.ts";
import { configPlace } from "./config-root.ts";
import { findCredentials } from "./credentials.ts";
import { behaviour as behaviourOf, type Behaviour } from "./releases.ts";
import { findIneffective } from "./ineffective/index.ts";
import { resolveLeniencies } from "./leniencies.ts";
import { resolveAgents } from "./resolve.ts";
import { readRoster, workspacesOf } from "./roster.ts";
import { tableRelease } from "./target-release.ts";
import { findToolReferences } from "./tool-references.ts";

export function resolveSet(set: ConfigSet, release: TargetRelease): EffectivePolicy {
  const version = tableRelease(release);
  const behaviour = behaviourOf(version);
  const config = configPlace(set);
  const isApprovals = ({ role }: { readonly role: string }): boolean => role === "approvals";
  const approvals = readApprovals(set.files.find(isApprovals) ?? set.missing.find(isApprovals), behaviour);
  const { agents, roster } = resolveAgents(config, approvals, version);
  const context = { config, approvals, roster: readRoster(config, behaviour), agents, catalogue: catalogueOf(version), behaviour };
  const sessionsOf = new Map(agents.map(({ id, sessions }) => [id, sessions]));
  return {
    agents,
    roster,
    allowlist: resolveAllowlist(approvals, behaviour, {
      agentIds: [...sessionsOf.keys()],
      policiesOf: (id) => (sessionsOf.get(id) ?? []).map(({ exec }) => exec),
      workspaces: workspacesOf(config, context.roster),
    }),
    approvals: resolveLeniencies(config, approvals, agents, behaviour),
    toolReferences: findToolReferences(context, context.roster),
    credentials: findCredentials(set.files),
    ineffective: findIneffective(context),
    documents: [placed(resolveApprovalsDocument(approvals, behaviour), config, behaviour)],
  };
}

/** A document that is not there is spoken of where the config would set the policy itself. */
function placed(document: PolicyDocument, config: Place, { approvalsStore }: Behaviour): PolicyDocument {
  if (document.state !== "absent" && document.state !== "unknown") return document;
  const exec = readAny(at(config, "tools", "exec"));
  const state = approvalsStore === "database" ? "elsewhere" : document.state;
  return { ...document, state, at: nameOf(exec), path: exec.path };
}
