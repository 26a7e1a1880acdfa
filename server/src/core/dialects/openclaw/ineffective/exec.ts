/** Exec policies that do not do what they say: prompts nobody sees, restrictions nobody consults, safe programs that are not. */
import type { Agent, Because, ExecPolicy } from "../../../grants/grant.ts";
import type { IneffectiveSetting } from "../../../grants/ineffective.ts";
import { at, member, readAny, type Place } from "../../../reader.ts";
import type { Read } from "../../../read.ts";
import { agentObject } from "../../../wording.ts";
import { becauseOf, byRead, checkedSessions } from "../exec/context.ts";
import { findUnprofiled } from "../exec/safe-programs.ts";
import type { IneffectiveContext } from "./index.ts";

export function findIneffectiveExec(context: IneffectiveContext): IneffectiveSetting[] {
  return [...findUnaskedPrompts(context), ...findUnchecked(context), ...findUnprofiled(context)];
}

/** With full security nothing is a miss, so a prompt on a miss never comes. */
function findUnaskedPrompts({ agents, approvals, behaviour }: IneffectiveContext): IneffectiveSetting[] {
  const isElsewhere = approvals.state === "unknown" && behaviour.approvalsStore === "database";
  const found = agents.flatMap((agent): { readonly id: string; readonly ask: Because; readonly security: Because }[] => {
    const session = checkedSessions(agent).find(
      ({ exec }) => exec.security === "full" && exec.ask === "on-miss" && (exec.certain || isElsewhere),
    );
    const [ask] = becauseOf(session?.exec.because ?? [], "ask").filter(({ read }) => read.state === "set" && read.value === "on-miss");
    const [security] = becauseOf(session?.exec.because ?? [], "security", "mode");
    return ask && security && !isOwnOver(security, ask) ? [{ id: agent.id, ask, security }] : [];
  });
  return byRead(found, ({ ask }) => ask.read).map(([first, ...others]): IneffectiveSetting => {
    const { ask, security } = first;
    const where = security.read.state === "set" ? "is" : "is by default";
    const ids = [first, ...others].map(({ id }) => id);
    const path = [...ask.read.path.slice(0, -1), "security"];
    return {
      kind: "prompt-never-asked",
      read: ask.read,
      agents: ids,
      meant: 'The prompt "on-miss" is to come before unlisted commands',
      does: `security ${where} "full" and nothing is a miss, so ${agentObject(ids)} may run every command unasked`,
      because: [ask, security, ...(isElsewhere ? [{ layer: "exec-approvals", says: approvals.why, read: unknownRead(approvals) }] : [])],
      certain: true,
      remedy: {
        title: "Let listed programs run and ask for the rest",
        edits: [{ op: "set", file: ask.read.at.file, path, value: "allowlist" }],
      },
    };
  });
}

/** An agent's own word over a common prompt concerns that agent, not the prompt. */
function isOwnOver(security: Because, ask: Because): boolean {
  return security.layer === "tools.exec (agent)" && ask.layer === "tools.exec";
}

function unknownRead({ at: place, path, why }: IneffectiveContext["approvals"]): Read<unknown> {
  return { state: "unknown", at: place, path, why };
}

/** Where the host is a sandbox that is not there, early releases run commands without a look at what either file says. */
function findUnchecked({ config, agents, roster, approvals }: IneffectiveContext): IneffectiveSetting[] {
  const entries = new Map(roster.agents.map(({ id, entry }) => [id, entry]));
  const found = agents.flatMap((agent) => {
    const exec = uncheckedOnHost(agent);
    const [host] = exec ? becauseOf(exec.because, "host") : [];
    const written = host && restrictionFor(agent.id, config, entries.get(agent.id), approvals);
    return host && written ? [{ id: agent.id, host, written }] : [];
  });
  return byRead(found, ({ written }) => written).map(([first, ...others]): IneffectiveSetting => {
    const { host, written } = first;
    const ids = [first, ...others].map(({ id }) => id);
    const words = written.state === "set" ? `${capitalized(String(written.path.at(-1)))} "${String(written.value)}"` : "It";
    return {
      kind: "unchecked-host-exec",
      read: written,
      agents: ids,
      meant: `${words} is to hold back commands of ${agentObject(ids)}`,
      does: host.says,
      because: [host],
      certain: true,
      remedy: {
        title: "Say that commands run on the gateway's host, so that the policy is asked",
        edits: [{ op: "set", file: host.read.at.file, path: host.read.path, value: "gateway" }],
      },
    };
  });
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function uncheckedOnHost({ sessions }: Agent): ExecPolicy | undefined {
  return sessions.map(({ exec }) => exec).find(({ unchecked, host, certain }) => unchecked && host === "gateway" && certain);
}

const restricting: ReadonlySet<unknown> = new Set(["deny", "allowlist", "on-miss", "always"]);

/** The first thing written that restricts this agent's commands, the config before the approvals document. */
function restrictionFor(
  id: string,
  config: Place,
  entry: Place | undefined,
  { agents, defaults }: IneffectiveContext["approvals"],
): Read<unknown> | undefined {
  const blocks = [entry && at(entry, "tools", "exec"), at(config, "tools", "exec")].filter((place) => place !== undefined);
  const inConfig = ["security", "ask"].flatMap((key) => blocks.map((place) => readAny(member(place, key))));
  const documents = [agents.get(id), agents.get("*"), defaults].filter((fields) => fields !== undefined);
  const inDocument = documents.flatMap(({ security, ask }) => [security, ask]);
  return [...inConfig, ...inDocument].find((read) => read.state === "set" && restricting.has(read.value));
}
