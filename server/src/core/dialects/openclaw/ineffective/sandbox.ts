/** Settings of a sandbox that nobody has: the sandbox is off, or it is a shared one that listens to the common settings alone. */
import type { Agent } from "../../../grants/grant.ts";
import type { IneffectiveSetting } from "../../../grants/ineffective.ts";
import { at, elementsOf, member, membersOf, readAny, readString, type Place } from "../../../reader.ts";
import { listNames, listWords } from "../../../wording.ts";
import { resolveSandbox } from "../sandbox.ts";
import { isSandboxed } from "../sandbox-setups.ts";
import type { IneffectiveContext } from "./index.ts";

export function findSandboxSettings(context: IneffectiveContext): IneffectiveSetting[] {
  return [...withoutSandbox(context), ...ignoredWhenShared(context)];
}

/** Options that say how the sandbox should be: whoever writes one wants one. A browser is none of them, nor is what happens to old sandboxes. */
const options = ["docker", "ssh", "backend", "scope", "perSession", "workspaceAccess", "workspaceRoot"];

function withoutSandbox({ config, roster, agents }: IneffectiveContext): IneffectiveSetting[] {
  if (isRequiredByRole(config)) return [];
  const outside = new Map(agents.filter(isUnsandboxed).map((agent) => [agent.id, agent]));
  const common = at(config, "agents", "defaults", "sandbox");
  if (outside.size === agents.length && describes(common)) return [idle([common], agents, undefined)];
  const own = roster.agents.flatMap(({ id, entry }) => {
    const agent = outside.get(id);
    const place = entry && member(entry, "sandbox");
    return agent && place && describes(place) ? [{ agent, place }] : [];
  });
  const [first, ...others] = own;
  if (!first) return [];
  const places = [first.place, ...others.map(({ place }) => place)] as const;
  return [
    idle(
      places,
      own.map(({ agent }) => agent),
      own.map(({ agent }) => agent.id),
    ),
  ];
}

/** Says how a sandbox should be, and not that there is none: whoever wrote that next to it knows. */
function describes(block: Place): boolean {
  return !isWritten(member(block, "mode")) && options.some((key) => isWritten(member(block, key)));
}

/** `served`: the agents that the blocks belong to; undefined for the common one. */
function idle(blocks: readonly [Place, ...Place[]], agents: readonly Agent[], served: readonly string[] | undefined): IneffectiveSetting {
  const written = options.filter((key) => blocks.some((block) => isWritten(member(block, key))));
  const mode = agents[0]?.sessions[0]?.sandboxBecause ?? [];
  const unset = mode[0]?.read.state === "set" ? "" : " where nobody sets it";
  return {
    kind: "sandbox-options-without-sandbox",
    read: readAny(blocks[0]),
    agents: served,
    meant: `${are(written)} set for the sandbox${served ? ` of ${listNames(served)}` : ""}`,
    does: `nothing runs in one, because the mode is "off"${unset}`,
    because: mode,
    certain: true,
    remedy: {
      title: "Turn the sandbox on for every session",
      edits: blocks.map((block) => ({ op: "set", file: block.at.file, path: [...readAny(block).path, "mode"], value: "all" })),
    },
  };
}

function are(keys: readonly string[]): string {
  return `${listWords(keys)} ${keys.length === 1 ? "is" : "are"}`;
}

function isUnsandboxed({ sessions }: Agent): boolean {
  return sessions.every(({ sandboxed, sandboxBecause }) => !sandboxed && sandboxBecause.every(({ read }) => read.state !== "unknown"));
}

/** Late releases have roles whose guests are sandboxed whatever the mode. */
function isRequiredByRole(config: Place): boolean {
  const roles = at(config, "gateway", "roles", "definitions");
  return roles.unknown !== undefined || membersOf(roles).some(({ place }) => readString(member(place, "sandbox")).state !== "unset");
}

function isWritten(place: Place): boolean {
  if (place.node?.type === "object") return membersOf(place).length > 0;
  return place.node !== undefined && (place.node.type !== "array" || elementsOf(place).length > 0);
}

/** Settings that each container has for itself. */
const own = ["docker", "browser", "ssh", "prune"];

function ignoredWhenShared({ config, roster, agents, behaviour }: IneffectiveContext): IneffectiveSetting[] {
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  return roster.agents.flatMap(({ id, entry }): IneffectiveSetting[] => {
    const place = entry && member(entry, "sandbox");
    const ignored = place ? own.filter((key) => isWritten(member(place, key))) : [];
    const [first] = ignored;
    const agent = byId.get(id);
    if (!entry || !place || first === undefined || !agent || !isSandboxed(agent)) return [];
    const { scope } = resolveSandbox(config, entry, behaviour);
    if (scope.value !== "shared") return [];
    return [
      {
        kind: "shared-scope-ignores-agent",
        read: readAny(member(place, first)),
        agents: [id],
        meant: `${are(ignored)} set for the sandbox of "${id}" alone`,
        does: "a shared sandbox takes only the common settings",
        because: [scope.because],
        certain: true,
        ...(isNarrowing(place, ignored)
          ? {
              remedy: {
                title: "Give this agent a sandbox of its own",
                edits: [{ op: "set" as const, file: place.at.file, path: [...readAny(place).path, "scope"], value: "agent" }],
              },
            }
          : {}),
      },
    ];
  });
}

/** Container settings that can only take something away, so that putting them in force widens nothing. */
const limits = ["memory", "memorySwap", "cpus", "pidsLimit", "ulimits"];

function isNarrowing(sandbox: Place, ignored: readonly string[]): boolean {
  return (
    ignored.every((key) => key === "docker" || key === "prune") &&
    membersOf(member(sandbox, "docker")).every(({ key, place }) => {
      if (key === "network") return place.node?.value === "none";
      if (key === "readOnlyRoot") return place.node?.value === true;
      if (key === "capDrop") return elementsOf(place).some(({ node }) => node?.value === "ALL");
      return limits.includes(key);
    })
  );
}
