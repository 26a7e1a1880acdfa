/**
 * The common ground on which OpenClaw's answer and the engine's are held against each other: what counts, and nothing that only one of them says.
 * Knows both shapes; judges neither.
 */
import type { ExecPolicy, SessionKind } from "../../server/src/core/grants/grant.ts";
import type { EffectivePolicy } from "../../server/src/core/grants/policy.ts";
import type { Answer, ExecAnswer, SessionAnswer } from "./answer.ts";

export interface ComparableSession {
  readonly sandboxed: boolean;
  readonly tools: readonly string[];
  /**
   * `none` without the tool, `deny`, `sandbox`, `unchecked`, or `host:security/ask`, followed by `/askFallback` where a prompt can come up.
   */
  readonly exec: string;
  /** Set by the engine where it does not know everything that decides: then `tools` are only those it is sure of. */
  readonly uncertain?: true;
}

export interface ComparableAgent {
  readonly id: string;
  readonly sessions: { readonly [kind in SessionKind]?: ComparableSession };
  /** Other agents it can write to and start in some kind of session in which it has the tool for it; sorted. */
  readonly messages: readonly string[];
  readonly spawns: readonly string[];
}

/** What OpenClaw said. Undefined when it refuses the config. */
export function fromAnswer({ agents }: Answer): readonly ComparableAgent[] | undefined {
  return agents?.map(({ id, sessions }) => {
    const having = (tool: string): readonly SessionAnswer[] => sessions.filter(({ tools }) => tools.includes(tool));
    const others = (ids: readonly string[]): string[] => [...new Set(ids)].filter((other) => other !== id).sort();
    return {
      id,
      sessions: Object.fromEntries(sessions.map(({ kind }) => [kind, mergeSessions(sessions.filter((session) => session.kind === kind))])),
      messages: others(having("sessions_send").flatMap(({ canMessage = [] }) => canMessage)),
      spawns: others(having("sessions_spawn").flatMap(({ canSpawn = [] }) => canSpawn)),
    };
  });
}

/** Of several group chats the one that has a tool counts for it: somebody can write there. */
function mergeSessions(sessions: readonly SessionAnswer[]): ComparableSession {
  const tools = [...new Set(sessions.flatMap((session) => session.tools))].sort();
  const [first] = sessions;
  return { sandboxed: first?.sandboxed === true, tools, exec: tools.includes("exec") ? answeredExec(first?.exec) : "none" };
}

function answeredExec(exec: ExecAnswer | undefined): string {
  if (!exec) return "unanswered";
  if (exec.unchecked) return "unchecked";
  if (exec.blocked !== undefined || exec.host === "none") return "deny";
  if (exec.host === "sandbox") return exec.probe.outcome === "denied" ? "deny" : "sandbox";
  return policyText(exec.host, exec.security, exec.ask, exec.askFallback);
}

/** What the engine says. `catalogue`: the names OpenClaw was asked about; tools of plugins beyond them are left out. */
export function fromPolicy({ agents }: EffectivePolicy, catalogue: ReadonlySet<string>): readonly ComparableAgent[] {
  return agents.map(({ id, sessions, canMessage, canSpawn }) => ({
    id,
    sessions: Object.fromEntries(
      sessions.map(({ kind, sandboxed, tools, exec, certain }): [SessionKind, ComparableSession] => {
        const known = tools.filter((tool) => catalogue.has(tool)).sort();
        const session = { sandboxed, tools: known, exec: known.includes("exec") ? resolvedExec(exec) : "none" };
        return [kind, certain ? session : { ...session, uncertain: true }];
      }),
    ),
    messages: canMessage.filter((other) => other !== id).sort(),
    spawns: canSpawn.filter((other) => other !== id).sort(),
  }));
}

function resolvedExec({ host, security, ask, askFallback, unchecked }: ExecPolicy): string {
  if (host === "none") return "none";
  if (security === "deny") return "deny";
  if (host === "sandbox") return "sandbox";
  return unchecked ? "unchecked" : policyText(host, security, ask, askFallback);
}

function policyText(host: string, security: string, ask: string, askFallback: string | undefined): string {
  if (security === "deny") return "deny";
  const canPrompt = ask === "always" || (ask === "on-miss" && security === "allowlist");
  return `${host}:${security}/${ask}${canPrompt ? `/${askFallback ?? "?"}` : ""}`;
}
