/**
 * The grants an agent holds by its own tools: each surviving tool as a capability, with the place where its act lands and what stands in the way.
 * Knows nothing of other agents.
 */
import { gateOf, type Capability, type ExecPolicy, type Gate, type Grant, type Reach, type SessionKind } from "../../grants/grant.ts";
import { member, readBoolean, type Place } from "../../reader.ts";
import { noTools, type Catalogue, type Mask } from "./catalogue.ts";
import type { Sandbox } from "./sandbox.ts";
import { toolCapabilities, type ToolCapability } from "./tables/capabilities.ts";
import type { SessionTools } from "./tool-policy.ts";

/** One kind of session with everything that was worked out about it. */
export interface SessionFacts {
  readonly kind: SessionKind;
  /** Undefined where it cannot be known. */
  readonly sandboxed: boolean | undefined;
  readonly tools: SessionTools;
  readonly exec: ExecPolicy;
}

/** A row of the capability table with its tools as a mask. */
export interface CapabilityRow extends ToolCapability {
  readonly mask: Mask;
}

export function capabilityRows(catalogue: Catalogue): readonly CapabilityRow[] {
  return toolCapabilities.map((row) => ({ ...row, mask: row.tools.reduce((mask, name) => mask | catalogue.tool(name), noTools) }));
}

/** Services of the gateway that a config can turn off: their tools stay, and do nothing. */
export interface Services {
  readonly browser: boolean | undefined;
  readonly schedule: boolean | undefined;
}

export function readServices(config: Place): Services {
  const isOn = (key: string): boolean | undefined => {
    const read = readBoolean(member(member(config, key), "enabled"));
    return read.state === "unknown" ? undefined : read.state === "unset" || read.value;
  };
  return { browser: isOn("browser"), schedule: isOn("cron") };
}

/** What a grant is told apart by; the same in several sessions is one grant. */
interface Class {
  readonly capability: Capability;
  readonly reach: Reach;
  readonly gate: Gate;
  readonly certain: boolean;
}

/** What all agents of a config share. */
export interface GrantContext {
  readonly catalogue: Catalogue;
  readonly rows: readonly CapabilityRow[];
  readonly services: Services;
  /** What was worked out for agents alike in everything that decides: most of an organisation is. */
  readonly known: Map<string, readonly OpenGrant[]>;
}

export function ownGrantsOf(agent: string, facts: readonly SessionFacts[], sandbox: Sandbox, context: GrantContext): Grant[] {
  const situations = situationsOf(facts);
  const key = [sandbox.browser.value, sandbox.hostBrowser.value, ...situations.map(spell)].join(";");
  const known = context.known.get(key) ?? openGrants(facts, situations, sandbox, context);
  context.known.set(key, known);
  return known.map(({ situation, tool, sessions, capability, reach, gate, certain }): Grant => {
    const session = situations[situation]?.session;
    return {
      ...{ agent, capability, reach, gate, certain, via: [] },
      sessions,
      get because() {
        const tools = session?.tools.explain(tool) ?? [];
        return capability === "exec" ? [...(session?.exec.because ?? []), ...tools.slice(0, 1)] : tools;
      },
    };
  });
}

/** Everything about a situation that decides over grants. */
function spell({ kinds, session: { sandboxed, tools, exec }, withheld }: Situation): string {
  const { host, security, ask, unchecked, certain } = exec;
  const masks = [tools.passing.sure, tools.passing.maybe, withheld].map((mask) => mask.toString(32)).join();
  return `${kinds.join()} ${sandboxed} ${masks} ${host} ${security} ${ask} ${unchecked} ${certain}`;
}

