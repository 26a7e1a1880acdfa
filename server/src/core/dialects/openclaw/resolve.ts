/**
 * From a config and its approvals document to neutral agents: the roster, and for each agent its sessions, grants, reach and exposures.
 * Puts the parts together in order; no part knows another.
 */
import type { Contact } from "../../grants/contact.ts";
import type { Agent, Because, Exposure, Grant, Session } from "../../grants/grant.ts";
import { readAny, type Place } from "../../reader.ts";
import type { Read } from "../../read.ts";
import type { ApprovalsDocument } from "./approvals.ts";
import { catalogueOf, namesIn, noTools, type Catalogue, type Mask } from "./catalogue.ts";
import { readContact } from "./contact.ts";
import { resolveExecPolicy } from "./exec-policy.ts";
import { readExposures } from "./exposure.ts";
import { capabilityRows, ownGrantsOf, readServices, withoutExec, type SessionFacts } from "./own-grants.ts";
import { reachedGrants } from "./reach.ts";
import { buildReachGraph, messageTargets, sessionKinds, spawnTargets, type ReachGraph } from "./reach-graph.ts";
import { readMessagePolicy, readSpawnPolicy, type MessagePolicy } from "./reach-policy.ts";
import { behaviour as behaviourOf } from "./releases.ts";
import { readRoster, type RosterAgent } from "./roster.ts";
import { resolveSandbox, sandboxingOf, type Sandbox, type Sandboxing } from "./sandbox.ts";
import { policyContext, says, type PolicyContext } from "./layer.ts";
import { hasOwnToolSettings, resolveTools, type AgentTools, type SessionTools } from "./tool-policy.ts";

export interface ResolvedAgents {
  readonly agents: readonly Agent[];
  /** Where the agents are listed; unset when the only agent is implicit. */
  readonly roster: Read<unknown>;
  readonly contact: Contact;
}

/** What a release makes of a config. Never fails: what cannot be known is uncertain. */
export function resolveAgents(config: Place, approvals: ApprovalsDocument, release: string): ResolvedAgents {
  const behaviour = behaviourOf(release);
  const catalogue = catalogueOf(release);
  const context = policyContext(config, catalogue, behaviour);
  const roster = readRoster(config, behaviour);
  const settings = shareSettings(context);
  const names = nameMasks(catalogue);
  const resolved = roster.agents.map((agent) => resolveSessions(context, approvals, agent, settings(agent.entry), names));
  const rows = capabilityRows(catalogue);
  const grantContext = { catalogue, rows, services: readServices(config), known: new Map() };
  const own = resolved.map(({ agent, facts, sandbox }) => ownGrantsOf(agent.id, facts, sandbox, grantContext));
  const messages = readMessagePolicy(config, behaviour);
  const spawns = readSpawnPolicy(config, behaviour);
  const reachable = resolved.map(({ agent, facts }) => ({ id: agent.id, facts, spawns: spawns.targets(agent.entry) }));
  const graph = buildReachGraph(reachable, {
    messages,
    spawns,
    send: catalogue.tool("sessions_send"),
    spawn: catalogue.tool("sessions_spawn"),
  });
  const gained = reachedGrants({ graph, messages, rows, childInherits: behaviour.childInherits }, own);
  const outside = readExposures(config, roster, behaviour);
  const inside = exposuresByAgents(graph, messages);
  const agents = resolved.map(({ agent, sessions, facts }, index): Agent => {
    const grants = [...(own[index] ?? []), ...(gained[index] ?? [])];
    return {
      id: agent.id,
      entry: agent.entry ? readAny(agent.entry) : roster.read,
      sessions,
      get canMessage() {
        return messageTargets(graph, index);
      },
      get canSpawn() {
        return spawnTargets(graph, index);
      },
      grants,
      exposures: [...(outside.get(agent.id) ?? []), ...readingExposures(catalogue, facts, grants), ...inside(index)],
    };
  });
  return { agents, roster: roster.read, contact: readContact(config, graph, messages, behaviour) };
}

/** What an agent's entry alone decides: the same for every agent whose entry says nothing about it. */
interface Settings {
  readonly entry: Place | undefined;
  readonly sandbox: Sandbox;
  readonly sandboxings: readonly Sandboxing[];
  readonly tools: AgentTools;
}

