/** The sandboxes of a config that are really used: agents with the same settings together. */
import type { Edit } from "../../finding.ts";
import type { Agent } from "../../grants/grant.ts";
import type { SandboxSetup } from "../../grants/sandbox.ts";
import { at, member, readString, type Place } from "../../reader.ts";
import { says } from "./layer.ts";
import type { Behaviour } from "./releases.ts";
import type { Roster, RosterAgent } from "./roster.ts";
import { readContainer } from "./sandbox-container.ts";
import { resolveSandbox, type Sandbox } from "./sandbox.ts";

interface SandboxContext {
  readonly config: Place;
  readonly roster: Roster;
  readonly agents: readonly Agent[];
  readonly behaviour: Behaviour;
}

export function findSandboxes(context: SandboxContext): SandboxSetup[] {
  const { config, roster, behaviour } = context;
  const byId = new Map(context.agents.map((agent) => [agent.id, agent]));
  const used = roster.agents.flatMap(({ id, entry }) => {
    const agent = byId.get(id);
    return agent && isSandboxed(agent) ? [{ agent, entry }] : [];
  });
  const own = used.filter(({ entry }) => says(entry, "sandbox")).map((member) => [member]);
  const common = used.filter(({ entry }) => !says(entry, "sandbox"));
  // Where an agent has settings that a shared sandbox ignores, taking it out of there would put them in force.
  const isIgnored = roster.agents.some(({ entry }) => ["docker", "browser", "ssh"].some((key) => says(entry, "sandbox", key)));
  return [...(common.length > 0 ? [common] : []), ...own].map((members): SandboxSetup => {
    const [first] = members;
    const sandbox = resolveSandbox(config, says(first?.entry, "sandbox") ? first?.entry : undefined, behaviour);
    const sandboxed = first?.agent.sessions.filter((session) => session.sandboxed) ?? [];
    return {
      agents: members.map(({ agent }) => agent.id),
      sessions: sandboxed.map(({ kind }) => kind),
      because: sandboxed[0]?.sandboxBecause ?? [],
      scope: sandbox.scope,
      workspace: sandbox.workspaceAccess,
      hostBrowser: sandbox.hostBrowser,
      container: readContainer(sandbox, workspacesOf(config, members, sandbox), behaviour),
      always: write(sandbox.mode.because.read.state === "set" ? sandbox.mode.because.read : undefined, "mode", "all"),
      apart: isIgnored ? [] : write(sandbox.scope.because.read, "scope", "agent"),
    };
  });
}

/** Some session definitely runs in a sandbox. */
export function isSandboxed({ sessions }: Agent): boolean {
  return sessions.some(({ sandboxed, sandboxBecause }) => sandboxed && sandboxBecause.every(({ read }) => read.state !== "unknown"));
}

/** Sets a key of the block in which something was read. */
function write(read: Sandbox["mode"]["because"]["read"] | undefined, key: string, value: string): Edit[] {
  return read ? [{ op: "set", file: read.at.file, path: [...read.path.slice(0, -1), key], value }] : [];
}

/** The folders of these agents and their sandboxes that somebody wrote; undefined when one of them is not known. */
function workspacesOf(config: Place, members: readonly Pick<RosterAgent, "entry">[], { layers }: Sandbox): readonly string[] | undefined {
  const places = [
    at(config, "agents", "defaults", "workspace"),
    ...members.flatMap(({ entry }) => (entry ? [member(entry, "workspace")] : [])),
    ...layers.map(({ place }) => member(place, "workspaceRoot")),
  ];
  const reads = places.map(readString);
  if (reads.some(({ state }) => state === "unknown")) return undefined;
  return reads.flatMap((read) => (read.state === "set" ? [read.value] : []));
}