function openGrants(
  facts: readonly SessionFacts[],
  situations: readonly Situation[],
  sandbox: Sandbox,
  { catalogue, rows, services }: GrantContext,
): OpenGrant[] {
  const grants: OpenGrant[] = [];
  for (const [situation, { kinds, session, withheld }] of situations.entries()) {
    const { sure, maybe } = session.tools.passing;
    for (const row of rows) {
      const possible = row.mask & maybe & ~withheld;
      const landing = possible === noTools ? undefined : land(row, session, sandbox, services);
      if (!landing) continue;
      const certain = possible & sure;
      const chosen = certain === noTools ? possible : certain;
      const tool = row.tools.find((name) => (catalogue.tool(name) & chosen) !== noTools) ?? "";
      const grant = { capability: row.capability, ...landing, certain: landing.certain && certain !== noTools };
      const same = grants.find((other) => isSame(other, grant));
      if (same) same.sessions.push(...kinds);
      else grants.push({ ...grant, sessions: [...kinds], situation, tool });
    }
  }
  return grants.map((grant) => ({ ...grant, sessions: facts.flatMap(({ kind }) => (grant.sessions.includes(kind) ? [kind] : [])) }));
}

interface OpenGrant extends Class {
  readonly sessions: SessionKind[];
  /** Which of the agent's situations gives the reasons. */
  readonly situation: number;
  readonly tool: string;
}

function isSame(one: Class, other: Class): boolean {
  return one.capability === other.capability && one.reach === other.reach && one.gate === other.gate && one.certain === other.certain;
}

/** Kinds of session that differ in nothing. `withheld`: tools a stranger's message does not bring. */
interface Situation {
  readonly kinds: SessionKind[];
  readonly session: SessionFacts;
  readonly withheld: Mask;
}

function situationsOf(facts: readonly SessionFacts[]): Situation[] {
  const situations: Situation[] = [];
  for (const session of facts) {
    const { kind, tools, exec, sandboxed } = session;
    const withheld = kind === "dm" || kind === "group" ? tools.ownerOnly : noTools;
    const same = situations.find(
      (other) =>
        other.session.tools === tools &&
        other.session.exec === exec &&
        other.session.sandboxed === sandboxed &&
        other.withheld === withheld,
    );
    if (same) same.kinds.push(kind);
    else situations.push({ kinds: [kind], session, withheld });
  }
  return situations;
}

/** Where an act of this row lands, and behind which gate; nothing where it cannot happen. */
function land(
  { capability, lands }: ToolCapability,
  { sandboxed, exec }: SessionFacts,
  sandbox: Sandbox,
  services: Services,
): { readonly reach: Reach; readonly gate: Gate; readonly certain: boolean } | undefined {
  const open = (reach: Reach, certain = true) => ({ reach, gate: "none" as const, certain });
  switch (lands) {
    case "as-exec":
      return exec.host === "none"
        ? undefined
        : { reach: hostReach[exec.host], gate: gateOf(exec), certain: exec.certain && sandboxed !== undefined };
    case "workspace":
      return open(sandboxed === false ? "host" : "sandbox", sandboxed !== undefined);
    case "browser":
      return browserLanding(sandboxed, sandbox, services, open);
    case "host":
      if (capability !== "schedule" || services.schedule === true) return open("host");
      return services.schedule === undefined ? open("host", false) : undefined;
    case "remote":
    case "node":
    case "sandbox":
      return open(lands);
  }
}

/** A sandboxed session drives the browser inside, the host's where that is allowed, or none at all. */
function browserLanding<Landing>(
  sandboxed: boolean | undefined,
  { browser, hostBrowser }: Sandbox,
  services: Services,
  open: (reach: Reach, certain?: boolean) => Landing,
): Landing | undefined {
  if (sandboxed === false) return services.browser === false ? undefined : open("host", services.browser === true);
  const certain =
    sandboxed !== undefined && browser.value !== undefined && hostBrowser.value !== undefined && services.browser !== undefined;
  if (hostBrowser.value === true && services.browser !== false) return open("host", certain);
  if (browser.value === false && certain) return undefined;
  return open("sandbox", certain);
}

const hostReach = { sandbox: "sandbox", gateway: "host", node: "node" } as const;

/** The policy of a session without the exec tool. */
export function withoutExec(exec: ExecPolicy, tools: SessionTools): ExecPolicy {
  return {
    ...exec,
    host: "none",
    security: "deny",
    ask: "off",
    askFallback: "deny",
    unchecked: false,
    get because() {
      return tools.explain("exec");
    },
    certain: true,
  };
}