function shareSettings(context: PolicyContext): (entry: Place | undefined) => Settings {
  const { config, behaviour, once } = context;
  const readSandbox = (entry: Place | undefined) => {
    const sandbox = resolveSandbox(config, entry, behaviour);
    return { sandbox, sandboxings: sessionKinds.map((kind) => sandboxingOf(sandbox, kind, config, behaviour)) };
  };
  const read = (entry: Place | undefined): Settings => {
    const boxes = says(entry, "sandbox") ? readSandbox(entry) : once("sandbox", () => readSandbox(undefined));
    return { entry, ...boxes, tools: resolveTools(context, entry, boxes.sandbox) };
  };
  return (entry) => (entry && hasOwnToolSettings(entry) ? read(entry) : once("settings", () => read(undefined)));
}

interface ResolvedSessions {
  readonly agent: RosterAgent;
  readonly sandbox: Sandbox;
  readonly facts: readonly SessionFacts[];
  readonly sessions: readonly Session[];
}

function resolveSessions(
  context: PolicyContext,
  approvals: ApprovalsDocument,
  agent: RosterAgent,
  settings: Settings,
  names: (mask: Mask) => readonly string[],
): ResolvedSessions {
  const { catalogue } = context;
  const exec = execOf(context, approvals, agent);
  const shell = catalogue.tool("exec");
  const gone = new Map<SessionTools, Session["exec"]>();
  const facts = sessionKinds.map((kind, index): SessionFacts => {
    const sandboxed = settings.sandboxings[index]?.value;
    const tools = settings.tools(kind, sandboxed);
    const policy = exec(sandboxed ?? true);
    if ((tools.passing.maybe & shell) !== noTools) return { kind, sandboxed, tools, exec: policy };
    const none = gone.get(tools) ?? withoutExec(policy, tools);
    gone.set(tools, none);
    return { kind, sandboxed, tools, exec: none };
  });
  const sessions = facts.map(({ kind, sandboxed, tools, exec: policy }, index): Session => {
    const isKnown = sandboxed !== undefined && tools.passing.sure === tools.passing.maybe;
    return {
      kind,
      tools: names(tools.passing.sure),
      exec: policy,
      sandboxed: sandboxed ?? true,
      sandboxBecause: settings.sandboxings[index]?.because ?? [],
      certain: isKnown && policy.certain,
    };
  });
  return { agent, sandbox: settings.sandbox, facts, sessions };
}

/** The exec policy by whether the session is sandboxed: nothing else about a session changes it. Shared by agents neither file names. */
function execOf({ config, behaviour, once }: PolicyContext, approvals: ApprovalsDocument, { id, entry }: RosterAgent) {
  const isOwn = approvals.agents.has(id) || says(entry, "tools", "exec");
  const agent = isOwn ? entry : undefined;
  return (sandboxed: boolean): Session["exec"] =>
    once(`exec ${sandboxed} ${isOwn ? id : ""}`, () =>
      resolveExecPolicy({ config, agentId: id, agent, approvals, behaviour, session: { kind: "main", sandboxed } }),
    );
}

/** Names of the release's own tools in a mask, each mask once. */
function nameMasks(catalogue: Catalogue): (mask: Mask) => readonly string[] {
  const known = new Map<Mask, readonly string[]>();
  return (mask) => {
    const names = known.get(mask) ?? namesIn(catalogue, mask & catalogue.core);
    known.set(mask, names);
    return names;
  };
}

/** Pages an agent reads are written by anyone. */
function readingExposures(catalogue: Catalogue, facts: readonly SessionFacts[], grants: readonly Grant[]): Exposure[] {
  const readers = ["web_fetch", "web_search"].flatMap((name): Exposure[] => {
    const bit = catalogue.tool(name);
    const sessions = sessionKinds.filter((_, kind) => ((facts[kind]?.tools.passing.sure ?? noTools) & bit) !== noTools);
    const because = facts.find(({ tools }) => (tools.passing.sure & bit) !== noTools)?.tools.explain(name);
    return because ? [{ who: "open", through: "web", name, sessions, because, certain: true }] : [];
  });
  const browser = grants.find(({ capability, via, certain }) => capability === "browser" && via.length === 0 && certain);
  return browser
    ? [
        ...readers,
        { who: "open", through: "browser", name: "browser", sessions: browser.sessions, because: browser.because, certain: true },
      ]
    : readers;
}

/** Other agents can write to it, or start it. */
function exposuresByAgents(graph: ReachGraph, messages: MessagePolicy): (agent: number) => Exposure[] {
  const senders = graph.agents.flatMap((_, index) => (sessionKinds.some((__, kind) => graph.sends(index, kind, "certain")) ? [index] : []));
  const because: readonly Because[] = messages.open(false).because;
  return (agent) => {
    const isReached = graph.isMember(agent, "certain") && senders.some((sender) => sender !== agent);
    return isReached ? [{ who: "listed", through: "agent", name: "sessions_send", sessions: sessionKinds, because, certain: true }] : [];
  };
}
