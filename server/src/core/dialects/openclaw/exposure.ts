/**
 * Who can put text before each agent: over channels and bindings, hooks, mail, the web, and other agents. Only what a config makes possible;
 * what the text can then bring about is said by the grants.
 */
import type { Because, Exposure } from "../../grants/grant.ts";
import { at, elementsOf, member, readAny, readBoolean, readString, type Place } from "../../reader.ts";
import { readBindings } from "./bindings.ts";
import { readChannels } from "./channels.ts";
import { readId, type Roster } from "./roster.ts";
import type { Behaviour } from "./releases.ts";

/** The exposures of every agent that come from the config alone, by agent id. */
export function readExposures(config: Place, roster: Roster, behaviour: Behaviour): ReadonlyMap<string, readonly Exposure[]> {
  const exposures = new Map<string, Exposure[]>(roster.agents.map(({ id }) => [id, []]));
  const add = (agent: string | undefined, ...ways: Exposure[]): void => {
    if (agent !== undefined) exposures.get(agent)?.push(...ways);
  };
  const deliver = readBindings(config, roster, behaviour);
  for (const account of readChannels(config, behaviour)) {
    for (const way of account.exposures) for (const { agent, exposure } of deliver(account, way)) add(agent, exposure);
  }
  for (const { agent, exposure } of readHooks(config, roster, behaviour)) add(agent, exposure);
  return exposures;
}

/** Callers of a hook need its token, and then choose the agent unless that is limited. Mail comes from anyone. */
function readHooks(
  config: Place,
  roster: Roster,
  behaviour: Behaviour,
): { readonly agent: string | undefined; readonly exposure: Exposure }[] {
  const hooks = member(config, "hooks");
  const enabled = readBoolean(member(hooks, "enabled"));
  if (enabled.state === "unset" || (enabled.state === "set" && !enabled.value)) return [];
  const certain = enabled.state === "set";
  const allowed = readAllowedAgents(member(hooks, "allowedAgentIds"), roster, behaviour);
  const because: Because[] = [{ layer: "hooks", says: certain ? "hooks are on" : "whether hooks are on is not known", read: enabled }];
  const ways = allowed.agents.map((agent) => ({
    agent,
    exposure: {
      who: "listed" as const,
      through: "hook" as const,
      name: "hooks",
      sessions: ["hook"] as const,
      because: [...because, allowed.because],
      certain: certain && allowed.isKnown,
    },
  }));
  const mail = mailOf(hooks);
  const exposure = mail && {
    who: "open" as const,
    through: "mail" as const,
    name: "gmail",
    sessions: ["hook"] as const,
    because: [mail, ...because],
    certain,
  };
  return exposure ? [...ways, { agent: roster.defaultAgent, exposure }] : ways;
}

function readAllowedAgents(
  place: Place,
  roster: Roster,
  behaviour: Behaviour,
): { readonly agents: readonly string[]; readonly because: Because; readonly isKnown: boolean } {
  const reads = elementsOf(place).map(readId);
  const texts = elementsOf(place).map(readString);
  const everyone = roster.agents.map(({ id }) => id);
  const isOpen = place.node === undefined || texts.some((read) => read.state === "set" && read.value.trim() === "*");
  const named = reads.flatMap((read) => (read.state === "set" ? [read.value] : []));
  // In early releases the list only limits callers who name an agent; all others reach the default one.
  const unnamed = !behaviour.hookListLimitsAll && roster.defaultAgent !== undefined ? [roster.defaultAgent] : [];
  const agents = isOpen ? everyone : everyone.filter((id) => named.includes(id) || unnamed.includes(id));
  const says = isOpen ? "the caller chooses any agent" : `allowedAgentIds names ${named.join(", ") || "nobody"}`;
  return { agents, because: { layer: "hooks.allowedAgentIds", says, read: readAny(place) }, isKnown: place.unknown === undefined };
}

/** Mail comes in by a preset, or by an account that is set up. */
function mailOf(hooks: Place): Because | undefined {
  const presets = elementsOf(member(hooks, "presets")).map(readString);
  const preset = presets.find((read) => read.state === "set" && read.value === "gmail");
  if (preset) return { layer: "hooks.presets", says: "incoming mail is handed to the agent", read: preset };
  const account = readString(at(hooks, "gmail", "account"));
  return account.state === "set" ? { layer: "hooks.gmail", says: "incoming mail is handed to the agent", read: account } : undefined;
}
