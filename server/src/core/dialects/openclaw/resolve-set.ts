/** From a set to its effective policy: reads both files, resolves every agent, and works out what rules judge besides agents when one asks. */
import { readContract } from "../../contract.ts";
import type { ConfigSet, TargetRelease } from "../dialect.ts";
import { programsNeeded, termsOf } from "../../grants/contract.ts";
import type { EffectivePolicy, PolicyDocument } from "../../grants/policy.ts";
import { lazily } from "../../lazily.ts";
import { perSet } from "../../per-set.ts";
import { nameOf } from "../../read.ts";
import { at, readAny, type Place } from "../../reader.ts";
import { resolveAllowlist } from "./allowlist.ts";
import { resolveApprovalsDocument } from "./approvals-document.ts";
import { readApprovals } from "./approvals.ts";
import { catalogueOf } from "./catalogue.ts";
import { configPlace } from "./config-root.ts";
import { findCredentials } from "./credentials.ts";
import { findElevations } from "./elevation.ts";
import { readExecSettings } from "./exec/index.ts";
import { newApprovals } from "./new-approvals.ts";
import { behaviour as behaviourOf, type Behaviour } from "./releases.ts";
import { findReleaseDoubts } from "./release-doubts.ts";
import { readGateway } from "./gateway.ts";
import { findLoweredGuards } from "./guards/index.ts";
import { findUnattendedRuns } from "./heartbeats.ts";
import { findIneffective } from "./ineffective/index.ts";
import { resolveLeniencies } from "./leniencies.ts";
import { findMemoryCaptures } from "./memory-captures.ts";
import { resolveAgents } from "./resolve.ts";
import { findSideDoors } from "./side-doors/index.ts";
import { readRoster, workspacesOf } from "./roster.ts";
import { findSandboxes } from "./sandbox-setups.ts";
import { tableRelease } from "./target-release.ts";
import { findShadowed } from "./shadowed.ts";
import { readThreads } from "./threads.ts";
import { toolBlocks } from "./tool-blocks.ts";
import { toolFacets } from "./tool-facets.ts";
import { findToolServers } from "./tool-servers.ts";
import { findToolReferences } from "./tool-references.ts";

export const resolveSet: (set: ConfigSet, release: TargetRelease) => EffectivePolicy = perSet(JSON.stringify, resolve);

function resolve(set: ConfigSet, release: TargetRelease): EffectivePolicy {
  const version = tableRelease(release);
  const behaviour = behaviourOf(version);
  const config = configPlace(set);
  const isApprovals = ({ role }: { readonly role: string }): boolean => role === "approvals";
  const approvals = readApprovals(set.files.find(isApprovals) ?? set.missing.find(isApprovals), behaviour);
  const { agents, roster, contact } = resolveAgents(config, approvals, version);
  const entries = readRoster(config, behaviour);
  const blocks = toolBlocks(config, entries);
  const context = { config, approvals, roster: entries, blocks, agents, catalogue: catalogueOf(version), behaviour };
  const sessionsOf = new Map(agents.map(({ id, sessions }) => [id, sessions]));
  const policy: EffectivePolicy = lazily<EffectivePolicy>({
    agents: () => agents,
    roster: () => roster,
    contact: () => contact,
    threads: () => readThreads(config, behaviour),
    refused: () => ({
      becomes: behaviour.brokenConfig,
      files: set.files.filter(({ role }) => role === "config" || role === "include").map(({ uri }) => uri),
    }),
    shadowed: () => findShadowed(set, policy, (edited) => resolveSet(edited, release)),
    releaseDoubts: () => findReleaseDoubts(set, release),
    allowlist: () =>
      resolveAllowlist(approvals, behaviour, {
        agentIds: [...sessionsOf.keys()],
        policiesOf: (id) => (sessionsOf.get(id) ?? []).map(({ exec }) => exec),
        workspaces: workspacesOf(config, context.roster),
        programsOf: (id) => programsNeeded(termsOf(readContract(set).contract, id)),
      }),
    exec: () => readExecSettings({ ...context, allowlist: policy.allowlist }),
    elevations: () => findElevations(context),
    sideDoors: () => findSideDoors(context),
    approvals: () => resolveLeniencies(config, approvals, agents, behaviour),
    toolReferences: () => findToolReferences(context),
    credentials: () => findCredentials(set.files),
    keptFiles: () => set.kept ?? [],
    ineffective: () => findIneffective(context),
    loweredGuards: () => findLoweredGuards(context),
    services: () => readGateway(config, behaviour),
    containers: () => [],
    toolServers: () => findToolServers(config),
    unattendedRuns: () => findUnattendedRuns(config, context.roster),
    memoryCaptures: () => findMemoryCaptures(config),
    sandboxes: () => findSandboxes(context),
    tools: () => toolFacets({ ...context, release: version }),
    documents: () => [
      {
        ...placed(resolveApprovalsDocument(approvals, behaviour), config, behaviour),
        create: () => (behaviour.approvalsStore === "database" ? [] : newApprovals(set, policy, (edited) => resolveSet(edited, release))),
      },
    ],
  });
  return policy;
}

/** A document that is not there is spoken of where the config would set the policy itself. */
function placed(document: PolicyDocument, config: Place, { approvalsStore }: Behaviour): PolicyDocument {
  if (document.state !== "absent" && document.state !== "unknown") return document;
  const exec = readAny(at(config, "tools", "exec"));
  const state = approvalsStore === "database" ? "elsewhere" : document.state;
  return { ...document, state, at: nameOf(exec), path: exec.path };
}
